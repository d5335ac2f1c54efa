"""A study of 20,000 quotes stays as easy to open, search and filter as a small one. The study is synthetic: nobody said
any of it."""

import csv
import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect

PROGRAMS = Path(__file__).parents[2] / ".build/release"
LARGEST_PAGE = 500_000


def make(size, folder):
    """A site of a synthetic study, in a folder."""
    for program, arguments in [
        ("synthetic-study", ["--size", size, "--seed", "7", folder / "study"]),
        ("verbatim", ["build", "--study", folder / "study", "--output", folder / "site"]),
    ]:
        assert (PROGRAMS / program).exists(), f"{program} is not built: make browser"
        subprocess.run([PROGRAMS / program, *arguments], check=True, capture_output=True)
    return folder / "site"


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return make("L", tmp_path_factory.mktemp("L"))


@pytest.fixture(scope="module")
def quotes(large):
    with (large / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def visit(page, site):
    page.goto(site.as_uri() + "/quotes.html")
    expect(page.locator(".explorer-status")).to_contain_text("20,000 quotes")


def test_no_page_is_larger_than_half_a_megabyte(large):
    sizes = {file.name: file.stat().st_size for file in large.glob("*.html")}
    assert len(sizes) > 21_000
    assert {name: size for name, size in sizes.items() if size > LARGEST_PAGE} == {}


def test_what_a_first_search_loads_for_2000_quotes_is_at_most_a_megabyte(tmp_path):
    site = make("M", tmp_path)
    loaded = [site / "search/study.js", site / "search/terms.js"]
    assert sum(file.stat().st_size for file in loaded) <= 1_000_000


def test_all_quotes_can_be_reached_without_javascript(large, quotes):
    listed = set()
    for file in large.glob("quotes*.html"):
        listed.update(re.findall(r'class="quote-link" href="([^"]+)"', file.read_text("utf-8")))
    assert len(listed) == len(quotes) == 20_000


def test_the_first_view_needs_no_data(page, large):
    page.route(re.compile("/search/"), lambda route: route.abort())
    page.goto(large.as_uri() + "/quotes.html")
    expect(page.locator("#all-quotes blockquote").first).to_be_visible()
    expect(page.get_by_role("link", name="Next page")).to_be_attached()


def test_the_explorer_begins_small(page, large):
    visit(page, large)
    assert page.evaluate("document.querySelectorAll('*').length") < 5_000


def test_choices_leave_as_many_quotes_as_the_table_has(page, large, quotes):
    visit(page, large)
    group = quotes[0]["group"]
    expected = sum(quote["group"] == group for quote in quotes)
    page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(group)}")).check()
    expect(page.locator(".explorer-status")).to_contain_text(f"{expected:,} of 20,000 quotes")
    assert page.locator("#explorer figure.quote:visible").count() == 50
    page.get_by_role("button", name=re.compile("^Show 50 more")).click()
    expect(page.locator("#explorer figure.quote:visible")).to_have_count(100)


def test_words_filter_among_20_000_quotes(page, large, quotes):
    visit(page, large)
    page.get_by_role("searchbox", name="Words in quotes").fill("working")
    expected = sum(
        bool(re.search(r"(?<![^\W_])working", f'{quote["text"]} {quote["context"]}', re.I)) for quote in quotes
    )
    assert expected > 50
    expect(page.locator(".explorer-status")).to_contain_text(f"{expected:,} of 20,000 quotes")
    expect(page.locator("#explorer mark").first).to_be_visible()


def test_search_finds_a_quote_by_words_of_its_own(page, large, quotes):
    words = max(re.findall(r"[a-z]{4,}(?: [a-z]{4,}){2,}", quotes[12_345]["text"]), key=len)
    page.goto(large.as_uri() + "/index.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    result = page.locator(f'.search-panel a[href^="quote-"]').first
    expect(result).to_be_visible()
    expect(result.locator("mark").first).to_be_visible()
