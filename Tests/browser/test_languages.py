"""A study in another language and from right to left. The study is invented: nobody said any of it."""

import pytest
from playwright.sync_api import expect

FILES = {
    "study.yml": """
title: الشاي في العمل
language: ar
groups:
  - {id: makers, title: صانعو الشاي, singular: صانع شاي}
  - {id: drinkers, title: شاربو الشاي, singular: شارب شاي}
""",
    "codebook.yml": """
themes:
  - id: comfort
    title: راحة في كوب
    themes:
      - {id: company, title: الشاي رفقة}
""",
    "participants.csv": "participant,group\nM1,makers\nD1,drinkers\n",
    "quotes/all.csv": "id,participant,codes,text\nm1,M1,company,طعمه أفضل معًا.\nd1,D1,comfort,أنتظر الشاي كل صباح.\n",
    "logic-model.yml": """
columns: [{id: in, title: مدخلات}, {id: out, title: نتائج}]
boxes:
  - {id: kettle, column: in, title: إبريق, themes: [comfort]}
  - {id: calm, column: out, title: هدوء, quotes: [m1]}
arrows: [{from: kettle, to: calm}]
""",
    "templates/words/ar.yml": """
quotes: "اقتباسات"
search: "بحث"
script-search: "بحث"
script-words-in-quotes: "كلمات في الاقتباسات"
script-all-shown.two: "اقتباسان من {participants}"
count-quotes.one: "اقتباس واحد"
count-quotes.two: "اقتباسان"
count-quotes.few: "{count} اقتباسات"
count-quotes.other: "{count} اقتباسًا"
""",
}


@pytest.fixture(scope="module")
def arabic(make_site):
    return make_site("arabic", FILES).as_uri() + "/"


PAGES = ["index.html", "theme-comfort.html", "quotes.html", "matrix.html", "logic-model.html", "report.html", "search.html"]


@pytest.mark.parametrize("name", PAGES)
def test_pages_run_from_right_to_left_and_fit(new_page, arabic, name):
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(arabic + name)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_wrong(page, arabic, violations, name):
    page.goto(arabic + name)
    assert violations(page) == []


def test_the_words_of_templates_and_scripts_are_the_studys_own(page, arabic):
    page.goto(arabic + "quotes.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("اقتباسات")
    expect(page.get_by_role("searchbox", name="كلمات في الاقتباسات")).to_be_visible()
    # Arabic has a form for two.
    expect(page.locator(".explorer-status")).to_contain_text("اقتباسان")


def test_words_are_found_whatever_their_marks(page, arabic):
    page.goto(arabic + "index.html")
    page.keyboard.press("/")
    # Without the marks that the quote has.
    page.keyboard.type("معا")
    expect(page.locator('.search-panel a[href="quote-m1.html"]')).to_be_visible()
