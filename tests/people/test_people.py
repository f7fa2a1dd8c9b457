"""Profiles learned from articles, what is wrong in a profile, and who is who."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from places import TESTS

from aoud_cli.analysis.pipeline import analyse
from aoud_cli.articles.read import read_corpus
from aoud_cli.cli.main import main
from aoud_cli.model import AoudError, Article, Asserted
from aoud_cli.names.profile import Profile
from aoud_cli.names.profile_file import PROFILES, load_profile, parse_profile
from aoud_cli.names.sameness import compare_names
from aoud_cli.people.check import check_profile
from aoud_cli.people.directory import Directory, find_people
from aoud_cli.people.propose import propose
from aoud_cli.scoring.gold import read_gold
from aoud_cli.scoring.score import judge_analysis

EBB = TESTS.parent / "examples" / "the-long-ebb"
SEEDS = TESTS.parent / "seeds"
CORPORA = {"the-long-ebb": EBB / "articles", "all-of-us-are-dead": SEEDS}
GOLD = {"the-long-ebb": EBB / "gold", "all-of-us-are-dead": TESTS / "gold" / "seeds"}
# Of the hand-finished profile on its gold; raise them with the rules.
FLOORS = {"the-long-ebb": (0.8, 0.93), "all-of-us-are-dead": (0.95, 0.97)}


def articles(name: str) -> tuple[Article, ...]:
    return read_corpus([str(CORPORA[name])]).articles


@lru_cache(maxsize=4)
def proposed(name: str) -> str:
    return propose(name, articles(name))


def recall_and_precision(name: str, profile: str) -> tuple[float, float]:
    total = judge_analysis(analyse([str(CORPORA[name])], profile=profile), read_gold(str(GOLD[name])), []).total
    return total.recall, total.precision


# A profile from articles ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(CORPORA))
def test_a_proposed_profile_scores(name: str, tmp_path: Path) -> None:
    path = tmp_path / "proposed.yaml"
    path.write_text(proposed(name), encoding="utf-8")
    by_hand, precision = recall_and_precision(name, name)
    assert by_hand >= FLOORS[name][0]
    assert precision >= FLOORS[name][1]
    assert recall_and_precision(name, str(path))[0] >= 0.75 * by_hand


@pytest.mark.parametrize("name", sorted(CORPORA))
def test_what_is_known_of_the_show_is_proposed(name: str) -> None:
    known, show = load_profile(name), parse_profile(proposed(name), "x.yaml")
    assert (show.title, show.seasons, show.platform) == (known.title, known.seasons, known.platform)
    assert check_profile(proposed(name), "x.yaml") == [p for p in check_profile(proposed(name), "x.yaml") if p.level == "remark"]


def test_everybody_has_their_role() -> None:
    show, known = parse_profile(proposed("the-long-ebb"), "x.yaml"), load_profile("the-long-ebb")
    found = {person.name: person.role for person in show.people}
    assert found.items() <= {person.name: person.role for person in known.people}.items()
    left = {person.name for person in known.people} - set(found)
    assert len(left) <= 2
    assert all(f"#  - {name}" in proposed("the-long-ebb") for name in left)  # of whom no rule reads in which part


def test_the_evidence_stands_in_the_articles() -> None:
    texts = {article.document: article.text.split("\n") for article in articles("the-long-ebb")}
    lines = [line for line in proposed("the-long-ebb").split("\n") if " articles; " in line and "claim" in line]
    assert len(lines) > 10
    for line in lines:
        place, _, quote = line.split("; ", 1)[1].partition(" ")
        document, _, number = place.partition(":")
        assert quote[1:-1] in texts[document][int(number) - 1]


def test_the_order_of_articles_does_not_matter() -> None:
    one = propose("x", articles("the-long-ebb"))
    assert one == propose("x", tuple(articles("the-long-ebb")))


WORDS = st.sampled_from(
    [
        *"the Season 2 of Ferry stars plays as (Tom Ray) directed by Dee's <b> # : - {x} ' Netflix on renews in , .".split(" "),
        *('"Night Ferry"', "'Q: #1'", "Ada Bell", "Lou Dee", "\u2028", "\x85", '"'),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_whatever_is_proposed_can_be_used(words: list[str]) -> None:
    article = Article("a", "a.txt", " ".join(words), "0", "", Asserted())
    try:
        text = propose("x", [article])
    except AoudError as error:
        assert "no title" in str(error)
        return
    assert parse_profile(text, "x.yaml").id == "x"


@pytest.mark.parametrize("name", ["", "My Show", "../x", "x.yaml", "ä b"])
def test_a_name_that_is_none(name: str) -> None:
    with pytest.raises(AoudError, match="small letters, digits and hyphens"):
        propose(name, articles("the-long-ebb"))


def test_the_command_prints_it_or_writes_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call = ["profile", "new", "the-long-ebb", "--from", str(EBB / "articles")]
    assert main(call) == 0
    assert capfd.readouterr().out == proposed("the-long-ebb")
    assert main([*call, "-o", str(tmp_path / "x.yaml")]) == 0
    assert (tmp_path / "x.yaml").read_text(encoding="utf-8") == proposed("the-long-ebb")
    assert main([*call, "-o", str(tmp_path / "x.yaml")]) == 2
    assert main([*call, "-o", str(EBB / "articles" / "x.yaml")]) == 2
    assert not (EBB / "articles" / "x.yaml").exists()


def test_articles_that_cant_be_read_propose_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    assert main(["profile", "new", "x", "--from", str(tmp_path), "-o", str(tmp_path.with_suffix(".yaml"))]) == 2
    out, err = capfd.readouterr()
    assert out == "" and "skipped" in err and "aoud: no article could be read" in err
    assert not tmp_path.with_suffix(".yaml").exists()


# What is wrong in one -----------------------------------------------------------------------------------------------------


FAULTS = [
    ("titel: X\ntitle: Y", [(1, "unknown key 'titel' (did you mean 'title'?)")]),
    ("seasons: 2", [(1, "the key 'title' is missing")]),
    ("title: X\nseasons: two\nupcoming: 0", [(2, "seasons must be a number from 1 to 99"), (3, "upcoming must be")]),
    ("title: X\nperformers:\n  - Ada Bell\n  - Ada Bell", [(4, "'Ada Bell' is listed twice")]),
    ("title: X\nperformers: [Ada Bell]\ncharacters:\n  - {name: Tom Ray, aliases: [Ada Bell]}", [(4, "names both Ada Bell and Tom Ray")]),
    ("title: X\nperformers: Ada Bell", [(2, "performers must be a list")]),
    ("title: X\nperformers:\n  - {nam: Ada Bell}\n  - {name: [a]}", [(3, "unknown key 'nam'"), (4, "must be text")]),
    ("title: X\norder:\n  - release.premier", [(3, "did you mean 'release.premiere'?")]),
    ("title: X: Y", [(1, "put the value in quotes")]),
    ("- title", [(1, "must be a mapping")]),
    ("title: X\nplatform: [a]", [(2, "must be text")]),
    ("", [(1, "empty")]),
]


@pytest.mark.parametrize(("text", "wanted"), FAULTS)
def test_faults_are_told_all_at_once(text: str, wanted: list[tuple[int, str]]) -> None:
    found = check_profile(text, "x.yaml")
    assert [(problem.line, problem.level) for problem in found] == [(line, "error") for line, _ in wanted]
    assert all(words in problem.message for problem, (_, words) in zip(found, wanted, strict=True))
    with pytest.raises(AoudError, match=r"^x\.yaml:\d+:(?:\d+:)? "):
        parse_profile(text, "x.yaml")


REMARKS = [
    ("title: X\nperformers: [Ada Bell]\nseasons: 1\nupcoming: 4", 4, "upcoming decides nothing"),
    ("title: X", 1, "no performers"),
    (
        "title: X\nperformers: [Ada Bell]\ncharacters:\n  - Ana Roe\n  - Finn Roe",
        4,
        "'Roe' alone names nobody: Ana Roe and Finn Roe share it",
    ),
    ("title: X\nperformers:\n  - {name: Ada Bell, aliases: [ADA-BELL]}", 3, "the alias 'ADA-BELL' is the name itself"),
]


@pytest.mark.parametrize(("text", "line", "words"), REMARKS)
def test_remarks(text: str, line: int, words: str) -> None:
    found = check_profile(text, "x.yaml")
    assert (found[0].line, found[0].level) == (line, "remark")
    assert words in found[0].message


@pytest.mark.parametrize("name", sorted(path.stem for path in PROFILES.glob("*.yaml")))
def test_nothing_is_wrong_in_a_shipped_profile(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "check", name]) == 0
    assert capfd.readouterr() == ("", "nothing wrong\n")


def test_the_check_says_where(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("title: X\nseason: 2\n", encoding="utf-8")
    assert main(["profile", "check", str(path)]) == 1
    assert (
        capfd.readouterr().out
        == f"{path}:2: error: unknown key 'season' (did you mean 'seasons'?)\n{path}:1: remark: x"[: -len(f"{path}:1: remark: x")]
    )
    assert main(["profile", "check", str(tmp_path / "none.yaml")]) == 2


# Who is who -----------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def people_of(corpus: str, profile: str | None) -> Directory:
    show = load_profile(profile) if profile else Profile("x", "X")
    return find_people(articles(corpus), show)


MATCHED = [
    ("Lee Jae-kyoo", "Lee JQ", "alias"),
    ("Lee Jae-kyoo", "Lee Jae Gyu", "key"),
    ("Nam On-jo", "Nam On Jo", "exact"),
    ("Nam On-jo", "On-jo", "given name"),
    ("Nam On-jo", "On Jo", "given name"),
    ("Seo Hyo-ryung", "Hyo-ryeong", "given name"),
]


@pytest.mark.parametrize(("name", "text", "how"), MATCHED)
def test_how_a_spelling_was_matched(name: str, text: str, how: str) -> None:
    (who,) = people_of("all-of-us-are-dead", "all-of-us-are-dead").find(name)
    assert {spelling.text: spelling.how for spelling in who.spellings}[text] == how


@pytest.mark.parametrize(
    ("name", "found"),
    [("lee jq", ["Lee Jae-kyoo"]), ("Ji-hu Park", ["Park Ji-hu"]), ("onjo", ["Nam On-jo"]), ("Nobody Else", []), ("", [])],
)
def test_one_is_found_in_any_spelling(name: str, found: list[str]) -> None:
    assert [who.name for who in people_of("all-of-us-are-dead", "all-of-us-are-dead").find(name)] == found


@pytest.mark.parametrize("corpus", sorted(CORPORA))
def test_every_spelling_stands_at_its_places(corpus: str) -> None:
    texts = {article.document: article.text.split("\n") for article in articles(corpus)}
    for who in people_of(corpus, corpus).people:
        for spelling in who.spellings:
            for place in spelling.places:
                assert texts[place.document][place.line - 1][place.column - 1 :].startswith(spelling.text)


def test_whom_the_profile_lacks_is_told_with_the_lines_to_add(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    head = "title: The Long Ebb\nplatform: Northlight\nseasons: 2\n"
    path.write_text(f"{head}performers: [Maria Okafor]\n", encoding="utf-8")
    main(["names", "--json", "--corpus", str(EBB / "articles"), "--profile", str(path)])
    told = json.loads(capfd.readouterr().out)
    new = {who["name"]: who["role"] for who in told["names"] if not who["known"]}
    assert new["Ana Reyes"] == "character"
    assert new["Rebecca Stone"] == "crew"
    assert "Maria Okafor" not in new
    added = parse_profile(head + told["yaml"], "x.yaml")
    assert {person.name: person.role for person in added.people} == {name: role for name, role in new.items() if role}


def test_pairs_are_left_open_and_never_merged() -> None:
    text = "Season 2 of 'X' stars Moon Ha-eun as Ahn Seo-rin. Moon Ha-eun and Moon HE return. Moon Ha-eum plays Pyo Do-yun."
    found = find_people([Article("a", "a.txt", text, "0", "", Asserted())], Profile("x", "X"))
    assert {"Moon Ha-eun", "Moon Ha-eum"} <= {who.name for who in found.people}
    pairs = {(*sorted((pair.a.name, pair.b.name)), pair.why) for pair in found.possible}
    assert ("Moon Ha-eum", "Moon Ha-eun", "nearly the same letters") in pairs
    assert compare_names("Moon Ha-eun", "Moon Ha-eum") == "different"


def test_a_name_of_nobody_is_told_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["names", "Marai Okafor", "--corpus", str(EBB / "articles"), "--profile", "the-long-ebb"]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert "nobody is called 'Marai Okafor'; did you mean 'Maria Okafor'?" in err


# A profile held against articles ----------------------------------------------------------------------------------------------


AGAINST = """title: Dark
seasons: 1
performers: [Ada Bell, Tom Ray]
characters:
  - {name: Mina Dale, aliases: [Price]}
  - Zoe Park
