"""From folders, files and standard input to articles: what is read, under which name, and what is not, with the reason."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fnmatch import fnmatchcase
from typing import Final, NamedTuple

from aoud_cli.articles.dateline import article_date, article_title, front_field
from aoud_cli.articles.days import Days
from aoud_cli.articles.formats import KINDS, TEXTS, NoArticle, Reading, read_kind
from aoud_cli.english import pattern
from aoud_cli.ground import files
from aoud_cli.ground.files import MAX_BYTES, Unreadable, shown, why
from aoud_cli.ground.nearest import nearest
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Article, Asserted, Corpus, Skipped
from aoud_cli.names.spelling import LOOKALIKES
from aoud_cli.spans.sentences import SENTENCE_CHARS, cut_sentences

SUFFIXES = (*TEXTS, *KINDS)
_OUTLET, _URL = ("outlet", "publisher", "publication", "site"), ("url", "link", "canonical", "source_url")  # in front matter
STDIN = "-"
_FOLDERS_LEFT_OUT = frozenset({"node_modules"})
_BIDI_RE = pattern("[\u202a-\u202e\u2066-\u2069]")
_MIXED_RE = pattern(rf"\b\w{{0,30}}?(?:[A-Za-z][{LOOKALIKES}]|[{LOOKALIKES}][A-Za-z])\w{{0,30}}")
_LATIN = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u043a"
    "\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u0396\u03bf",
    "ABEKMHOPCTYXaeopcyxijskABEHIKMNOPTYXZo",
)
_DISGUISED = "".join(map(chr, _LATIN))
# A word of nothing but letters that look Latin, beside one in Latin letters: no name that anybody writes.
_DISGUISED_RE = pattern(rf"\b[{_DISGUISED}]{{2,30}}\b(?= [A-Z])|(?<=[A-Za-z] )[{_DISGUISED}]{{2,30}}\b")

NAMED = 3  # files left out that a remark names


class Intake(NamedTuple):
    """Which files of a folder are read, by shell patterns on their paths in it (none: all), the encoding of those without a BOM,
    and how large one may be."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    encoding: str | None = None
    max_bytes: int = MAX_BYTES  # of a file

    def takes(self, path: str) -> bool:
        """Whether a file is to be read, by its path in the folder that was named."""
        wanted = not self.include or any(fnmatchcase(path, pattern) for pattern in self.include)
        return wanted and not any(fnmatchcase(path, pattern) for pattern in self.exclude)


ALL = Intake()


@dataclass
class _Found:
    """What a walk has come across so far: (file to open, path to show), what could not be listed, and remarks."""

    entries: list[tuple[str, str]] = field(default_factory=list)
    walked: set[str] = field(default_factory=set)  # files that nobody named: they lie in a folder that was
    skipped: list[Skipped] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_corpus(
    paths: Sequence[str] | None = None,
    *,
    dated: Mapping[str, date] | None = None,
    intake: Intake = ALL,
) -> Corpus:
    """The articles of files and folders, by their names; None stands for the shipped ones, `-` for standard input.

    `dated` gives days to articles by name; `intake` says which files of folders are read, and how.
    Raises AoudError where an argument names nothing, a folder holds no article, or `dated` names no article.
    """
    files.check_encoding(intake.encoding)
    found = _shipped() if paths is None else _find(paths, intake)
    articles: list[Article] = []
    skipped = found.skipped
    days = Days([path for _, path in found.entries])
    for file, path in _once(found):
        result = read_file(file, path, max_bytes=intake.max_bytes, encoding=intake.encoding, notes=found.notes, days=days)
        if not isinstance(result, Skipped):
            articles += result
        elif file in found.walked and result.reason.startswith(_NOT_FOR_US):
            found.notes.append(f"{result.path} left out: {result.reason}")
        else:
            skipped.append(result)
    days.keep()
    if not articles and not skipped:
        raise AoudError(f"no articles in {', '.join(map(_brief, map(shown, paths or ())))}: {found.notes[-1]}")
    named = _with_dates(_with_names(articles), dated or {}, skipped)
    named.sort(key=lambda article: (article.document, article.path))
    notes = [*found.notes, *_remarks(named), *_far_ahead(named), *_reader_of_pages(named)]
    return Corpus(tuple(named), tuple(sorted(skipped, key=lambda skip: (skip.path, skip.reason))), tuple(notes))


