"""Names with signs that addresses, markup and scripts take for their own. The study is invented: nobody said any of it."""

import json
import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

SCRIPT = "</script><script>document.title='taken'</script>"
FILES = {
    "study.yml": "title: Tea & <b>more</b>\ngroups:\n"
    + "".join(f"  - {{id: g{n}, title: 'Group {n}, & co', singular: 'member {n}'}}\n" for n in range(1, 10))
    + "attributes: [{column: role, label: 'Role & rank'}]\n",
    "codebook.yml": "themes: [{id: Cups.1, title: 'Cups, & saucers', themes: [{id: 'cups-1', title: Cups}]}]\n",
    "participants.csv": 'participant,group,role\n"P 1, & Co",g1,"a, b & c=d"\nZoë,g9,e?f#g\nSilent,g2,\n',
    "quotes/all.csv": f'id,participant,codes,text\nQ.1/ä,"P 1, & Co",Cups.1,"{SCRIPT} it\'s \\\\ here"\n'
    "q+2,Zoë,cups-1,Said with a ninth mark.\n",
    "logic-model.yml": "columns: [{id: In.1, title: In}]\n"
    "boxes: [{id: Box.A, column: In.1, title: 'Box & more', themes: [cups-1]}, {id: lone, column: In.1, title: Lone}]\n"
    "arrows: [{from: Box.A, to: lone}]\n",
}


@pytest.fixture(scope="module")
def odd(make_site):
    return make_site("odd", FILES)


@pytest.fixture
def study(odd):
    return json.loads((odd / "study.json").read_text("utf-8"))


def visit(page, odd, query=""):
    page.goto(f"{odd.as_uri()}/quotes.html{query}")
    expect(page.locator(".explorer-status")).to_contain_text(re.compile("quotes?"))


def found(page):
    return page.locator(".explorer-found figure.quote")


def test_no_page_has_an_error_or_runs_what_was_said(page, odd):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for file in sorted(odd.glob("*.html")):
        page.goto(file.as_uri())
        assert page.title() != "taken"
    assert errors == []


def test_the_page_of_a_box_leads_to_its_quotes_and_one_without_any_does_not(page, odd, study):
    boxes = {it["id"]: it["address"] for it in study["boxes"]}
    page.goto(f"{odd.as_uri()}/{boxes['Box.A']}")
    page.locator('main a[href^="quotes.html?"]').click()
    expect(page.locator(".chip-title")).to_have_text("Box & more")
    expect(found(page)).to_have_count(1)
    page.goto(f"{odd.as_uri()}/{boxes['lone']}")
    expect(page.locator('main a[href^="quotes.html?"]')).to_have_count(0)


def test_an_attribute_with_signs_can_be_chosen_sent_and_gone_back_from(page, odd):
    visit(page, odd)
    page.locator(".facet-attribute summary").click()
    page.get_by_role("checkbox", name=re.compile("a, b & c=d")).check()
    expect(page.locator(".chip-title")).to_have_text("Role & rank: a, b & c=d")
    expect(found(page).locator("blockquote")).to_have_text(f"{SCRIPT} it's \\\\ here")
    assert page.url.endswith("?" + urlencode({"attr-Role & rank": "a, b & c=d"}))
    address = page.url
    page.go_back()
    expect(found(page)).to_have_count(0)
    page.goto("about:blank")
    page.goto(address)
    expect(found(page)).to_have_count(1)


def test_quotes_lead_to_their_pages_from_the_explorer_and_the_search(page, odd, study):
    for quote in study["quotes"]:
        visit(page, odd, "?" + urlencode({"q": quote["text"].split()[-1]}))
        expect(found(page).first.locator(".quote-link")).to_have_attribute("href", quote["address"])
        page.goto(f"{odd.as_uri()}/search.html?" + urlencode({"q": quote["text"].split()[-1]}))
        expect(page.locator(f'.search-result[href="{quote["address"]}"]')).to_be_visible()


def test_a_ninth_group_has_the_first_mark_again(page, odd):
    visit(page, odd, "?group=g9")
    expect(found(page)).to_have_class("quote group-1")
    expect(found(page).locator(".group-mark")).to_have_class("group-mark group-1")


def test_what_an_address_asks_for_and_the_study_has_not_is_passed_over(page, odd):
    visit(page, odd, "?theme=nothing&attr-Role=x&by=shoes&sort=up&=")
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator("#all-quotes")).to_be_visible()
