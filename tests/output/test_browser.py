"""The page of `aoud report` in a real browser, where Chromium and its driver are installed (Debian: chromium, chromium-driver)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest
from places import TESTS
from webdriver import CHROMIUM, DRIVER, Browser

from aoud_cli.analysis.pipeline import analyse
from aoud_cli.views.report.build import render_page

AXE = os.environ.get("AXE_CORE", "")  # the path of axe.min.js, of the npm package axe-core
TAB, ENTER, DOWN = "\ue004", "\ue007", "\ue015"
pytestmark = pytest.mark.skipif(CHROMIUM is None or DRIVER is None, reason="no chromium with its chromedriver is installed")
COLOR = "return getComputedStyle(document.querySelector('{}')).backgroundColor"
CLEAR = "rgba(0, 0, 0, 0)"
SHOWN = "return [...document.querySelectorAll('.finding')].filter(e => e.checkVisibility()).length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "dev.html"
    path.write_text(render_page(analyse([str(TESTS / "dev" / "docs")])), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a<b>&\"'.txt").write_text(hostile.ARTICLE, encoding="utf-8")
    (folder / "later.txt").write_text(hostile.LATER, encoding="utf-8")
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    path.write_text(render_page(analyse([str(folder)])), encoding="utf-8")
    return path


def asked_for(browser: Browser) -> list[str]:
    """What was requested since the last look, the browser's own start page apart."""
    return [url for url in browser.requests() if not url.startswith(("data:,", "chrome:", "chrome-"))]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_it_opens_without_a_word_and_asks_for_nothing(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.requests()
    browser.open(page, width, dark)
    assert browser.console() == []
    assert asked_for(browser) == [page.as_uri()]
    assert browser.run("return document.documentElement.scrollWidth") <= width
    paper = browser.run("return getComputedStyle(document.body).backgroundColor")
    assert paper == ("rgb(22, 22, 21)" if dark else "rgb(255, 255, 255)")


def test_a_hostile_article_runs_nothing(browser: Browser, hostile_page: Path) -> None:
    browser.requests()
    browser.open(hostile_page)
    assert browser.run("return typeof window.pwned") == "undefined"
    assert browser.run("return document.title").startswith("All of Us Are Dead: what 2 articles say")
    assert browser.console() == []
    assert asked_for(browser) == [hostile_page.as_uri()]
    assert browser.run("return document.querySelector('.text').checkVisibility()")
    assert "<script>window.pwned = 4</script>" in browser.run("return document.querySelector('.text').textContent")


def test_the_policy_holds_what_is_put_into_the_page_later(browser: Browser, page: Path) -> None:
    browser.open(page)
    added = "const s = document.createElement('script'); s.textContent = 'window.added = 1'; document.body.append(s)"
    assert browser.run(f"{added}; return typeof window.added") == "undefined"
    assert any("Content Security Policy" in line for line in browser.console())


def choose(browser: Browser, name: str, value: str) -> None:
    browser.run(f"const s = document.getElementById('{name}'); s.value = '{value}'; s.dispatchEvent(new Event('change'))")


def test_filters(browser: Browser, page: Path) -> None:
    browser.open(page)
    whole = browser.run(SHOWN)
    assert browser.run(COLOR.format("mark.t-cast:not(.t-release)")) != CLEAR
    choose(browser, "by-topic", "release")
    of_topic = browser.run(SHOWN)
    assert 0 < of_topic < whole
    assert browser.run("return [...document.querySelectorAll('.finding:not([hidden])')].every(e => e.dataset.t.includes(' release '))")
    assert browser.run(COLOR.format("mark.t-cast:not(.t-release)")) == CLEAR
    assert browser.run(COLOR.format("mark.t-release")) != CLEAR
    assert browser.run("return document.getElementById('shown').textContent").endswith(" findings")
    choose(browser, "by-article", "2")
    assert browser.run("return [...document.querySelectorAll('.source')].filter(e => e.checkVisibility()).length") == 1
    assert browser.run(SHOWN) <= of_topic
    browser.run("document.getElementById('clear').click()")
    assert browser.run(SHOWN) == whole
    choose(browser, "by-certainty", "possible")
    assert 0 < browser.run(SHOWN) < whole


def test_a_quotation_leads_to_its_words_and_they_lead_back(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('.finding blockquote a').click()")
    assert browser.run("return document.querySelector('.finding blockquote a').hash === location.hash")
    assert browser.run("return document.querySelector(':target').closest('mark') !== null")  # claims that share their words share a mark
    assert browser.run("const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight")
    # Of the numbers behind the words one leads back: the words of two claims may lie one in the other.
    back = "document.querySelectorAll('sup.refs a')].find(a => a.hash === '#' + f && t.compareDocumentPosition(a) & 4).click()"
    browser.run(f"const t = document.querySelector(':target'), f = document.querySelector('.finding').id; [...{back}")
    assert browser.run("return document.querySelector(':target').closest('.finding') !== null")


def test_a_link_to_what_is_filtered_out_or_folded_shows_it(browser: Browser, page: Path) -> None:
    browser.open(page)
    choose(browser, "by-topic", "trailer")
    browser.run("document.querySelector('.source sup a[href=\"#' + document.querySelector('.finding[hidden]').id + '\"]').click()")
    assert browser.run("return document.querySelector(':target').checkVisibility()")
    assert browser.run("return document.getElementById('by-topic').value") == ""
    browser.run("document.querySelector('.source sup a[href=\"#' + document.querySelector('details .finding').id + '\"]').click()")
    assert browser.run("return document.querySelector(':target').checkVisibility()")


def test_keys_alone_are_enough(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.press(TAB)
    assert browser.run("return document.activeElement.className") == "skip"
    browser.press(ENTER)
    assert browser.run("return location.hash") == "#findings"
    browser.open(page)
    browser.run("document.getElementById('by-topic').focus()")
    whole = browser.run(SHOWN)
    browser.press(DOWN)
    assert browser.run("return document.getElementById('by-topic').value") == "cast"
    assert browser.run(SHOWN) < whole


def test_paper_has_the_findings_and_neither_filters_nor_the_full_articles(browser: Browser, page: Path) -> None:
    browser.open(page, dark=True, media="print")
    assert browser.run("return document.getElementById('filters').checkVisibility()") is False
    assert browser.run("return [...document.querySelectorAll('.source')].some(e => e.checkVisibility())") is False
    assert browser.run("return [...document.querySelectorAll('.finding')].some(e => e.checkVisibility())")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return [...document.querySelectorAll('main details')].every(e => e.open)")
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("return [...document.querySelectorAll('main details')].some(e => e.open)") is False
    assert browser.run("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


SEARCH = "const box = document.getElementById('search'); box.value = {}; box.dispatchEvent(new Event('input'))"
SHELLS = "[...document.querySelectorAll('main table, main figure')].filter(e => e.checkVisibility() && e.querySelector('[data-d]'))"


def test_a_search_leaves_no_empty_shells(browser: Browser, page: Path) -> None:
    browser.open(page)
    words = browser.run("return document.querySelector('.finding blockquote').textContent.slice(1, -1)")
    browser.run(SEARCH.format(json.dumps(words)))
    left = browser.run("return [...document.querySelectorAll('.finding')].filter(e => e.checkVisibility()).map(e => e.textContent)")
    assert left and all(words in text for text in left)
    assert browser.run(f"return {SHELLS}.filter(e => !e.querySelector('[data-d]:not([hidden])')).length") == 0
    browser.run(SEARCH.format("''"))
    assert browser.run("return document.querySelectorAll('main .empty').length") == 0


def test_the_head_of_the_page_says_it_all_in_short(browser: Browser, page: Path) -> None:
    browser.open(page)
    heads = browser.run("return [...document.querySelectorAll('.short h3')].map(e => e.textContent)")
    assert heads[0] == "What is wrong" and heads[-1] == "Who says so"
    assert browser.run("return [...document.querySelectorAll('.short a')].every(e => document.getElementById(e.hash.slice(1)))")


@pytest.mark.skipif(not AXE, reason="AXE_CORE does not name the axe.min.js of the npm package axe-core")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(browser: Browser, page: Path, width: int, dark: bool) -> None:
    browser.open(page, width, dark)
    browser.run(Path(AXE).read_text("utf-8") + ";window.axe = axe")
    found = browser.wait_for("window.axe.run(document).then(r => r.violations.map(v => [v.impact, v.id, v.nodes.length]))")
    assert [problem for problem in found if problem[0] in ("serious", "critical")] == []
