"""What typer says of a wrong call, as the one line that every other fault is told in."""

from __future__ import annotations

import re

# typer's words -> ours; words of another version of it stay as they are
_REWORDED = (
    (re.compile(r"\. Did you mean (.+)\?$"), r" (did you mean \1?)"),
    (re.compile(r"\. \(Did you mean (.+)\?\)$"), r" (did you mean \1?)"),
    (re.compile(r" \(Possible options: (.+)\)$"), r" (did you mean \1?)"),
    (re.compile(r"is not a valid int range"), "is not a whole number"),
    (re.compile(r"is not a valid int\b"), "is not a whole number"),
    (
        re.compile(r"^got unexpected extra arguments?(?:\(s\))? \((.+)\)$"),
        r"nothing is expected behind the other arguments, but '\1' is there",
    ),
)
_OPTION_RE = re.compile(r"^no such option: (\S+)")


def misuse_words(message: str, command: str, *, at_root: bool = False) -> str:
    """'no such option: --feilds (did you mean --fields?); see aoud claims -h'; at the root an option may only have come too early."""
    said = message[:1].lower() + message[1:].rstrip(".")
    for pattern, words in _REWORDED:
        said = pattern.sub(words, said)
    option = _OPTION_RE.match(said) if at_root else None
    if option:
        return f"no option {option.group(1)} before a command; options stand behind it, as in aoud claims --json; see {command} -h"
    return f"{said}; see {command} -h"
