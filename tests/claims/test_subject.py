"""What an article is about: the show, something else, or nothing that can be read; and what breaks in one article is its own fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from aoud_cli.articles.dateline import article_title
from aoud_cli.claims.corpus import reader
from aoud_cli.claims.extract import extract_all
from aoud_cli.claims.subject import other_language
from aoud_cli.cli.main import main
from aoud_cli.model import Article, Asserted, PassedOver
from aoud_cli.names.profile_file import load_profile

PROFILE = load_profile()


def article(text: str, name: str = "a") -> Article:
    return Article(name, f"{name}.txt", text, "0", article_title(text), Asserted())


ABOUT = [
    "All of Us Are Dead season 2 will premiere in 2026.",
    "Season 2 of ‘All of Us Are Dead’ is filming. It has eight episodes.",
    "The actors Park Ji-hu, Yoon Chan-young and Cho Yi-hyun are back in the zombie drama.",
    "Park Ji-hu is back as On-jo.",
]
LONG = "The rain fell. The boats lay in the harbour. " * 12
ABOUT += [
    "---\ntitle: All of Us Are Dead season 2 ending, explained\ndate: 2026-03-01\n---\n\nThe second season has eight episodes.",
    "---\nheadline: 'All of Us Are Dead' Season 2 Recap\n---\n\nThe second season has eight episodes.",
    "A talk\n\nHe laughs. He sits. It rains. We wait. In May All of Us Are Dead is back. Season 2 has eight episodes. " + LONG,
]
# A fans' mailbag: four of its people in full, one of them a part.
ABOUT += ["When is season 2 out? In May. Will Nam On-jo die? Park Ji-hu, Yoon Chan-young and Cho Yi-hyun don't say. It has eight episodes."]
NOT_ABOUT = [
    "---\ntitle: Low Tide season 2 ending, explained\n---\n\nThe second season has eight episodes.",
    "Season 2 will premiere in 2026.",
    "Park Ji-hu, Yoon Chan-young, Cho Yi-hyun and Lomon came to the gala in May.",
    "The contract was renewed until June 2029.",
    "Park Ji-hu, a member of the National Assembly, was elected in April 2024.",
    "The minister Lee Jae-kyoo announced the survey on Wednesday.",
    "We are all of us dead tired, said the nurse; the strike begins on Monday.",
]


@pytest.mark.parametrize("text", ABOUT)
def test_an_article_about_the_show_is_read(text: str) -> None:
    found = extract_all([article(text)], PROFILE)
    assert not found.passed and found.claims


@pytest.mark.parametrize("text", NOT_ABOUT)
def test_an_article_about_something_else_is_passed_over(text: str) -> None:
    found = extract_all([article(text)], PROFILE)
    assert found.claims == []
    assert found.passed["a"].why == "other_subject"
    assert "All of Us Are Dead" in found.passed["a"].reason


def test_of_two_shows_each_keeps_its_own() -> None:
    text = (
        "Squid Game season 3 premieres on June 27, 2025.\n\n"
        "The last season of Squid Game has six episodes. Squid Game was filmed in Daejeon.\n\n"
        "Netflix also has season 2 of All of Us Are Dead in the works.\n"
    )
    claims = extract_all([article(text)], PROFILE).claims
    assert not [claim for claim in claims if claim.topic in ("release", "episodes") and claim.predicate != "platform"]


LANGUAGES = [
    ("東京で新作映画の撮影が始まり、監督は来年の公開を目指すと発表した。", "ja"),
    ("北京新电影开拍，导演宣布明年上映。", "zh"),
    ("정부는 화요일 새로운 예산안을 발표했으며 국회에서 심의를 시작할 예정이라고 밝혔다.", "ko"),
    ("Правительство объявило во вторник о новом бюджете, который будет рассмотрен.", "ru"),
    (
        "La segunda temporada de la serie se estrenará el 5 de marzo de 2026, según ha confirmado la plataforma en un comunicado. "
        "Los actores de la primera temporada vuelven con nuevos personajes y el rodaje terminó en febrero.",
        "es",
    ),
    (
        "Die zweite Staffel der Serie wird am 5. März 2026 erscheinen, wie der Anbieter am Montag in einer Mitteilung bestätigt hat. "
        "Die Dreharbeiten waren im Februar zu Ende, und die Schauspieler der ersten Staffel sind wieder mit dabei.",
        "de",
    ),
    ("The second season will arrive in March, and the actors of the first are back with it, as the streamer said on Monday.", None),
    ("Park Ji-hu, Yoon Chan-young, Cho Yi-hyun, Lomon, Yoo In-soo", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "code"), LANGUAGES)
def test_the_language(text: str, code: str | None) -> None:
    assert other_language(article(text)) == code
    if code is not None:
        assert extract_all([article(text)], PROFILE).passed["a"] == PassedOver("other_language", code)


def test_what_is_passed_over_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(NOT_ABOUT[1], "utf-8")
    assert main(["articles", "--corpus", str(tmp_path)]) == 0
    out, err = capfd.readouterr()
    assert out.rstrip("\n").endswith("it names neither All of Us Are Dead nor anybody of it\t\t")
    assert "aoud: every article is passed over, none is about All of Us Are Dead: aoud articles says why" in err
    (tmp_path / "b.txt").write_text(ABOUT[0], "utf-8")
    assert main(["claims", "--corpus", str(tmp_path), "--json"]) == 0
    assert "aoud: 1 article is passed over (aoud articles says why)" in capfd.readouterr().err


def test_a_draft_about_something_else_is_not_checked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "draft.txt").write_text(NOT_ABOUT[0], "utf-8")
    assert main(["check", str(tmp_path / "draft.txt")]) == 0
    assert "nothing is checked: it names neither All of Us Are Dead nor anybody of it" in capfd.readouterr().err


def test_a_fault_in_one_article_is_that_articles(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = reader.view

    def broken(each: Article, *more: object) -> object:
        if each.document == "b":
            raise KeyError("millio")
        return read(each, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "view", broken)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{ABOUT[0]} {name}\n", "utf-8")
    assert main(["claims", "--corpus", str(tmp_path), "--format", "jsonl"]) == 2
    out, err = capfd.readouterr()
    assert {f'"document": "{name}"' in out or f'"document":"{name}"' in out for name in "ac"} == {True}
    assert err.count("\n") == 1 and "b.txt" in err and "millio" in err


def test_a_figure_with_a_slip_is_none() -> None:
    found = extract_all([article("The 28-day total of All of Us Are Dead season 1 was 560 millio. Season 2 is filming.")], PROFILE)
    assert not found.faults
    assert not [claim for claim in found.claims if claim.topic == "viewership"]


def test_a_fault_in_the_second_reading_is_no_other() -> None:
    """Who plays whom is learned in a first reading, and an article with such a name is read again."""
    text = "Moon Ha-eun plays the medic Do Ha-yun in All of Us Are Dead.\n\nMoon Ha-eun and Do Ha-yun are new. Season 2 is filming."
    read = reader.view
    seen: list[str] = []

    def broken(each: Article, *more: object) -> object:
        seen.append(each.document)
        if seen.count(each.document) == 2 and each.document == "a":
            raise ValueError("again")
        return read(each, *more)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "view", broken)
        found = extract_all([article(text), article(text, "b")], PROFILE)
    assert seen.count("a") == 2
    assert "a" in found.faults and {claim.source.document for claim in found.claims} == {"b"}
