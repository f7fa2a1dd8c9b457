"""The one place that opens a file: a regular one, of a bounded size, read once; and its bytes made text without a guess."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat

from aoud_cli.model import AoudError

MAX_BYTES = 10 << 20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
# The BOM of UTF-32 LE begins with that of UTF-16 LE: the longer ones first.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-16", "utf-32")
# Codecs that are no encodings of articles: they unescape, make lone surrogates or take quadratic time.
_NO_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})
_SURROGATE_RE = re.compile("[\ud800-\udfff]")
_REASONS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a loop of links",
    errno.ENOENT: "not found",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EISDIR: "a folder",
}
_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


class Unreadable(Exception):
    """Why a file can't be read, as one short clause."""


def shown(path: str) -> str:
    r"""The path as text that can be encoded: a byte that is no UTF-8 as `\xff`, and `/` between the folders; no path at all as ''."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return (text if os.sep == "/" else text.replace(os.sep, "/")) or "''"


def strange_bytes(path: str) -> bytes:
    """The bytes of a file's name that is no UTF-8; none of any other."""
    name = os.fsencode(path)
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return name
    return b""


def why(error: OSError) -> str:
    """An operating system's error as one short clause."""
    return _REASONS.get(error.errno or 0, (error.strerror or "can't be read").lower())


def human(size: int) -> str:
    """A number of bytes for people: 1.0 GiB."""
    amount, units = float(size), ["B", "KiB", "MiB", "GiB"]
    while amount >= 1024 and len(units) > 1:
        amount, units = amount / 1024, units[1:]
    return f"{amount:.1f} {units[0]}" if units[0] != "B" else f"{size} B"


