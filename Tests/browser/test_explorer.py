"""The page of quotes lets readers choose, order, share and take away what people said."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="session")
def study(site):
    """The study as the downloads page offers it to programs."""
    return json.loads((site / "study.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def quotes(study):
    """Each quote with all themes that it counts for: its own and those above them."""
    parents = {theme["id"]: theme.get("parent") for theme in study["themes"]}

    def line(theme):
        return [theme, *line(parents[theme])] if theme else []

    return [
        {**quote, "all themes": {it for theme in quote["themes"] for it in line(theme)}}
        for quote in study["quotes"]
    ]


def shown(page):
    return page.locator("#explorer figure.quote:visible")


def shown_ids(page):
    # Counts are told before the list is drawn, so the list is waited for, and read at once.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    links = page.locator("#explorer figure.quote:visible a.quote-link")
    hrefs = links.evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    return [re.fullmatch(r"quote-(.+)\.html", href)[1] for href in hrefs]


def status(page):
    return page.locator(".explorer-status")


def choice(page, name):
    """The checkbox of a choice, whatever number stands beside it."""
    return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)} \d+$"))


def number(page, name):
    label = page.locator("label", has=choice(page, name))
    return int(label.locator(".choice-count").text_content())


def open_facet(page, name):
    page.locator("summary", has_text=name).click()


def words_field(page):
    return page.get_by_role("searchbox", name="Words in quotes")


def visit(page, address, view=""):
    page.goto(address + "quotes.html" + view)
    # On phones the choices are there, but hidden.
    expect(page.locator(".facet").first).to_be_attached()
    expect(status(page)).not_to_be_empty()


def open_all_facets(page):
    page.locator(".facet").evaluate_all("all => all.forEach(it => { it.open = true })")


def test_the_list_the_page_came_with_stays_until_something_is_chosen(
    page, address, quotes
):
    visit(page, address)
    expect(page.locator("#all-quotes")).to_be_visible()
    expect(status(page)).to_have_text("31 quotes from 18 participants")
    assert len(quotes) == 31


def test_choosing_a_group_leaves_its_quotes(page, address, quotes):
    visit(page, address)
    choice(page, "Clinicians").check()
    expect(status(page)).to_have_text("12 of 31 quotes, from 6 participants")
    expect(page.locator("#all-quotes")).to_be_hidden()
    wanted = [it["id"] for it in quotes if it["group"] == "clinicians"]
    assert sorted(shown_ids(page)) == sorted(wanted)
    choice(page, "Clinicians").uncheck()
    expect(page.locator("#all-quotes")).to_be_visible()


def test_a_theme_means_all_below_it_and_one_below_narrows_it(page, folder, quotes):
    visit(page, folder)
    choice(page, "Trust and relatability").check()
    wanted = [it["id"] for it in quotes if "trust" in it["all themes"]]
    expect(status(page)).to_contain_text(f"{len(wanted)} of 31 quotes")
    assert sorted(shown_ids(page)) == sorted(wanted)
    page.get_by_role("button", name="Below Trust and relatability").click()
    choice(page, "Boundaries").check()
    expect(page).to_have_url(folder + "quotes.html?theme=boundaries")
    expect(choice(page, "Trust and relatability")).not_to_be_checked()
    assert choice(page, "Trust and relatability").evaluate("it => it.indeterminate")
    wanted = [it["id"] for it in quotes if "boundaries" in it["themes"]]
    expect(shown(page)).to_have_count(len(wanted))


def test_within_a_facet_any_and_across_facets_all(page, folder, quotes):
    view = "?group=clinicians&group=service-users&theme=trust&theme=impact"
    visit(page, folder, view)
    wanted = [
        it["id"]
        for it in quotes
        if it["group"] in ("clinicians", "service-users")
        and it["all themes"] & {"trust", "impact"}
    ]
    expect(shown(page)).to_have_count(len(wanted))
    assert sorted(shown_ids(page)) == sorted(wanted)


def test_each_number_says_how_many_quotes_a_choice_would_leave(page, folder, quotes):
    visit(page, folder, "?group=clinicians&theme=trust")
    titles = {
        "service-users": "Service users",
        "peer-support-workers": "Peer support workers",
        "clinicians": "Clinicians",
    }
    for group, title in titles.items():
        on_trust = [it for it in quotes if "trust" in it["all themes"]]
        assert number(page, title) == sum(it["group"] == group for it in on_trust)
    themes = {
        "uncertainty": "Uncertainty and value",
        "trust": "Trust and relatability",
        "conditions": "Conditions",
        "impact": "Impact without measures",
    }
    for theme, title in themes.items():
        of_clinicians = [it for it in quotes if it["group"] == "clinicians"]
        assert number(page, title) == sum(
            theme in it["all themes"] for it in of_clinicians
        )


def test_a_choice_that_would_leave_nothing_cannot_be_made_but_be_read(page, folder):
    visit(page, folder, "?participant=c4")
    empty = choice(page, "Service users")
    expect(empty).to_be_visible()
    assert number(page, "Service users") == 0
    expect(empty).to_have_attribute("aria-disabled", "true")
    empty.focus()
    page.keyboard.press("Space")
    expect(empty).not_to_be_checked()
    expect(page).to_have_url(folder + "quotes.html?participant=c4")


def test_participants_stand_by_group_and_constructs_can_be_chosen(page, folder, quotes):
    visit(page, folder)
    open_facet(page, "Participant")
    page.get_by_role("button", name="Below Clinicians").click()
    choice(page, "C4").check()
    expect(status(page)).to_have_text("2 of 31 quotes, from 1 participant")
    open_facet(page, "Construct")
    choice(page, "Coherence").check()
    expect(page).to_have_url(folder + "quotes.html?construct=coherence&participant=c4")
    wanted = [
        it["id"]
        for it in quotes
        if it["participant"] == "C4" and "uncertainty" in it["all themes"]
    ]
    expect(shown(page)).to_have_count(len(wanted))
    assert shown_ids(page) == wanted


def test_what_is_behind_a_claim_can_be_chosen(page, folder, study, quotes):
    claim = study["propositions"][0]
    visit(page, folder)
    open_facet(page, "Behind a claim")
    select = page.get_by_role("combobox", name="Behind a claim")
    option = select.locator("option", has_text=claim["claim"])
    select.select_option(option.get_attribute("value"))
    expect(page).to_have_url(folder + f"quotes.html?proposition={claim['id']}")
    wanted = [
        it["id"]
        for it in quotes
        if it["id"] in claim["quotes"] or it["all themes"] & set(claim["themes"])
    ]
    expect(shown(page)).to_have_count(len(wanted))
    assert sorted(shown_ids(page)) == sorted(wanted)


def test_words_filter_and_are_marked_where_they_stand(page, folder):
    visit(page, folder)
    words_field(page).fill("tea")
    expect(page).to_have_url(folder + "quotes.html?q=tea")
    expect(shown(page).first.locator("mark").first).to_be_visible()
    for figure in shown(page).all():
        marks = figure.locator("mark").all_text_contents()
        assert marks and all(mark.lower().startswith("tea") for mark in marks)


def test_all_words_must_be_in_what_was_said(page, folder):
    # Clinicians are never called so in their own words here, though a search finds them under that name.
    visit(page, folder, "?q=clinicians+trust")
    expect(status(page)).to_contain_text("No quote has all of this.")
    expect(shown(page)).to_have_count(0)


def test_quotes_are_put_in_order_and_under_headings(page, folder, quotes):
    visit(page, folder)
    page.get_by_label("Sort by").select_option("longest")
    expect(page).to_have_url(folder + "quotes.html?sort=longest")
    expect(shown(page)).to_have_count(31)
    lengths = [
        len(words.split())
        for words in shown(page).locator("blockquote").all_text_contents()
    ]
    assert lengths == sorted(lengths, reverse=True)
    page.get_by_label("Group by").select_option("group")
    expect(page).to_have_url(folder + "quotes.html?sort=longest&by=group")
    headings = page.locator(".explorer-found h2")
    expect(headings).to_have_count(3)
    assert [" ".join(text.split()) for text in headings.all_text_contents()] == [
        "Service users 9 quotes",
        "Peer support workers 10 quotes",
        "Clinicians 12 quotes",
    ]


def test_the_grouping_says_how_the_list_stands(page, folder):
    visit(page, folder)
    grouping = page.get_by_label("Group by")
    expect(grouping.locator("option:checked")).to_have_text("Theme")
    choice(page, "Clinicians").check()
    expect(grouping.locator("option:checked")).to_have_text("Nothing")
    choice(page, "Clinicians").uncheck()
    expect(grouping.locator("option:checked")).to_have_text("Theme")
    grouping.select_option("nothing")
    expect(page).to_have_url(folder + "quotes.html?by=nothing")
    expect(shown(page)).to_have_count(31)
    expect(page.locator(".explorer-found h2:not(.visually-hidden)")).to_have_count(0)
    grouping.select_option("theme")
    expect(page).to_have_url(folder + "quotes.html")


def test_under_themes_those_below_have_headings_of_their_own(page, folder):
    visit(page, folder, "?theme=trust&by=theme")
    top = page.locator(".explorer-found h2")
    below = page.locator(".explorer-found h3")
    expect(top).to_have_count(1)
    expect(top).to_contain_text(
        "Building Engagement through Trust and Relatability 11 quotes"
    )
    assert below.count() == 3


def test_a_view_can_be_shared_by_its_address(new_page, address):
    first, second = new_page(), new_page()
    visit(first, address)
    choice(first, "Clinicians").check()
    words_field(first).fill("team")
    first.get_by_label("Sort by").select_option("shortest")
    expect(first).to_have_url(
        address + "quotes.html?group=clinicians&q=team&sort=shortest"
    )
    expect(shown(first).first).to_be_visible()
    second.goto(first.url)
    expect(choice(second, "Clinicians")).to_be_checked()
    expect(words_field(second)).to_have_value("team")
    expect(second.get_by_label("Sort by")).to_have_value("shortest")
    expect(status(second)).to_have_text(status(first).text_content())
    assert shown_ids(second) == shown_ids(first)


def test_the_address_of_a_view_is_copied(new_page, web):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    visit(page, web, "?group=clinicians")
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == web + "quotes.html?group=clinicians"


def test_what_an_address_asks_for_and_nobody_knows_is_passed_over(page, folder):
    visit(page, folder, "?group=clinicians&group=nobody&theme=__proto__&sort=odd&x=1")
    expect(status(page)).to_have_text("12 of 31 quotes, from 6 participants")


def test_back_and_forward_go_through_the_choices(page, address):
    visit(page, address)
    choice(page, "Clinicians").check()
    expect(status(page)).to_contain_text("12 of 31")
    choice(page, "Service users").check()
    expect(status(page)).to_contain_text("21 of 31")
    page.go_back()
    expect(status(page)).to_contain_text("12 of 31")
    expect(choice(page, "Service users")).not_to_be_checked()
    page.go_back()
    expect(page.locator("#all-quotes")).to_be_visible()
    expect(choice(page, "Clinicians")).not_to_be_checked()
    page.go_forward()
    expect(status(page)).to_contain_text("12 of 31")


def test_coming_back_from_a_quote_is_coming_back_to_the_same_place(page, address):
    visit(page, address, "?group=clinicians")
    link = shown(page).nth(8).locator("a.quote-link")
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 300
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Quote from")
    page.go_back()
    expect(shown(page).nth(8)).to_be_in_viewport()
    assert page.evaluate("scrollY") == pytest.approx(before, abs=50)


def test_chips_take_a_choice_away_and_clear_all_takes_all(page, folder):
    visit(page, folder, "?group=clinicians&theme=trust&q=team")
    active = page.get_by_role("list", name="Active filters")
    expect(active.get_by_role("listitem")).to_have_count(4)
    active.get_by_role("button", name="Remove filter: Clinicians").click()
    expect(page).to_have_url(folder + "quotes.html?theme=trust&q=team")
    expect(active.get_by_role("button").first).to_be_focused()
    active.get_by_role("button", name="Clear all").click()
    expect(page).to_have_url(folder + "quotes.html")
    expect(words_field(page)).to_have_value("")
    expect(active).to_be_hidden()
    expect(page.locator("#all-quotes")).to_be_visible()


def test_the_quotes_of_a_view_are_downloaded_as_csv(page, address, quotes):
    visit(page, address, "?group=clinicians")
    expect(status(page)).to_contain_text("12 of 31")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download these quotes (CSV)").click()
    assert download.value.suggested_filename.endswith(".csv")
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    by_id = {it["id"]: it for it in quotes}
    assert len(rows) == 12
    for row in rows:
        quote = by_id[row["id"]]
        assert row["participant"] == quote["participant"]
        assert row["group"] == "Clinicians"
        assert row["text"].removeprefix("'") == quote["text"]
        assert row["address"] == address + f"quote-{row['id']}.html"


def test_cells_that_spreadsheets_take_for_formulas_are_guarded(page, folder):
    visit(page, folder)
    text = page.evaluate(
        "rows => verbatim.csv(rows)",
        [
            ["a;b", "c"],
            ["=1+1", "+1"],
            ["-1", "@x"],
            ["\tx", "\rx"],
            ['say "so", please', "two\nlines"],
        ],
    )
    assert text == (
        '\ufeff"a;b",c\r\n'
        "'=1+1,'+1\r\n"
        "'-1,'@x\r\n"
        "'\tx,\"'\rx\"\r\n"
        '"say ""so"", please","two\nlines"\r\n'
    )


def test_each_quote_that_is_shown_can_be_copied_and_leads_to_its_page(page, folder):
    visit(page, folder, "?participant=su5")
    figure = shown(page).first
    expect(figure.get_by_role("button", name="Copy")).to_have_count(1)
    expect(figure).to_have_class(re.compile(r"\bgroup-1\b"))
    tag = figure.locator("a.tag").first
    assert tag.get_attribute("href").startswith("theme-")
    figure.locator("a.quote-link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("SU5")


def test_it_works_with_the_keyboard_alone(page, folder):
    visit(page, folder)
    words_field(page).focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if choice(page, "Service users").evaluate(
            "it => it === document.activeElement"
        ):
            break
    page.keyboard.press("Space")
    expect(status(page)).to_contain_text("9 of 31")
    expect(choice(page, "Service users")).to_be_focused()


def test_on_a_phone_the_facets_wait_behind_a_button(new_page, folder):
    page = new_page(viewport={"width": 360, "height": 740})
    visit(page, folder)
    button = page.get_by_role("button", name="Filter", exact=True)
    expect(choice(page, "Clinicians")).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    choice(page, "Clinicians").check()
    page.get_by_role("button", name="Show 12 quotes").click()
    expect(choice(page, "Clinicians")).to_be_hidden()
    expect(status(page)).to_be_focused()
    expect(shown(page).first).to_be_in_viewport()
    expect(page.locator(".filter-button")).to_have_text("Filter 1")


def test_it_fits_a_screen_of_320_pixels(new_page, folder):
    page = new_page(viewport={"width": 320, "height": 640})
    visit(page, folder, "?theme=trust&group=peer-support-workers&q=t&by=theme")
    expect(shown(page).first).to_be_visible()
    page.locator(".filter-button").click()
    open_all_facets(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong(new_page, folder, violations, width, scheme):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    visit(page, folder, "?participant=c4&participant=c1&q=t&by=theme")
    expect(shown(page).first).to_be_visible()
    if width == 360:
        page.locator(".filter-button").click()
    open_all_facets(page)
    assert violations(page) == []


def test_without_its_data_the_page_keeps_its_list_and_says_so(page, web):
    page.route("**/search/*.js*", lambda route: route.abort())
    page.goto(web + "quotes.html")
    expect(status(page)).to_contain_text("cannot be loaded")
    expect(page.locator("#all-quotes figure.quote").first).to_be_visible()


def test_words_of_another_build_never_stand_under_a_name_of_this_one(
    page, web, site, quotes
):
    """A page from a cache may meet a newer site: its quotes may have other numbers there."""
    text = (site / "search/texts-0.js").read_text("utf-8")
    newer = re.sub(r'"[0-9a-z]+"\);\s*$', '"another");', text).replace("peer", "pear")
    assert newer.endswith('"another");') and "pear" in newer
    page.route(
        "**/search/texts-0.js*",
        lambda route: route.fulfill(body=newer, content_type="text/javascript"),
    )
    page.goto(web + "quotes.html?group=clinicians")
    expect(page.locator("#explorer")).to_contain_text("cannot be loaded")
    # What the page itself came with is still true.
    words = {quote["id"]: " ".join(quote["text"].split()) for quote in quotes}
    for id, told in zip(shown_ids(page), shown(page).locator("blockquote").all()):
        assert " ".join(told.text_content().split()) == words[id]


def test_what_is_shown_is_what_is_printed(page, folder):
    visit(page, folder, "?group=clinicians")
    expect(shown(page)).to_have_count(12)
    page.emulate_media(media="print")
    expect(shown(page)).to_have_count(12)
    expect(words_field(page)).to_be_hidden()
    expect(page.get_by_label("Sort by")).to_be_hidden()
