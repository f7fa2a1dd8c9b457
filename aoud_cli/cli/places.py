"""What a call reads: the articles named behind a command, else those of the environment, else those of the project file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from aoud_cli.cli.options import Given, Options, Output
from aoud_cli.cli.project import Project, find_project
from aoud_cli.model import AoudError
from aoud_cli.predicates import FACTS, TOPICS

_Kind = TypeVar("_Kind", bound=Output)


class Asked(NamedTuple):
    """What the arguments behind a command ask for: a topic or predicate, and articles."""

    topic: str | None
    paths: tuple[str, ...]


def sort_out(words: Sequence[str] | None, *, topics: bool) -> Asked:
    """A topic, and what names articles. A topic's name is no file's: `./cast` is a folder. Raises AoudError for two topics."""
    found: list[str] = []
    paths: list[str] = []
    for word in words or ():
        (paths if (word not in (*TOPICS, *FACTS) or not topics) and _is_place(word) else found).append(word)
    if len(found) > 1 or (found and not topics):
        known = [word for word in found if word in TOPICS or word in FACTS]
        other = next((word for word in found if word not in known), found[-1])
        raise AoudError(f"'{other}' is no file or folder" + (f"; one call takes one topic, and '{found[0]}' is one" if topics else ""))
    return Asked(found[0] if found else None, tuple(paths))


def _is_place(word: str) -> bool:
    """Whether a word names files: one that is there, or a path as no topic looks."""
    try:
        return word == "-" or os.path.lexists(word) or "/" in word or os.sep in word
    except ValueError:  # a NUL
        return True


def with_project(options: _Kind, given: dict[str, Any]) -> _Kind:
    """The options with what the environment and the project file add where they are silent; so, too, what else the call was given."""
    project = find_project()
    changes: dict[str, Any] = dict(_profile(options, project))
    origins = [f"profile from {changes.pop('origin')}"] if changes else []
    if isinstance(options, Options):
        corpus, origin = _corpus(options, project)
        changes["corpus"] = corpus
        origins += [f"articles from {origin}"] if origin else []
        if project is not None:
            changes["encoding"] = options.encoding or project.encoding
            changes["given"] = Given(project.dated, project.include, project.exclude)
    for name in ("accept", "fail_on"):
        if project is not None and name in given and given[name] is None and getattr(project, name) is not None:
            given[name] = getattr(project, name)
            origins.append(f"--{name.replace('_', '-')} {given[name]} from {project.file}")
    if isinstance(options, Options):
        changes["given"] = changes.get("given", Given())._replace(origins=tuple(origins))
    return replace(options, **changes) if changes else options


def _profile(options: Output, project: Project | None) -> Iterator[tuple[str, str]]:
    if getattr(options, "profile", "") is not None:
        return
    for named, origin in ((os.environ.get("AOUD_PROFILE"), "AOUD_PROFILE"), *(((project.profile, project.file),) if project else ())):
        if named:
            yield from (("profile", named), ("origin", origin))
            return


def _corpus(options: Options, project: Project | None) -> tuple[list[str] | None, str]:
    """The paths of the articles, and where they come from if no option names them."""
    if options.corpus:
        return options.corpus, ""
    paths = [path for path in os.environ.get("AOUD_CORPUS", "").split(os.pathsep) if path]
    if paths:
        return paths, "AOUD_CORPUS"
    return (list(project.corpus), project.file) if project is not None and project.corpus else (None, "")
