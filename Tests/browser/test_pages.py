"""The site works where readers are: on a drive or the web, on a phone, by keyboard, on paper."""

import re
import shutil
import subprocess
import unicodedata

import pytest
from playwright.sync_api import expect

THEME = "Building Engagement through Trust and Relatability"
WORDS = "So it's good having someone that I can relate to"


def title(page):
    return page.get_by_role("heading", level=1)


def follow_a_theme_to_its_words_and_back(page, address):
    """From the first page to a theme, a quote and who said it, and home again, only by clicking."""
    main = page.locator("main")
    page.goto(address + "index.html")

    main.get_by_role("link", name=THEME).first.click()
    expect(title(page)).to_have_text(THEME)

    main.locator(".voices a[href='quote-su6-2.html']").first.click()
    expect(title(page)).to_have_text("Quote from SU6, service user")
    expect(main.locator("blockquote")).to_contain_text(WORDS)

    main.get_by_role("link", name="SU6", exact=True).first.click()
    expect(title(page)).to_have_text("SU6")
    expect(main.locator("blockquote", has_text=WORDS)).to_be_visible()

    main.locator("a[href='quote-su6-2.html']").click()
    main.get_by_role("link", name=THEME).first.click()
    expect(title(page)).to_have_text(THEME)

    main.get_by_role("link", name="Home").click()
    expect(page).to_have_url(address + "index.html")


def test_a_reader_can_click_from_a_theme_to_its_words_and_back(page, address):
    follow_a_theme_to_its_words_and_back(page, address)


def test_a_reader_without_javascript_can_do_the_same(new_page, address):
    follow_a_theme_to_its_words_and_back(new_page(java_script_enabled=False), address)


def test_a_reader_can_go_back_the_way_the_browser_does(page, address):
    page.goto(address + "index.html")
    page.locator("main").get_by_role("link", name=THEME).first.click()
    page.locator(".voices a[href='quote-su6-2.html']").click()
    page.go_back()
    expect(title(page)).to_have_text(THEME)
    page.go_back()
    expect(page).to_have_url(address + "index.html")


def test_no_page_reports_an_error_or_loads_anything_from_elsewhere(
    page, pages, address
):
    problems = []
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    page.on(
        "console",
        lambda message: message.type in ("error", "warning")
        and problems.append(f"{page.url}: {message.text}"),
    )
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: request.url.startswith((address, "data:"))
        or problems.append(f"{page.url} loads {request.url}"),
    )
    for name in pages:
        page.goto(address + name)
    assert problems == []


def test_a_missing_page_says_so_and_leads_home(page, web):
    response = page.goto(web + "no-such-page.html")
    assert response.status == 404
    expect(title(page)).to_have_text("Page not found")
    page.locator("main").get_by_role("link", name="To the first page").click()
    expect(page).to_have_url(web + "index.html")


def test_a_phone_without_javascript_opens_the_menu(new_page, folder):
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(folder + "index.html")
    link = page.get_by_role("navigation", name="Main").get_by_text("Logic model")
    expect(link).to_be_hidden()
    page.get_by_text("Menu", exact=True).click()
    link.click()
    expect(page).to_have_url(folder + "logic-model.html")


@pytest.fixture
def matrix(new_page, folder):
    """The links of the matrix's cells: where each leads, and its number."""
    page = new_page()
    page.goto(folder + "matrix.html")
    return [
        (link.get_attribute("href"), int(link.text_content()))
        for link in page.locator("table.matrix td a").all()
    ]


def test_every_cell_of_the_matrix_leads_to_a_heading_in_view(new_page, folder, matrix):
    # Four themes and nine sub-themes, each with three groups and all of them.
    assert len(matrix) == 13 * 4
    page = new_page(reduced_motion="reduce")
    for href, _ in matrix:
        # Like a reader who comes from the matrix, begin each time at the top of a new page.
        page.goto("about:blank")
        page.goto(folder + href)
        _, fragment, id = href.partition("#")
        heading = page.locator(f"[id='{id}']") if fragment else title(page)
        expect(heading).to_be_in_viewport()
        assert re.fullmatch("H[1-6]", heading.evaluate("it => it.tagName"))


def test_every_number_of_the_matrix_is_the_count_of_quotes_it_leads_to(
    page, folder, matrix
):
    found = []
    for href, _ in matrix:
        page.goto(folder + href)
        _, fragment, id = href.partition("#")
        heading = page.locator(f"> [id='{id or 'what-people-said'}']")
        quotes = page.locator("section", has=heading).locator("blockquote")
        found.append((href, quotes.count()))
    assert found == matrix


def test_a_page_fits_a_screen_of_320_pixels(new_page, folder, page_of_kind):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(folder + page_of_kind)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme, brightness", [("light", 255), ("dark", 0)])
def test_the_background_follows_the_colour_scheme(
    new_page, address, scheme, brightness
):
    page = new_page(color_scheme=scheme)
    page.goto(address + "index.html")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = re.fullmatch(r"rgb\((\d+), (\d+), (\d+)\)", colour)
    assert [int(channel) for channel in channels.groups()] == pytest.approx(
        [brightness] * 3, abs=50
    )


def test_on_paper_the_words_stay_and_the_navigation_goes(page, folder):
    page.goto(folder + "theme-trust.html")
    page.emulate_media(media="print")
    for words in page.locator("main blockquote").all():
        expect(words).to_be_visible()
    expect(page.locator(".site-nav")).to_be_hidden()


def test_a_theme_page_prints_with_its_quotes(page, folder, tmp_path):
    page.goto(folder + "theme-trust.html")
    pdf = page.pdf(path=tmp_path / "theme.pdf")
    assert pdf.startswith(b"%PDF-") and len(pdf) > 10_000
    # The words can only be looked for where poppler-utils is installed.
    if shutil.which("pdftotext"):
        command = ["pdftotext", tmp_path / "theme.pdf", "-"]
        printed = subprocess.run(command, capture_output=True, check=True, text=True)
        for words in page.locator(".voices blockquote").all_text_contents():
            assert letters(words) in letters(printed.stdout)


def letters(text):
    """Letters and digits only: lines break elsewhere on paper, and letters join into ligatures."""
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text))


def test_the_first_tab_stop_skips_to_the_content(page, address):
    page.goto(address + "theme-trust.html")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


# What has the focus, whether it is in view, and how thick the line around it is.
FOCUS = """() => {
    const it = document.activeElement
    const box = it.getBoundingClientRect()
    const style = getComputedStyle(it)
    return {
        name: it === document.body ? null : it.outerHTML.slice(0, 80),
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
        line: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    }
}"""


@pytest.mark.parametrize("name", ["theme-clarity.html", "matrix.html"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_focus_is_seen_wherever_tab_leads(new_page, folder, name, width):
    page = new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(folder + name)
    stops = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(FOCUS))["name"] and len(stops) < 500:
        stops.append(stop)
        page.keyboard.press("Tab")
    assert len(stops) > 20
    assert [stop for stop in stops if not stop["seen"] or stop["line"] < 2] == []
