"""The report: one page that needs nothing but itself, with a policy that lets nothing but its own style and script act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from aoud_cli import __version__
from aoud_cli.model import Certainty
from aoud_cli.output.words import count_words
from aoud_cli.predicates import TOPICS
from aoud_cli.views.report.articles import articles_section
from aoud_cli.views.report.cast import cast_section
from aoud_cli.views.report.findings import agreements_section, findings_section
from aoud_cli.views.report.guide import Guide
from aoud_cli.views.report.html import Html, el, inline, join
from aoud_cli.views.report.summary import summary_section
from aoud_cli.views.report.timeline import timeline_section

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

HERE = Path(__file__).parent
FEW = 40  # articles; of more only what is in view is laid out, at the price of a less steady scroll bar
LEVELS = tuple(level.value for level in Certainty)
PARTS = (
    ("short", "In short"), ("findings", "Findings"), ("timeline", "Timeline"), ("cast", "Cast"), ("alike", "Alike"),
    ("articles", "Articles"),
)  # fmt: skip


def render_page(analysis: Analysis) -> str:
    """The whole page. The same analysis gives the same bytes."""
    guide = Guide(analysis)
    style, script = _style(), (HERE / "page.js").read_text("utf-8")
    title = f"{analysis.profile.title}: what {count_words(len(analysis.articles), 'article')} say"
    sections = {
        "short": summary_section(guide),
        "findings": findings_section(guide),
        "timeline": timeline_section(guide),
        "cast": cast_section(guide),
        "alike": agreements_section(guide),
        "articles": articles_section(guide),
    }
    body = el(
        "body",
        el("a", "Skip to the findings", href="#findings", class_="skip"),
        el("header", el("h1", title), el("p", _counts(analysis)), _skipped(analysis), _contents(sections)),
        _filters(guide),
        el("main", *sections.values()),
        el("footer", el("p", f"Made by aoud {__version__}. The articles' words are their publishers'; who is right, aoud doesn't know.")),
        inline("script", script),
        class_="many" if len(analysis.articles) > FEW else None,
    )
    return join([Html("<!doctype html>\n"), el("html", _head(title, style, script), body, lang="en"), "\n"])


def _head(title: str, style: str, script: str) -> Html:
    allowed = f"style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"),
        el("link", rel="icon", href="data:,"),
        el("title", title),
        inline("style", style),
    )


def _digest(code: str) -> str:
    """The name by which the policy allows one script or style: a hash of exactly what stands between its tags."""
    import base64
    import hashlib

    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode('utf-8')).digest()).decode('ascii')}"


def _style() -> str:
    """The style sheet, with the rules that dim what a filter leaves out: they work without going through thousands of highlights."""
    dimmed = [f'[data-topic="{topic}"] .k:not(.t-{topic})' for topic in TOPICS]
    dimmed += [f'[data-certainty="{level}"] .k:not(.{level})' for level in LEVELS]
    left_out = [f'[data-topic="{topic}"] .c:not(.t-{topic})' for topic in TOPICS]
    left_out += [f'[data-certainty="{level}"] .c:not(.{level})' for level in LEVELS]
    sheet = (HERE / "page.css").read_text("utf-8")
    return f"{sheet}{','.join(dimmed)}{{background:none;border-color:transparent}}\n{','.join(left_out)}{{display:none}}\n"


def _counts(analysis: Analysis) -> str:
    read = count_words(len(analysis.articles), "article")
    return f"{read} read, {count_words(len(analysis.claims), 'claim')} found in them. Each has its words: follow a quotation to its place."


def _skipped(analysis: Analysis) -> Html | None:
    """What was not read is said before anything that was."""
    skipped = analysis.corpus.skipped
    if not skipped:
        return None
    items = [el("li", f"{item.path}: {item.reason}") for item in skipped]
    return el("div", el("p", f"Not read: {count_words(len(skipped), 'file')}"), el("ul", *items), class_="skipped")


def _contents(sections: dict[str, Html | None]) -> Html:
    links = [el("li", el("a", name, href=f"#{anchor}")) for anchor, name in PARTS if sections[anchor] is not None]
    return el("nav", el("ul", *links), aria_label="Parts of this page")


def _filters(guide: Guide) -> Html:
    """The filters; hidden until the script that they need runs."""
    told = {claim.topic for claim in guide.analysis.claims}
    topics = [el("option", topic, value=topic) for topic in TOPICS if topic in told]
    articles = [el("option", guide.labels[a.document], value=place) for place, a in enumerate(guide.analysis.articles)]
    levels = [el("option", level, value=level) for level in LEVELS]
    fields = (_choice("Topic", topics), _choice("Article", articles), _choice("Certainty", levels))
    search = el("div", el("label", "Search", for_="search"), el("input", type="text", id="search", autocomplete="off"))
    clear = el("button", "Show all", type="button", id="clear")
    status = el("p", id="shown", role="status")
    return el("section", *fields, search, clear, status, class_="filters", id="filters", hidden=True, aria_label="Filters")


def _choice(name: str, options: list[Html]) -> Html:
    anchor = f"by-{name.lower()}"
    return el("div", el("label", name, for_=anchor), el("select", el("option", "all", value=""), *options, id=anchor))
