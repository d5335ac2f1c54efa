"""Parts of the navigation that were opened close when the reader goes elsewhere."""

import pytest
from playwright.sync_api import expect

# An invented group, so that the test does not depend on how a study arranges its navigation.
GROUP = """() => {
    const group = document.createElement("details")
    group.className = "nav-group"
    group.id = "invented"
    group.append(document.createElement("summary"), document.createElement("a"))
    group.firstChild.textContent = "Invented"
    group.lastChild.textContent = "Within"
    group.lastChild.href = "index.html"
    document.querySelector(".site-nav").append(group)
}"""


@pytest.fixture
def group(page, folder):
    page.goto(folder + "themes.html")
    page.evaluate(GROUP)
    group = page.locator("#invented")
    group.locator("summary").click()
    expect(group).to_have_attribute("open", "")
    return group


def test_a_click_elsewhere_closes_an_open_part(page, group):
    page.locator("h1").click()
    expect(group).not_to_have_attribute("open", "")


def test_a_click_within_leaves_it_open(page, group):
    group.evaluate("it => it.addEventListener('click', e => e.preventDefault())")
    group.locator("a").click()
    expect(group).to_have_attribute("open", "")


def test_escape_closes_it_and_the_focus_returns(page, group):
    group.locator("a").focus()
    page.keyboard.press("Escape")
    expect(group).not_to_have_attribute("open", "")
    expect(group.locator("summary")).to_be_focused()