def read_article(file: str, path: str | None = None, *, max_bytes: int = MAX_BYTES, encoding: str | None = None) -> Article | Skipped:
    """One file (`-`: standard input) as an article named after its stem, or why it can't be read; raises nothing for a bad file.

    `path` is what the article's path shall say, by default the file as typed. Offsets count from behind a BOM; line ends stay.
    Of a file with several articles it is the first.
    """
    found = read_file(file, path, max_bytes=max_bytes, encoding=encoding)
    return found if isinstance(found, Skipped) else found[0]


def read_file(
    file: str,
    path: str | None = None,
    *,
    max_bytes: int = MAX_BYTES,
    encoding: str | None = None,
    notes: list[str] | None = None,
    days: Days | None = None,
) -> list[Article] | Skipped:
    """The articles of a file, as `read_article` reads one.

    What is to be said of the reading goes to `notes`; `days` knows when texts that were read before were written.
    """
    path = shown(file) if path is None else path
    suffix = "" if file == STDIN else os.path.splitext(path.rsplit("/", 1)[-1])[1].lower()
    try:
        if suffix not in ("", *SUFFIXES) and _is_ending(suffix):
            raise Unreadable(f"{suffix} files aren't read: {', '.join(SUFFIXES)} are")
        data = _read_stdin(max_bytes) if file == STDIN else files.read_bytes(file, max_bytes)
        if suffix not in KINDS and encoding is None and files.is_old_western(data):
            encoding = files.OLD_WESTERN
            if notes is not None:
                notes.append(f"{path}: not UTF-8, read as Windows-1252 (--encoding names another)")
        readings = read_kind(suffix, data, encoding, max_bytes) if suffix in KINDS else [Reading(files.decode(data, encoding))]
    except (Unreadable, NoArticle) as reason:
        return Skipped(path, f"{_NOT_FOR_US}{reason}" if isinstance(reason, NoArticle) else str(reason), files.strange_bytes(file))
    if notes is not None and readings[0].text and (codec := files.wide_codec(data)):
        notes.append(f"{path}: read as {codec}, as its first bytes say")
    document = "stdin" if file == STDIN else _stem(path)
    found = [_article(reading, document, path, reading.text.encode() if reading.label else data, days) for reading in readings]
    return [article._replace(path_bytes=files.strange_bytes(file)) for article in found]


_NOT_FOR_US = "no article: "


def _is_ending(suffix: str) -> bool:
    """Whether what stands behind the last dot of a name tells a kind of file: `.pdf`, and not that of `notes.June 3`."""
    return len(suffix) <= LONGEST_ENDING and suffix[1:].isalnum() and not suffix[1:].isdigit()


LONGEST_ENDING = 6  # with its dot


def _article(reading: Reading, document: str, path: str, data: bytes, days: Days | None) -> Article:
    """What was read of a file's bytes as an article; what the file doesn't say its text may."""
    sha256 = hashlib.sha256(data).hexdigest()
    text, mark = reading.text, f"#{reading.label}" if reading.label else ""
    outlet, url = reading.outlet or front_field(text, _OUTLET), reading.url or front_field(text, _URL)
    title, outlet, url = map(files.without_halves, (reading.title or article_title(text), outlet, url))
    when = reading.asserted or (article_date(text) if days is None else days.of(text))
    return Article(f"{document}{mark}", f"{path}{mark}", text, sha256, title, when, outlet, url)


def _stem(path: str) -> str:
    name = path.rsplit("/", 1)[-1]
    return os.path.splitext(name)[0]


def _read_stdin(max_bytes: int) -> bytes:
    if sys.stdin is None:
        raise Unreadable("standard input is closed")
    try:
        data = sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        raise Unreadable(why(error)) from None
    if len(data) > max_bytes:
        raise files.too_large(max_bytes)
    return data


def _shipped() -> _Found:
    found = _Found()
    _walk(files.shipped_folder(), "seeds", found, ALL)
    return found


