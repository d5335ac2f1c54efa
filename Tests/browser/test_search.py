"""The search finds what readers look for, wherever they are, by keyboard alone, and forgives small slips."""

import pytest
from playwright.sync_api import expect

TRUST = "theme-trust.html"


def field(page):
    return page.get_by_role("search").get_by_role("searchbox")


def panel(page):
    return page.locator(".search-panel")


def results(page):
    return page.locator(".search-results a")


def look_for(page, words):
    """Types words from anywhere on a page, and waits for what is found."""
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    field(page).fill(words)
    expect(panel(page)).to_be_visible()


def has_focus(locator):
    return locator.evaluate("it => it === document.activeElement")


def test_the_link_becomes_a_field_that_the_slash_leads_to(page, address):
    page.goto(address + "index.html")
    expect(page.locator(".search-link")).to_have_count(0)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")


def test_the_slash_can_be_turned_off(page, web):
    page.goto(web + "search.html")
    page.get_by_role("checkbox", name="The key / leads to the search").uncheck()
    page.goto(web + "index.html")
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()
    page.goto(web + "search.html")
    page.get_by_role("checkbox", name="The key / leads to the search").check()
    page.goto(web + "index.html")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_without_javascript_the_link_leads_to_all_parts_of_the_site(new_page, folder):
    page = new_page(java_script_enabled=False)
    page.goto(folder + "index.html")
    page.locator(".search-link a").click()
    expect(page).to_have_url(folder + "search.html")
    expect(page.locator("#search-parts a[href='themes.html']")).to_be_visible()


def test_nothing_is_loaded_before_the_field_is_used(page, folder):
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(folder + TRUST)
    assert not [url for url in loaded if "/search/" in url]
    look_for(page, "trust")
    expect(results(page).first).to_be_visible()
    assert [url for url in loaded if "/search/terms" in url]


def test_a_beginning_is_enough_and_what_matched_is_marked(page, address):
    page.goto(address + "index.html")
    look_for(page, "relatab")
    link = panel(page).locator(f"a[href='{TRUST}']")
    expect(link.locator("mark").first).to_have_text("Relatability")


def test_a_quote_is_found_with_its_words_and_who_said_them(page, address):
    page.goto(address + "index.html")
    look_for(page, "brand new")
    quote = panel(page).locator("a[href='quote-su5-1.html']")
    expect(quote).to_contain_text("it was all brand new for me")
    expect(quote).to_contain_text("SU5, service user")
    assert quote.locator("mark").all_text_contents() == ["brand", "new"]
    quote.click()
    expect(page).to_have_url(address + "quote-su5-1.html")


@pytest.mark.parametrize("words", ["DONT", "don't", "don’t", "dón't"])
def test_capitals_accents_and_apostrophes_do_not_count(page, folder, words):
    page.goto(folder + "index.html")
    look_for(page, words)
    expect(results(page).first).to_be_visible()
    marks = panel(page).locator(".search-quote mark").all_text_contents()
    assert marks and {mark.lower().replace("’", "'") for mark in marks} == {"don't"}


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("trsut", "trust"),
        ("intergation", "integration"),
        ("relatabilty", "relatability"),
    ],
)
def test_a_small_slip_is_mended_and_said(page, folder, typed, meant):
    page.goto(folder + "index.html")
    look_for(page, typed)
    expect(panel(page)).to_contain_text(f"Showing results for {meant}")
    expect(results(page).first).to_be_visible()


# The same as when the index is made: what is typed must become what stands there.
@pytest.mark.parametrize(
    "text, words",
    [
        ("Don’t 'quote' me, O'Neill's", ["dont", "quote", "me", "oneills"]),
        ("Élan E\u0301lan elan", ["elan", "elan", "elan"]),
        ("Łódź, Ærø, STRASSE, Straße", ["lodz", "aero", "strasse", "strasse"]),
        ("İzmir ıslak", ["izmir", "islak"]),
        ("ΟΔΟΣ οδός", ["οδοσ", "οδοσ"]),
        ("co-op 3rd a’’b rock’", ["co", "op", "3rd", "a", "b", "rock"]),
        ("漢字 テスト abc字", ["漢", "字", "テ", "ス", "ト", "abc", "字"]),
        ("x" * 50, ["x" * 40]),
        ("データー", ["テ", "ー", "タ", "ー"]),
        ("… — !", []),
    ],
)
def test_text_is_folded_and_split_as_in_the_index(page, folder, text, words):
    page.goto(folder + "index.html")
    found = page.evaluate("text => verbatim.words(text)", text)
    assert [it["word"] for it in found] == words
    # Each has its place in the text, so that it can be marked there.
    for it in found:
        assert 0 <= it["start"] < it["end"] <= len(text)


def test_a_group_and_a_theme_find_the_quotes_of_one_on_the_other(page, folder):
    page.goto(folder + "search.html?q=clinicians+trust")
    quotes = page.locator("section", has=page.locator("#found-quote")).locator("li a")
    expect(quotes.first).to_be_visible()
    for detail in quotes.locator(".search-detail").all_text_contents():
        assert "clinician" in detail


