"""A quote can be taken along with one click, with who said it and where it was published."""

import re

import pytest
from playwright.sync_api import expect

WORDS = (
    "“I didn't even know about peer support workers at all ... "
    "so it was all brand new for me.”"
)


@pytest.fixture
def reader(new_page):
    """A page that may use the clipboard."""
    return new_page(permissions=["clipboard-read", "clipboard-write"])


def copied(page):
    return page.evaluate("navigator.clipboard.readText()")


def quote(page, slug):
    link = page.locator(f"a.quote-link[href='quote-{slug}.html']")
    return page.locator("main figure.quote", has=link).first


def citation(page):
    return " ".join(page.locator(".site-footer .reference").text_content().split())


def test_a_quote_is_copied_with_who_said_it_and_the_citation(reader, address):
    reader.goto(address + "theme-ambiguity.html")
    button = quote(reader, "su5-1").get_by_role("button", name="Copy")
    button.click()
    expect(button).to_contain_text("Copied")
    words, source, *where = copied(reader).split("\n\n")
    assert words == f"{WORDS}\n— SU5, service user"
    assert source == citation(reader)
    # An address on a disk leads nobody else there.
    shared = address.startswith("http")
    assert where == ([address + "quote-su5-1.html"] if shared else [])


def test_the_button_says_so_and_then_offers_it_again(reader, folder):
    reader.goto(folder + "theme-ambiguity.html")
    button = quote(reader, "su5-1").get_by_role("button")
    expect(button).to_have_text("Copy")
    button.click()
    expect(button).to_have_text("Copied")
    expect(reader.locator("body > [role=status]")).to_have_text("Copied")
    expect(button).to_have_text("Copy")


def test_the_button_names_the_quote_and_shows_when_it_has_the_focus(reader, folder):
    reader.goto(folder + "theme-ambiguity.html")
    button = quote(reader, "su5-1").get_by_role("button")
    expect(button).to_have_accessible_name("Copy: SU5, service user")
    expect(button).to_have_css("opacity", "0")
    button.focus()
    expect(button).to_have_css("opacity", "1")


def test_on_touch_screens_the_button_is_always_there(new_page, folder):
    page = new_page(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}
    )
    page.goto(folder + "theme-ambiguity.html")
    button = quote(page, "su5-1").get_by_role("button")
    expect(button).to_have_css("opacity", "1")


def test_every_quote_of_a_page_has_one_button(page, folder):
    page.goto(folder + "theme-trust.html")
    quotes = page.locator("figure.quote")
    assert quotes.count() > 5
    for figure in quotes.all():
        expect(figure.get_by_role("button")).to_have_count(1)


def test_on_its_own_page_a_quote_is_copied_with_its_citation(reader, address):
    reader.goto(address + "quote-su5-1.html?from=elsewhere#content")
    reader.get_by_role("button", name="Copy quote with citation").click()
    expect(reader.get_by_role("button", name="Copied")).to_be_visible()
    words, source, *where = copied(reader).split("\n\n")
    assert words == f"{WORDS}\n— SU5, service user"
    assert source == citation(reader)
    shared = address.startswith("http")
    assert where == ([address + "quote-su5-1.html"] if shared else [])


def test_on_the_web_the_link_to_a_quote_can_be_copied(reader, web):
    reader.goto(web + "quote-su5-1.html")
    reader.get_by_role("button", name="Copy link").click()
    expect(reader.get_by_role("button", name="Copied")).to_be_visible()
    assert copied(reader) == web + "quote-su5-1.html"


def test_it_works_without_the_clipboard_of_newer_browsers(reader, folder):
    reader.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'clipboard', {value: undefined, configurable: true})"
    )
    reader.goto(folder + "theme-ambiguity.html")
    button = quote(reader, "su5-1").get_by_role("button")
    button.click()
    expect(button).to_have_text("Copied")
    # What was copied can be put in anywhere.
    reader.keyboard.press("/")
    expect(reader.get_by_role("searchbox")).to_be_focused()
    reader.keyboard.press("Control+V")
    expect(reader.get_by_role("searchbox")).to_have_value(re.compile(re.escape(WORDS)))


def test_on_paper_there_are_no_buttons(page, folder):
    page.goto(folder + "theme-ambiguity.html")
    page.emulate_media(media="print")
    for button in page.locator("main button").all():
        expect(button).to_be_hidden()
