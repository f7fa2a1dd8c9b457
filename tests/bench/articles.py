"""Articles about an invented show, as many as are asked for and the same each time: `python tests/bench/articles.py 1000 FOLDER`."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

TITLE = "Harbour Nine"
GIVEN = ("Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Greta", "Hugo", "Iris", "Jonas", "Kaia", "Lars", "Mina", "Nils", "Orla", "Piet")
FAMILY = ("Ashdown", "Brandt", "Calloway", "Dressel", "Eriksen", "Falk", "Garland", "Holt", "Ingram", "Jessop", "Kettle", "Lindqvist")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
VERBS = ("will premiere", "is expected to premiere", "is set to debut", "should arrive", "is slated to launch", "may return")
FILLER = (
    "The harbour was quiet that morning, and {n} boats lay in it while the rain fell.",
    "Nobody at the table wanted to say what the meeting had been about.",
    "The council voted {n} to 9 for a new bridge over the river.",
    "Readers have written in about the weather, the trains and the price of bread.",
)
TOLD = (
    "Season 2 of {title} {verb} in {month} {year}.",
    "{title} season 2 {verb} in {part} {year}, {person} told reporters.",
    "{person} plays {part_of} in {title}.",
    "{person} {fate} for season 2 of {title}.",
    "The first season of {title} drew {n}.{m} million hours in its first {days} days.",
    "Filming of {title} season 2 {shoot} in {month} {year}.",
    "Season 2 will have {episodes} episodes, the network said.",
    "The series was renewed on {month} {day}, 2022.",
    "{person} directs the second season of {title}.",
    "{part_of} is dead at the end of season 1.",
)


def people(role: int) -> list[str]:
    """Names that belong to one role alone."""
    return [f"{given} {family}" for place, given in enumerate(GIVEN) for family in FAMILY[role::3] if place % 2 == role % 2]


def profile() -> str:
    """The profile of the show as YAML."""
    rows = [f"title: {TITLE}", "seasons: 2", "platform: Netflix", "performers:", *(f"  - {name}" for name in people(0))]
    return "\n".join([*rows, "characters:", *(f"  - {name}" for name in people(1))]) + "\n"


def articles(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """The names and texts of so many articles."""
    chance = random.Random(seed)
    for number in range(count):
        day = f"{chance.choice(MONTHS)} {chance.randrange(1, 28)}, {chance.randrange(2022, 2027)}"
        lines = [day, f"# {TITLE} season 2: what we know, part {number}"]
        for _ in range(chance.randrange(6, 16)):
            lines.append(_line(chance))
        yield f"{number:06}.txt", "\n\n".join(lines) + "\n"


def _line(chance: random.Random) -> str:
    if chance.random() < 0.4:
        return chance.choice(FILLER).format(n=chance.randrange(10, 90))
    return chance.choice(TOLD).format(
        title=TITLE, verb=chance.choice(VERBS), month=chance.choice(MONTHS), year=chance.randrange(2023, 2028),
        part=chance.choice(("early", "mid", "late", "the summer of")), person=chance.choice(people(0)), part_of=chance.choice(people(1)),
        fate=chance.choice(("will return", "is back", "won't be returning", "has joined the cast")), n=chance.randrange(100, 999),
        m=chance.randrange(10, 99), days=chance.choice((7, 28, 30, 91)), shoot=chance.choice(("began", "will begin", "wrapped")),
        episodes=chance.randrange(6, 16), day=chance.randrange(1, 28),
    )  # fmt: skip


def unrelated(size: int, seed: int = 3) -> str:
    """So many characters that name neither the show nor anybody of it."""
    chance = random.Random(seed)
    words = "the of and to in a council meeting rain boats market vote report minister price bread river budget school road bridge".split()
    names = ("Smith", "Jones", "London", "Paris", "Tuesday", "March 2024", "12", "300 million")
    text = ["March 1, 2024\n\n"]
    length = 0
    while length < size:
        sentence = " ".join(chance.choice(words if chance.random() < 0.85 else names) for _ in range(chance.randrange(6, 25)))
        text.append(f"{sentence.capitalize()}.{chance.choice(('', ' ', chr(10) * 2))} ")
        length += len(text[-1])
    return "".join(text)


def write(folder: Path, count: int, seed: int = 7) -> Path:
    """Write the articles, and give their folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles(count, seed):
        (folder / name).write_text(text, "utf-8")
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
    (Path(sys.argv[2]).parent / "profile.yaml").write_text(profile(), "utf-8")