def test_the_arrow_keys_lead_through_the_results_and_back(page, folder):
    page.goto(folder + "index.html")
    look_for(page, "trust")
    expect(results(page).first).to_be_visible()
    links = panel(page).locator("a")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(links.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    page.keyboard.press("Home")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()


def test_escape_closes_and_leads_back_to_the_field(page, folder):
    page.goto(folder + "index.html")
    look_for(page, "trust")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("trust")


def test_tab_moves_on_to_what_comes_after_the_search_and_closes(page, folder):
    page.goto(folder + "index.html")
    for from_a_result in (False, True):
        look_for(page, "trust")
        expect(results(page).first).to_be_visible()
        if from_a_result:
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        expect(panel(page)).to_be_hidden()
        assert not has_focus(field(page))
        assert not page.evaluate(
            "document.querySelector('.search-panel').contains(document.activeElement)"
        )


def test_a_click_elsewhere_closes(page, folder):
    page.goto(folder + "index.html")
    look_for(page, "trust")
    expect(results(page).first).to_be_visible()
    page.mouse.click(5, page.viewport_size["height"] - 5)
    expect(panel(page)).to_be_hidden()


def test_what_was_found_is_said_to_those_who_listen(page, folder):
    page.goto(folder + "index.html")
    look_for(page, "trust")
    status = page.locator("body > [role=status]")
    expect(status).to_contain_text("results")
    field(page).fill("xqzwvk")
    expect(status).to_contain_text("Nothing found for “xqzwvk”.")


def test_nothing_found_is_said_kindly(page, folder):
    page.goto(folder + "index.html")
    look_for(page, "xqzwvk")
    expect(panel(page)).to_contain_text("Nothing found for “xqzwvk”.")
    expect(panel(page)).to_contain_text("A shorter word")
    expect(results(page)).to_have_count(0)


def test_enter_leads_to_all_results_and_the_same_link_does(page, address):
    page.goto(address + "index.html")
    look_for(page, "trust")
    link = panel(page).get_by_role("link", name="results").last
    assert link.get_attribute("href") == "search.html?q=trust"
    shown = link.text_content()
    field(page).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address + "search.html?q=trust")
    expect(field(page)).to_have_value("trust")
    count = page.get_by_role("status").filter(has_text="results for “trust”")
    expect(count).to_be_visible()
    assert shown == f"All {count.text_content().split()[0]} results"


def test_the_page_of_results_has_them_all_by_kind(page, folder):
    page.goto(folder + "search.html?q=trust")
    expect(results(page).first).to_be_visible()
    expect(page.locator("#search-parts")).to_be_hidden()
    sections = page.locator(".search-found section")
    counted = 0
    for section in sections.all():
        number = int(section.locator("h2 .tally").text_content())
        assert section.locator("li").count() == min(number, 20)
        counted += number
    status = page.get_by_role("status").filter(has_text="results for “trust”")
    assert status.text_content().startswith(f"{counted} ")
    # The list of kinds leads to each.
    jumps = page.get_by_role("navigation", name="Kinds of results").get_by_role("link")
    assert jumps.count() == sections.count()
    jumps.last.click()
    expect(sections.last.locator("h2")).to_be_in_viewport()


def test_more_of_a_kind_is_shown_on_demand(page, folder):
    page.goto(folder + "search.html?q=the")
    section = page.locator("section", has=page.locator("#found-quote"))
    expect(section.locator("li")).to_have_count(20)
    more = section.get_by_role("button", name="more")
    more.click()
    expect(section.locator("li").nth(20).locator("a")).to_be_focused()
    total = int(section.locator("h2 .tally").text_content())
    assert section.locator("li").count() == min(total, 40)


def test_the_question_stands_in_the_address_and_back_returns_to_it(page, address):
    page.goto(address + "search.html?q=trust")
    expect(results(page).first).to_be_visible()
    field(page).fill("boundaries")
    expect(page).to_have_url(address + "search.html?q=boundaries")
    expect(page.get_by_text("for “boundaries”").first).to_be_visible()
    page.go_back()
    expect(page).to_have_url(address + "search.html?q=trust")
    expect(field(page)).to_have_value("trust")
    expect(page.get_by_text("for “trust”").first).to_be_visible()
    results(page).first.click()
    page.go_back()
    expect(field(page)).to_have_value("trust")
    expect(results(page).first).to_be_visible()


def test_without_its_data_the_search_says_so(page, web):
    page.route("**/search/*.js*", lambda route: route.abort())
    page.goto(web + "index.html")
    look_for(page, "trust")
    expect(panel(page)).to_contain_text("cannot be loaded")
    # And it can be tried again.
    page.unroute("**/search/*.js*")
    field(page).fill("trust ")
    expect(results(page).first).to_be_visible()


def test_words_in_quotes_are_never_taken_for_markup(page, folder):
    page.goto(folder + "search.html?q=" + "%3Cimg%20src%3Dx%3E")
    expect(page.get_by_text("“<img src=x>”").first).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_what_is_found_fits_the_screen(new_page, folder, width):
    page = new_page(viewport={"width": width, "height": 700})
    page.goto(folder + "index.html")
    look_for(page, "trust")
    box = panel(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_wrong_with_results(
    new_page, folder, violations, width, scheme
):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(folder + "index.html")
    look_for(page, "trust clinicians")
    expect(results(page).first).to_be_visible()
    assert violations(page) == []
    page.goto(folder + "search.html?q=trust")
    expect(results(page).first).to_be_visible()
    assert violations(page) == []