"""
TOLD = """Dark season 2 stars Ada Bell as Mina Dale. Dark season 2 premieres on May 2, 2025. It is a dark night, at any price.
Zoe Park joins the cast of "Dark" season 2 as the captain Lena Moor. Zoe Park is new to the cast. Zoe Park will play Lena Moor."""


def test_what_does_not_fit_the_articles_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    profile, article = tmp_path / "x.yaml", tmp_path / "a.txt"
    profile.write_text(AGAINST, encoding="utf-8")
    article.write_text(TOLD, encoding="utf-8")
    assert main(["profile", "check", str(profile), "--corpus", str(article)]) == 0
    out, err = capfd.readouterr()
    assert out.replace(f"{profile}:", "").splitlines() == [
        "1: remark: 'Dark' is a word of these articles besides: title_is_word: yes lets it count only where it is meant as a title",
        "2: remark: the articles name season 2, the profile has 1",
        "3: remark: no claim of these articles is about Tom Ray",
        "5: remark: 'Price' is a word of these articles besides: a longer alias is safer",
        "6: remark: Zoe Park stands under characters, and a:2 tells of a performer",
    ]
    assert err == "5 remarks\n"


def test_a_profile_that_fits_its_articles_passes(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "check", "the-long-ebb", "--corpus", "examples/the-long-ebb/articles"]) == 0
    assert capfd.readouterr() == ("", "nothing wrong\n")


def test_articles_that_are_not_there_are_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "check", "the-long-ebb", "--corpus", "none-here"]) == 2