def _find(paths: Sequence[str], intake: Intake) -> _Found:
    found = _Found()
    for argument in paths:
        if argument == STDIN:
            found.entries.append((STDIN, STDIN))
        elif _is_folder(argument):
            _find_folder(argument, found, intake)
        else:
            found.entries.append((argument, shown(argument)))
    if not paths:
        raise AoudError("no article is named")
    return found


def _is_folder(argument: str) -> bool:
    """Whether the argument is a folder; raises AoudError where it names nothing or can't be a name at all."""
    if not argument:
        raise AoudError("an empty path names no file or folder")
    try:
        return stat.S_ISDIR(os.stat(argument).st_mode)
    except ValueError:  # a NUL, or half a character
        raise AoudError(f"not a path: {_brief(argument)}") from None
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.ENOTDIR) and not os.path.islink(argument):
            raise AoudError(f"no such file or folder: {_brief(shown(argument))}") from None
        if error.errno == errno.ENAMETOOLONG or isinstance(error, FileNotFoundError) and len(argument) > 4_000:
            raise AoudError(f"the name is too long: {_brief(shown(argument))}") from None
        return False  # a link to nothing, no permission: reading it says why


def _brief(text: str) -> str:
    text = visible(text)
    return text if len(text) <= 200 else f"{text[:80]}..."


def _find_folder(argument: str, found: _Found, intake: Intake) -> None:
    shown_folder = shown(argument)
    before = len(found.entries), len(found.skipped)
    _walk(argument, shown_folder.rstrip("/"), found, intake)
    if (len(found.entries), len(found.skipped)) == before:
        raise AoudError(f"no articles in {_brief(shown_folder)}: {', '.join(SUFFIXES)} files are read")


def _walk(folder: str, path: str, found: _Found, intake: Intake) -> None:
    """The articles under a folder, sorted by the bytes of their names; a stack, as trees can be deeper than Python's."""
    stack = [(folder, path)]
    left_out: list[str] = []
    while stack:
        here, shown_here = stack.pop()
        try:
            with os.scandir(here) as listing:
                entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            found.skipped.append(Skipped(shown_here or "/", why(error)))
            continue
        folders: list[tuple[str, str]] = []
        for entry in entries:
            place = f"{shown_here}/{shown(entry.name)}"
            if _is_left_out(entry) or not (entry.is_dir(follow_symlinks=False) or intake.takes(place[len(path) + 1 :])):
                left_out.append(place[len(path) + 1 :])
            elif entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, place))
            else:
                found.entries.append((entry.path, place))
                found.walked.add(entry.path)
        stack.extend(reversed(folders))
    if left_out:
        names = ", ".join(map(_brief, left_out[:NAMED])) + (", ..." if len(left_out) > NAMED else "")
        kinds = "hidden, a backup, a linked folder, excluded, or of no kind that is read"
        found.notes.append(f"{path or '/'}: {len(left_out)} left out ({kinds}): {names}")


