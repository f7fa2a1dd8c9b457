"""English words are data: the files of english/ are sound, and no list of them stands in the code."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from places import ROOT

from aoud_cli import english
from aoud_cli.model import AoudError
from aoud_cli.spans.kinds import SLOTS

PACKAGE = ROOT / "aoud_cli"
MOST = 4  # words of one list in the code
READERS = ("ground", "names", "spans", "articles", "claims", "findings", "verdicts", "people", "analysis")
# Lists of five words and more that are no English but names of our own: keys, kinds, steps. Module -> the first of each list.
OUR_OWN = {
    "analysis/difference.py": {"gained"},  # kinds of change
    "analysis/explain.py": {"clause", "exact"},  # steps of a season, ways to match a name
    "analysis/explain_finding.py": {"fixed"},  # kinds of fact
    "analysis/timeline.py": {"first"},  # kinds of change
    "articles/dateline.py": {"front matter"},  # kinds of stamp
    "articles/formats/page.py": {"area", "script", "div", "li", "ul", "class"},  # tags of HTML
    "articles/formats/records.py": {"text", "title", "date", "modified", "url", "publisher"},  # keys of records
    "articles/formats/web.py": {"nav", "article", "~article", "li"},  # tags and names of HTML
    "claims/codec.py": {"id", "clause"},  # keys of a claim, steps of a season
    "claims/events/words.py": {"nouns"},  # forms of a word
    "claims/lexicon.py": {"base", "participle", "does", "works"},  # forms, classes of words
    "claims/constructions/answers.py": {"befalls"},  # classes of words
    "claims/constructions/fates.py": {"befalls"},  # classes of words
    "claims/constructions/people.py": {"does"},  # classes of words
    "claims/forms.py": {"paces"},  # classes of words
    "claims/grammar.py": {"duration"},  # slots of rules
    "claims/retracted.py": {"hours"},  # kinds of span
    "claims/rules.py": {"id", "pattern"},  # keys of a rule
    "claims/seasons/named.py": {"clause"},  # steps
    "claims/trace.py": {"exact"},  # ways to match a name
    "claims/unread.py": {"pronoun"},  # kinds of span
    "findings/reasons.py": {"agrees"},  # codes
    "names/profile.py": {"exact"},  # ways to match a name
    "names/profile_file.py": {"number", "profile", "spin-off"},  # keys of a profile, kinds of a work in it
    "ground/files.py": {"idna"},  # encodings
    "ground/prepared.py": {"ground"},  # folders of the package
    "spans/dates/calendar.py": {"early"},  # parts of a year
    "spans/seasons.py": {"digit"},  # groups of a pattern
    "spans/kinds.py": {"date", "performer", "platform"},  # kinds of span, slots
    "spans/quantities.py": {"hours"},  # kinds of span
}


def alternatives(source: str) -> Iterator[list[str]]:
    """The alternatives of each group of a regular expression, and of the whole."""
    found: list[list[str]] = []
    stack = [[""]]
    for piece in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|<?[:=!]|[aimsx-]+:))?|\)|\||.", source, re.DOTALL):
        part = piece.group()
        if part.startswith("("):
            stack.append([""])
        elif part == ")" and len(stack) > 1:
            found.append(stack.pop())
            stack[-1][-1] += "~"
        elif part == "|":
            stack[-1].append("")
        else:
            stack[-1][-1] += part
    yield from (*found, *stack)


def is_word(text: str) -> bool:
    plain = re.sub(r"\(\?P<\w+>|\\[A-Za-z]|<\w+\\d\+>|\[[^\]]*\]|\{+[A-Za-z_.:|]+\}+|~", "", text)
    return re.search(r"[A-Za-z]{2,}", plain) is not None or plain.strip() in ("a", "an?")


def text_of(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "~" for part in node.values)
    return None


def word_lists(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Line and words of each list of words in a module: alternatives of a pattern, a split text, the items or keys of a collection."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        text = None if id(node) in docstrings | inner or not isinstance(node, ast.expr) else text_of(node)
        if text is not None:
            yield from ((node.lineno, [one for one in group if is_word(one)]) for group in alternatives(text) if len(group) > MOST)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            yield node.lineno, (text_of(node.func.value) or "").split()
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            texts = [text_of(item) or "" for item in items if item is not None]
            yield node.lineno, [item for item in texts if re.fullmatch(r"[a-z][a-z' -]+", item)]


def test_no_list_of_english_words_in_the_code() -> None:
    found = []
    for room in READERS:
        for path in (PACKAGE / room).rglob("*.py"):
            name = path.relative_to(PACKAGE).as_posix()
            for line, listed in word_lists(ast.parse(path.read_text("utf-8"))):
                if len(listed) > MOST and listed[0] not in OUR_OWN.get(name, ()):
                    found.append(f"{name}:{line}: {' '.join(listed)[:60]}")
    assert not found


@pytest.mark.parametrize(
    ("code", "is_list"),
    [
        (r'x = re.compile(r"\b(?:said|says|told|wrote|claimed)\b")', True),
        (r'x = re.compile(r"\b(?:said|says|told)\b")', False),
        ('x = "one two three four five".split()', True),
        ('x = frozenset({"mr", "mrs", "dr", "sir", "dame"})', True),
        ('x = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5}', True),
        ('x = f"(?:{y}|old|new|own|big|late|dead)"', True),
        ('"""One, two, three|four|five|six|seven."""', False),
        (r'x = re.compile(r"{says}|{:season}|\d+|<d\d+>|[a-z]+")', False),
    ],
)
def test_what_counts_as_a_list(code: str, is_list: bool) -> None:
    assert any(len(listed) > MOST for _, listed in word_lists(ast.parse(code))) is is_list


@pytest.mark.parametrize("name", sorted(english.classes()))
def test_every_class_is_a_pattern(name: str) -> None:
    assert re.compile(english.fill(f"{{{name}}}"))
    assert english.words(name)


def test_every_word_of_a_class_is_whole() -> None:
    """A blank within `[a-z_ ]` cuts a word in two, and what stands between the halves is lost in a set of letters."""
    for found in english.classes().values():
        for word in () if found.is_literal else found.words:
            re.compile(re.sub(r"\{[^{}0-9,]+\}", "x", word))


def test_every_pattern_of_the_code_compiles() -> None:
    """They are compiled at their first use, which an article that nobody has tried may be."""
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        if any(isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pattern" for node in ast.walk(tree)):
            module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
            for value in vars(module).values():
                for one in value if isinstance(value, tuple) else (value,):
                    if isinstance(one, english._Lazy):
                        re.compile(english.fill(one._source), one._flags)


def test_no_class_has_the_name_of_a_slot() -> None:
    assert not set(english.classes()) & set(SLOTS)


def test_each_word_has_one_value() -> None:
    assert english.numbers("cardinals")["twelve"] == 12
    assert english.numbers("month_names")["december"] == 12
    assert english.values("place.networks")["ITV"] == "ITV1"
    assert english.values("bounds")["no fewer than"] == "at_least"
    assert [name for name, count in english.numbers("ordinals").items() if count == 3] == ["third"]


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("{scale_words}", r"(?:[mbk](?![a-z])|thousand|billion|million|crore|lakh|bn|mn)"),  # the longest first
        ("{roman}", "(?:iii|ii|iv)"),
        ("{Roman}", "(?:Iii|Ii|Iv)"),
        ("x{0,3}", "x{0,3}"),
        ("{:season} {:title|season} {:any}", r"<s\d+> <[ts]\d+> <[a-z]\d+>"),
    ],
)
def test_fill(source: str, filled: str) -> None:
    assert english.fill(source) == filled


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        english.pattern("{no_such_class}").search("x")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: one two\na: three\n", "the key 'a' is given twice"),
        ("a: x <s\\d+>\n", "'a' spells out the letter of a kind"),
        ("a:\n  - x <[ts]\\d+>\n", "'a' spells out the letter of a kind"),
    ],
)
def test_a_wrong_file_is_told_by_its_line(text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(english, "FOLDER", tmp_path)
    with pytest.raises(AoudError, match=rf"^english/x\.yaml:\d+: .*{re.escape(message)}"):
        english.read_classes()


def test_a_class_in_two_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("x", "y"):
        (tmp_path / f"{name}.yaml").write_text("a: one two\n", "utf-8")
    monkeypatch.setattr(english, "FOLDER", tmp_path)
    with pytest.raises(AoudError, match=r"^english/y\.yaml:1: the class 'a' is defined twice"):
        english.read_classes()


LONGEST = 200  # code points of an expression that somebody can still read


def rule_expressions() -> Iterator[tuple[str, str]]:
    for path in sorted((PACKAGE / "rules").glob("*.yaml")):
        for rule in yaml.safe_load(path.read_text("utf-8"))["rules"]:
            for key in ("pattern", "under", "around"):
                told = rule.get(key, [])
                yield from ((f"{rule['id']} {key}", line) for line in ([told] if isinstance(told, str) else told))


def class_expressions() -> Iterator[tuple[str, str]]:
    for name, found in english.classes().items():
        yield from ((name, word) for word in found.words if found.as_is)


def code_expressions() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(?:" in node.value:
                yield f"{path.name}:{node.lineno}", node.value


@pytest.mark.parametrize("source", [rule_expressions, class_expressions, code_expressions], ids=lambda source: source.__name__)
def test_no_expression_is_too_long_to_read(source: Callable[[], Iterator[tuple[str, str]]]) -> None:
    found = list(source())
    assert len(found) > 50
    assert [(where, len(text)) for where, text in found if len(text) > LONGEST] == []