def read_bytes(file: str, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file of at most `max_bytes`; links are followed. Raises Unreadable, and never waits on a pipe."""
    try:
        _check_kind(os.stat(file))  # before opening: to open a device can already act
        descriptor = os.open(file, _FLAGS)
        try:
            status = os.fstat(descriptor)  # again: the name may stand for another file by now
            _check_kind(status)
            return _read_all(descriptor, max_bytes, status.st_size)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unreadable("a link to nothing" if error.errno == errno.ENOENT and os.path.islink(file) else why(error)) from None
    except ValueError:  # a NUL, or half a character
        raise Unreadable("not a path") from None


def _check_kind(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = next((name for test, name in _KINDS if test(status.st_mode)), "something else")
        raise Unreadable(f"not a regular file ({kind})")


def _read_all(descriptor: int, max_bytes: int, size: int) -> bytes:
    """The size is only a hint: a file can grow, and those of /proc say 0."""
    check_size(size, max_bytes)
    chunks: list[bytes] = []
    left = max_bytes + 1
    while left > 0:
        chunk = os.read(descriptor, min(left, 1 << 20))
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        left -= len(chunk)
    raise too_large(max_bytes)


def check_size(size: int, max_bytes: int) -> None:
    """Raise Unreadable where `size` bytes are more than `max_bytes`."""
    if size > max_bytes:
        raise Unreadable(f"larger than {_limit(max_bytes)} ({human(size)})")


def too_large(max_bytes: int) -> Unreadable:
    """The fault of a file that goes on behind `max_bytes`, whatever size it was said to have."""
    return Unreadable(f"larger than {_limit(max_bytes)}")


def _limit(max_bytes: int) -> str:
    return human(max_bytes).replace(".0 ", " ")


def read_text(file: str, max_bytes: int = MAX_BYTES) -> str:
    """The text of a regular file, in UTF-8 or as its BOM says. Raises AoudError, `file: why`."""
    try:
        return decode(read_bytes(file, max_bytes))
    except Unreadable as reason:
        raise AoudError(f"{shown(file)}: {reason}") from None


def check_encoding(encoding: str | None) -> None:
    """Raise AoudError unless it is None or the name of an encoding of text, with `:replace` behind it or not."""
    if encoding is None:
        return
    name, _, errors = encoding.partition(":")
    try:
        known = codecs.lookup(name).name.replace("_", "-") not in _NO_ENCODINGS and isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):
        known = False
    if not known or errors not in ("", "strict", "replace"):
        raise AoudError(f"unknown encoding {encoding[:60]!a}: utf-8, cp1252, euc-kr, utf-16-le, utf-8:replace and the like")


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of the bytes, line ends as they stand, without its BOM. A BOM decides, else `encoding`, else UTF-8; no guess.

    Raises Unreadable: binary, not in that encoding.
    """
    bom, codec = _bom_of(data)
    name, _, errors = (encoding or "utf-8").partition(":")
    codec = codec or codecs.lookup(name).name
    if not codec.startswith(_WIDE):
        _check_binary(data)
    try:
        text = data[len(bom) :].decode(codec, errors or "strict")
    except UnicodeDecodeError as error:
        at = error.start + len(bom)
        name = "euc-kr" if encoding is None and _looks_korean(data) else "its name"
        raise Unreadable(f"not {codec.upper()} (byte 0x{data[at]:02x} at {at}); save it as UTF-8, or give --encoding {name}") from None
    except ValueError:
        raise Unreadable(f"not {codec.upper()}; save it as UTF-8") from None
    nul = text.find("\0")
    if nul >= 0:
        raise Unreadable(f"binary (NUL at character {nul})")
    return without_halves(text) if errors == "replace" else _without_surrogates(text)


def _bom_of(data: bytes) -> tuple[bytes, str]:
    """The mark at the front of the bytes that names their encoding, and that; nothing where there is none."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", ""))


def wide_codec(data: bytes) -> str:
    """The encoding of two or four bytes a letter that a BOM names, as people write it; '' where there is none."""
    codec = _bom_of(data)[1]
    return codec[:6].upper() if codec.startswith(_WIDE) else ""


OLD_WESTERN = "cp1252"


def is_old_western(data: bytes) -> bool:
    """Whether bytes without a BOM are no UTF-8 but look like Western text of one byte a letter, which Windows-1252 reads.

    UTF-8 that is broken in one place is not, nor is text in a Korean encoding.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        is_cut = error.reason == "unexpected end of data" and error.end == len(data)
        return not is_cut and not _looks_korean(data) and _looks_old_western(data)
    return False  # told fast, as nearly every article is


def _looks_korean(data: bytes) -> bool:
    """Whether all bytes beyond ASCII stand in pairs that are Hangul in EUC-KR; Western letters stand alone."""
    runs = _HIGH_RUN_RE.findall(data)
    if not runs or any(len(run) % 2 for run in runs):
        return False
    try:
        text = b"".join(runs).decode("euc-kr")
    except UnicodeDecodeError:
        return False
    return all("\uac00" <= char <= "\ud7a3" for char in text)


def _looks_old_western(data: bytes) -> bool:
    high = len(data) - len(data.translate(None, _HIGH))
    if not high or high > len(data) * _MOST_HIGH or b"\0" in data or _bom_of(data)[0]:
        return False
    read = data.decode("utf-8", "replace")
    broken, whole = read.count("\ufffd"), sum(char > "\x7f" and char != "\ufffd" for char in read)
    return broken > whole and _CONTROL_RE.search(data) is None


_HIGH_RUN_RE = re.compile(rb"[\x80-\xff]+")
_HIGH = bytes(range(0x80, 0x100))
_MOST_HIGH = 0.15  # of the bytes: more is another script
_CONTROL_RE = re.compile(rb"[\x01-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")


def without_halves(text: str) -> str:
    """The text with U+FFFD for each half of a character: no JSON reader takes one."""
    return _SURROGATE_RE.sub("\ufffd", text)


def _without_surrogates(text: str) -> str:
    lone = None if text.isascii() else _SURROGATE_RE.search(text)
    if lone:
        raise Unreadable(f"half a character at {lone.start()}; save it as UTF-8")
    return text


def _check_binary(data: bytes) -> None:
    nul = data.find(b"\0")
    if nul < 0:
        return
    if _looks_wide(data):
        raise Unreadable("looks like UTF-16 without a BOM; save it as UTF-8")
    raise Unreadable(f"binary (NUL at byte {nul})")


def _looks_wide(data: bytes) -> bool:
    """Every other byte of Latin text in UTF-16 is NUL, of Korean text at least the blanks'; the bytes between never are."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if len(data) % 2 or least or most < 2 or most * 20 < len(head) / 2:
        return False
    try:
        (head if len(head) % 2 == 0 else head[:-1]).decode("utf-16-be" if even else "utf-16-le", "strict")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"  # the head was cut inside a pair
    return True


def shipped_folder() -> str:
    """Where the articles that come with aoud are: inside the package where it is installed, beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = (os.path.join(package, "seeds"), os.path.join(os.path.dirname(package), "seeds"))
    folder = next((folder for folder in folders if os.path.isdir(folder)), None)
    if folder is None:
        raise AoudError("the articles that come with aoud are missing; install it again, or name a folder of articles")
    return folder
