"""What the browser tests share. They read a rendered site as its readers do:

    .venv/bin/python -m pytest -q Tests/browser

The site is site/, or the folder that VERBATIM_SITE names.
"""

import functools
import http.server
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("VERBATIM_SITE", ROOT / "site")).resolve()
SUB_PATH = "/some/sub/path/"
PROGRAM = ROOT / ".build/release/verbatim"


def pytest_configure(config):
    # What builds of these tests remember must not fill the caches of the one who runs them.
    cache = tempfile.TemporaryDirectory(prefix="verbatim-cache-")
    config.add_cleanup(cache.cleanup)
    os.environ["VERBATIM_CACHE"] = cache.name


def pytest_sessionstart():
    # Without this, tests that run once for each page would run for none, and pass.
    if not (SITE / "index.html").is_file():
        pytest.exit(f"There is no site in {SITE}. Make it first: make site", 2)


def pytest_generate_tests(metafunc):
    """Runs a test that asks for `kind` once for each kind of page, such as quotes and themes."""
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", sorted(largest_page_of_each_kind()))


@functools.cache
def largest_page_of_each_kind():
    """File names by kind. Of each kind the largest page, since it has the most to go wrong."""
    largest = {}
    for file in sorted(SITE.glob("*.html"), key=lambda file: file.stat().st_size):
        kind = re.search(r'<body class="page-([a-z-]+)"', file.read_text("utf-8"))
        assert kind, f"{file.name} does not say what kind of page it is"
        largest[kind[1]] = file.name
    return largest


@pytest.fixture
def page_of_kind(kind):
    return largest_page_of_each_kind()[kind]


@pytest.fixture(scope="session")
def site():
    """The folder of the rendered site."""
    return SITE


@pytest.fixture(scope="session")
def pages(site):
    """The names of all pages."""
    return sorted(file.name for file in site.glob("*.html"))


@pytest.fixture(scope="session")
def content():
    """The folder of the study that the site was made from."""
    return ROOT / "content"


@pytest.fixture(scope="session")
def browser():
    chromium = shutil.which("chromium")
    assert chromium, "chromium is not installed: make test-packages"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """Opens an empty page; takes the options of a Playwright context."""
    contexts = []

    def new_page(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture(scope="session")
def violations():
    """Gives what axe finds wrong with a page as it stands: for each rule its name and the places."""
    package = importlib.util.find_spec("axe_playwright_python")
    axe = Path(package.origin).with_name("axe.min.js").read_text("utf-8")

    def violations(page):
        page.evaluate(axe)
        # Asking for violations only spares axe much work on what is right.
        found = page.evaluate(
            "axe.run({resultTypes: ['violations']}).then(found => found.violations)"
        )
        return [(it["id"], [node["target"] for node in it["nodes"]]) for it in found]

    return violations


@pytest.fixture(scope="session")
def make_site(tmp_path_factory):
    """Makes the site of a study that is given as texts by path; gives its folder."""

    def make_site(name, files):
        folder = tmp_path_factory.mktemp(name)
        for path, text in files.items():
            file = folder / "study" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        command = [PROGRAM, "build", "--study", folder / "study", "--output", folder / "site"]
        made = subprocess.run(command, capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        return folder / "site"

    return make_site


@pytest.fixture(scope="session")
def folder(site):
    """The site's address when it is opened from a disk or a shared drive."""
    return site.as_uri() + "/"


@pytest.fixture(scope="session")
def web(site):
    """The site's address when a server publishes it below some other site."""
    handler = functools.partial(SubPathHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        server.shutdown()


@pytest.fixture(params=["folder", "web"])
def address(request):
    """Both addresses, one after the other."""
    return request.getfixturevalue(request.param)


class SubPathHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a site under SUB_PATH and nothing elsewhere, with 404.html for what is not there."""

    def send_head(self):
        if not self.path.startswith(SUB_PATH):
            return self.send_error(404)
        self.path = self.path[len(SUB_PATH) - 1 :]
        return super().send_head()

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *arguments):
        pass
