"""The whole report: on paper it is all there, and on the screen every cross-reference leads somewhere."""

import re
import subprocess

import pytest
from playwright.sync_api import expect
from test_study import GUIDES, QUOTES, plain


@pytest.fixture
def report(new_page, folder):
    page = new_page(reduced_motion="reduce")
    page.goto(folder + "report.html")
    return page


@pytest.fixture(scope="module")
def printed(browser, folder, tmp_path_factory):
    """The text of each page of the report on A4 paper, without what only parts lines."""
    file = tmp_path_factory.mktemp("print") / "report.pdf"
    page = browser.new_page()
    page.goto(folder + "report.html")
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    page.close()
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    return text.removesuffix("\f").split("\f")


def words(text):
    """The words of a text in their order, however lines are broken and words divided at their hyphens."""
    return re.sub(r"\W+", "", text)


def test_every_quote_is_printed_once_word_for_word(printed):
    everything = words("".join(without_page_numbers(printed)))
    counts = {quote["id"]: everything.count(words(quote["text"])) for quote in QUOTES}
    assert set(counts.values()) == {1}, counts


def without_page_numbers(printed):
    return [re.sub(r"\s+\d+\s*$", "\n", page) for page in printed]


def test_every_question_is_printed(printed):
    everything = words("".join(without_page_numbers(printed)))
    asked = [
        question
        for guide in GUIDES.values()
        for questions in guide.values()
        for question in questions
    ]
    missing = [question for question in asked if words(question) not in everything]
    assert asked and missing == []


def test_the_title_and_the_contents_have_pages_of_their_own(printed):
    title, contents, first = (plain(page) for page in printed[:3])
    assert "How to cite" in title and "Contents" not in title
    assert contents.startswith("Contents In brief")
    assert contents.endswith("Index of quotes by participant 2")
    assert "1.1 Ambiguity linked to onboarding and role communication" in contents
    assert first.startswith("In brief")


def test_the_numbers_of_quotes_are_printed_after_links_to_them(printed):
    assert re.search(r"\[Quote \d+(\.\d+)*:\d+\]", plain("\n".join(printed)))


def test_no_page_ends_with_a_heading(report, printed):
    # Headings of the second level begin a page.
    headings = {
        plain(text)
        for text in report.locator(".report-body :is(h3, h4, h5)").all_inner_texts()
    }
    ends = []
    for page in printed[2:]:
        lines = [plain(line) for line in page.splitlines() if line.strip()]
        # The very last line is the number of the page.
        ends += lines[-2:-1]
    assert headings and [line for line in ends if line in headings] == []


def test_it_fits_an_ordinary_stapler(printed):
    assert 25 <= len(printed) <= 45


def test_nothing_that_only_a_screen_needs_is_printed(report):
    report.emulate_media(media="print")
    for part in (".site-header", ".site-footer", ".breadcrumbs", ".skip-link"):
        expect(report.locator(part)).to_be_hidden()
    expect(report.locator(".report-contents")).to_be_visible()


def test_every_link_within_the_report_leads_to_a_place_in_it(report):
    hrefs = report.locator("main a[href^='#']").evaluate_all(
        "links => links.map(link => link.getAttribute('href').slice(1))"
    )
    assert len(hrefs) > 300
    ids = set(report.locator("[id]").evaluate_all("all => all.map(one => one.id)"))
    assert set(hrefs) - ids == set()


def test_links_leave_the_report_only_for_what_is_not_in_it(report):
    hrefs = report.locator(".report-frame a:not([href^='#'])").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    elsewhere = {href for href in hrefs if not re.match("https?:|quote-", href)}
    # What stands in its index under ‘its own page’ is meant to leave.
    assert elsewhere <= {"downloads.html"}


def test_a_cross_reference_leads_to_the_quote_with_its_number(report):
    link = report.locator(".report-theme .prose a.to-quote").first
    mark = link.locator("xpath=following-sibling::*[1]").text_content()
    link.click()
    quote = report.locator(":target")
    expect(quote).to_be_in_viewport()
    assert f"[{quote.locator('.quote-number').text_content()}]" == mark


def test_the_contents_stay_in_sight_on_a_wide_screen(report):
    report.set_viewport_size({"width": 1280, "height": 800})
    report.locator("#part-theory").scroll_into_view_if_needed()
    expect(report.locator("#part-contents")).to_be_in_viewport()