def _is_left_out(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    if name.startswith(".") or name.endswith("~"):
        return True
    if entry.is_dir(follow_symlinks=False):
        return name in _FOLDERS_LEFT_OUT
    return not name.lower().endswith(SUFFIXES) or os.path.isdir(entry.path)


def _once(found: _Found) -> Iterator[tuple[str, str]]:
    """The entries, the second name of a file that was there already left out with a note: one file is one source."""
    seen: dict[tuple[object, ...], str] = {}
    for file, path in found.entries:
        key = _identity(file)
        if key not in seen:
            seen[key] = path
            yield file, path
        elif seen[key] != path:
            found.notes.append(f"{path} is the same file as {seen[key]}: read once")


def _identity(file: str) -> tuple[object, ...]:
    try:
        status = None if file == STDIN else os.stat(file)
    except OSError:
        status = None
    return (file,) if status is None or not status.st_ino else (status.st_dev, status.st_ino)


def _with_names(articles: Sequence[Article]) -> list[Article]:
    """Each article under a name of its own: the stem, and only where two share it with as many folders as tell them apart."""
    shared: dict[str, list[Article]] = {}
    for article in articles:
        shared.setdefault(article.document, []).append(article)
    return [article._replace(document=name) for group in shared.values() for article, name in zip(group, _names(group), strict=True)]


def _names(group: Sequence[Article]) -> list[str]:
    if len(group) == 1:
        return [group[0].document]
    folders = [[part for part in article.path.split("/")[:-1] if part not in ("", ".")] for article in group]
    for depth in range(1, max(map(len, folders)) + 1):
        names = ["/".join([*parts[-depth:], article.document]) for parts, article in zip(folders, group, strict=True)]
        if len(set(names)) == len(names):
            return names
    return _numbered([article.path for article in group])  # a.txt and a.md in one folder


def _numbered(names: Iterable[str]) -> list[str]:
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[name] += 1
        result.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return result


def _whole_name(given: str, names: Collection[str]) -> str:
    """The one article whose name begins so; else the name as it was given."""
    begun = [name for name in names if name.startswith(given)]
    return given if given in names or len(begun) != 1 or not given else begun[0]


def _with_dates(articles: Sequence[Article], dated: Mapping[str, date], skipped: Sequence[Skipped]) -> list[Article]:
    """The articles with the days that the user gives, which outrank what the articles say."""
    names = {article.document for article in articles}
    dated = {_whole_name(name, names): day for name, day in dated.items()}
    strange = sorted(set(dated) - names - {_stem(skip.path) for skip in skipped})
    if strange:
        raise AoudError(f"no article is named '{_brief(strange[0])}'{_nearest(strange[0], names)}")
    given = {name: Asserted(day, day, "given", f"given as {day.isoformat()}") for name, day in dated.items()}
    return [article._replace(asserted=given.get(article.document, article.asserted)) for article in articles]


LIKE_IN_PART = 40  # of 100: the names of articles are long


def _nearest(name: str, names: Iterable[str]) -> str:
    near = nearest(name, names, alike=LIKE_IN_PART)
    return f"; the nearest: {', '.join(map(_brief, near))}" if near else ""


def _remarks(articles: Sequence[Article]) -> Iterator[str]:
    """What a reader should know of articles that were read: copies are no second source, and hidden characters mislead."""
    first: dict[str, str] = {}
    for article in articles:
        if article.asserted.basis == "stated" and article.asserted.latest and article.asserted.latest.year <= EPOCH:
            yield f"{article.path}: dated {article.asserted.latest}, the day of computers that know none; --dated gives another"
        if not article.text.strip():
            yield f"{article.path}: no text"
        elif article.sha256 in first:
            yield f"{article.path} is a copy of {first[article.sha256]}: one source, not two"
        else:
            yield from (f"{article.path}: {remark}" for remark in _misleading(article.text))
        first.setdefault(article.sha256, article.path)


EPOCH: Final = 1970
LONG_AFTER: Final = timedelta(days=5 * 365)


def _far_ahead(articles: Sequence[Article]) -> Iterator[str]:
    """Of an article whose stated day lies years behind those of all others: its date is a slip, or the others are old."""
    stated = sorted((a.asserted.latest, a.path) for a in articles if a.asserted.basis == "stated" and a.asserted.latest is not None)
    if len(stated) > 1 and stated[-1][0] - stated[-2][0] > LONG_AFTER:
        day, path = stated[-1]
        yield f"{path}: dated {day}, years after every other article; --dated gives another day"


def _reader_of_pages(articles: Sequence[Article]) -> Iterator[str]:
    """By which reader the main text of saved pages was found."""
    pages = sum(KINDS.get(os.path.splitext(article.path)[1].lower()) == "web" for article in articles)
    if pages:
        from aoud_cli.articles.formats.web import reader_name

        yield f"{pages} saved page{'s' if pages > 1 else ''} read by {reader_name()}"


def _misleading(text: str) -> Iterator[str]:
    """What in a text looks like something else than it is."""
    if _BIDI_RE.search(text):
        yield "characters that turn the direction of text are in it"
    disguised = None if text.isascii() else _MIXED_RE.search(text) or _DISGUISED_RE.search(text)
    if disguised:
        letters = disguised.group().encode("ascii", "backslashreplace").decode("ascii")
        looks = disguised.group().translate(_LATIN)
        yield f"'{letters}' looks like '{looks}' in letters of another alphabet, so it is none of the names that it looks like"
    pieces = cut_sentences(text)
    if pieces:
        yield f"{pieces} sentence{'s' if pieces > 1 else ''} of more than {SENTENCE_CHARS:,} characters cut in pieces, each read alone"
