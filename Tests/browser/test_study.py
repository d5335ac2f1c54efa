"""The words of those who were interviewed, and what they were asked, reach the reader unchanged."""

import csv
import re
from pathlib import Path

import pytest

CONTENT = Path(__file__).parents[2] / "content"


def read_rows(file):
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_questions(file):
    """The questions of an interview guide, by heading."""
    questions = {}
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ")
            questions[heading] = []
        elif line.startswith("- "):
            questions[heading].append(line.removeprefix("- "))
    return questions


QUOTES = [
    row for file in sorted(CONTENT.glob("quotes/*.csv")) for row in read_rows(file)
]
GROUP_OF = {
    row["participant"]: row["group"] for row in read_rows(CONTENT / "participants.csv")
}
GUIDES = {file.stem: read_questions(file) for file in CONTENT.glob("guides/*.md")}

each_quote = pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote["id"])
each_guide = pytest.mark.parametrize("group", sorted(GUIDES))


@pytest.fixture(scope="module")
def reader(browser):
    """One page for all tests of this file: they only read."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


def texts(locator):
    return [plain(text) for text in locator.all_text_contents()]


def test_the_study_has_31_quotes_and_47_questions():
    assert len(QUOTES) == 31
    assert (
        sum(len(asked) for guide in GUIDES.values() for asked in guide.values()) == 47
    )


@each_quote
def test_a_quote_stands_word_for_word_on_its_own_page(reader, folder, quote):
    reader.goto(f"{folder}quote-{quote['id']}.html")
    assert texts(reader.locator("main blockquote")) == [plain(quote["text"])]


@each_quote
def test_a_quote_page_says_who_spoke(reader, folder, quote):
    reader.goto(f"{folder}quote-{quote['id']}.html")
    [caption] = texts(reader.locator("main figcaption"))
    assert caption.startswith(quote["participant"] + ",")


@each_quote
def test_a_quote_stands_word_for_word_under_its_group_on_its_theme_page(
    reader, folder, quote
):
    heading = f"group-{GROUP_OF[quote['participant']]}"
    # In this study, codes are the ids of themes.
    for theme in quote["codes"].split(";"):
        reader.goto(f"{folder}theme-{theme.strip()}.html")
        under_heading = reader.locator("section", has=reader.locator(f"> h3#{heading}"))
        assert plain(quote["text"]) in texts(under_heading.locator("blockquote"))


@each_quote
def test_a_quote_stands_word_for_word_on_the_page_of_who_said_it(reader, folder, quote):
    reader.goto(f"{folder}participant-{quote['participant'].lower()}.html")
    assert plain(quote["text"]) in texts(reader.locator("main blockquote"))


def test_the_list_of_quotes_has_every_quote_once(reader, folder):
    reader.goto(f"{folder}quotes.html")
    assert sorted(texts(reader.locator("main blockquote"))) == sorted(
        plain(quote["text"]) for quote in QUOTES
    )


@each_guide
def test_a_guide_page_has_each_question_word_for_word_under_its_heading(
    reader, folder, group
):
    reader.goto(f"{folder}guide-{group}.html")
    shown = {}
    for section in reader.locator("section", has=reader.locator("ol")).all():
        [heading] = texts(section.locator("h2"))
        shown[heading] = texts(section.locator("li"))
    assert shown == GUIDES[group]


@each_guide
def test_side_by_side_a_group_has_its_questions_in_its_column_and_the_row_of_their_construct(
    reader, folder, group
):
    reader.goto(f"{folder}group-{group}.html")
    [title] = texts(reader.locator("h1"))
    reader.goto(f"{folder}guides.html")
    table = reader.locator("table.guides")
    # The first column holds the constructs.
    column = texts(table.locator("thead th")).index(title) - 1
    shown = {}
    for row in table.locator("tbody tr").all():
        [construct] = texts(row.locator("th > a"))
        shown[construct] = texts(row.locator("td").nth(column).locator("li"))
    assert shown == GUIDES[group]
