"""What readers come for is a few clicks away. Each test is one task, done as a reader would do it."""

import re

from playwright.sync_api import expect


def title(page):
    return page.get_by_role("heading", level=1)


def test_find_every_quote_of_a_clinician_on_trust(page, address):
    page.goto(address + "index.html")
    page.get_by_role("navigation", name="Main").get_by_text("Voices").click()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Quotes").click()
    page.get_by_role("checkbox", name=re.compile("^Clinicians")).check()
    page.get_by_role("checkbox", name=re.compile("^Trust and relatability")).check()
    expect(page.locator(".explorer-status")).to_contain_text("5 of 31 quotes")
    quotes = page.locator("#explorer figure.quote:visible")
    expect(quotes).to_have_count(5)
    assert all(re.match(r"C\d, clinician", it) for it in quotes.locator(".quote-link").all_text_contents())


def test_find_the_same_without_javascript_and_without_the_explorer(new_page, folder):
    page = new_page(java_script_enabled=False)
    page.goto(folder + "index.html")
    page.locator(".finding", has_text="Trust and Relatability").get_by_role("link", name="Clinicians").click()
    section = page.locator("section.voice", has=page.locator("#group-clinicians"))
    expect(section.locator("blockquote")).to_have_count(5)


def test_see_who_is_silent_on_evaluation(page, folder):
    page.goto(folder + "index.html")
    page.keyboard.press("/")
    page.keyboard.type("evaluation")
    page.locator(".search-panel").get_by_role("link", name=re.compile("^Gaps in evaluation")).click()
    expect(title(page)).to_contain_text("Gaps in evaluation")
    expect(page.locator(".who-speaks")).to_contain_text("No quote from service users supports this theme.")


def test_read_the_quotes_behind_a_box_of_the_logic_model(page, folder):
    page.goto(folder + "logic-model.html")
    page.locator(".diagram-across a", has_text="Structured onboarding and training").click()
    expect(title(page)).to_have_text("Structured onboarding and training")
    expect(page.locator(".voices blockquote")).to_have_count(6)
    expect(page.locator(".voices .picked-out")).to_have_count(2)
    # And on to the same quotes in the explorer, to filter and take away.
    page.get_by_role("link", name="Filter these quotes").click()
    expect(page.locator(".explorer-status")).to_contain_text("6 of 31 quotes")


def test_share_exactly_a_view(new_page, web):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(web + "quotes.html")
    page.get_by_role("checkbox", name=re.compile("^Service users")).check()
    page.get_by_role("button", name="Copy link to this view").click()
    link = page.evaluate("navigator.clipboard.readText()")
    other = new_page()
    other.goto(link)
    expect(other.locator(".explorer-status")).to_contain_text("9 of 31 quotes")


def test_cite_a_quote(new_page, web):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(web + "quote-su6-2.html")
    page.get_by_role("button", name=re.compile("^Copy quote")).click()
    cited = page.evaluate("navigator.clipboard.readText()")
    for part in ("I can relate to", "SU6, service user", "Lamont, S., McAteer, C.", web + "quote-su6-2.html"):
        assert part in cited


def test_go_from_a_question_of_a_guide_to_the_themes_that_answer_it_and_back(page, folder):
    page.goto(folder + "guide-clinicians.html")
    page.locator(".guide-section").first.locator(".answered-by a").first.click()
    expect(title(page)).to_have_text("Navigating Uncertainty and Discovering Value")
    page.get_by_role("link", name="Questions about Coherence").click()
    expect(title(page)).to_have_text("Coherence")
    expect(page.locator("#questions-asked")).to_be_in_viewport()
