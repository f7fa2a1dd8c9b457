"""The options of a command, gathered into one object and checked before any work."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, replace
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from aoud_cli.cli.options import Asked, Options, Output, Places
from aoud_cli.cli.places import sort_out, with_project
from aoud_cli.cli.reply import FAILED, Reply


def gathers(command: Callable[..., Reply]) -> bool:
    """Whether a command takes its options together: it has a parameter `options`."""
    return "options" in command.__annotations__


def with_options(command: Callable[..., Reply]) -> Callable[..., Reply]:
    """`command` with each field of its kind of `Options` as an option of its own; it receives them together, as `options`.

    What a kind adds to `Options` stands first in the help. Where a topic, or nothing, is expected beside the options, articles may be
    named as well; what neither the options nor the environment say, the project file may.
    """
    hints = {name: _annotated(hint) for name, hint in get_type_hints(command, include_extras=True).items()}
    kind: type[Output] = hints["options"]
    hints |= get_type_hints(kind, include_extras=True)
    everywhere = {item.name for item in fields(Options)}
    shown = sorted((item for item in fields(kind) if _is_option(item, hints, kind)), key=lambda item: item.name in everywhere)
    own = [item for name, item in inspect.signature(command).parameters.items() if name != "options"]
    names = {item.name for item in own}
    asked = None if not issubclass(kind, Options) else Asked if "topic" in names else None if names else Places
    if asked is not None:
        hints["topic"] = asked
        own = [inspect.Parameter("topic", inspect.Parameter.KEYWORD_ONLY, default=None), *(item for item in own if item.name != "topic")]
    shared = [inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=item.default) for item in shown]
    parameters = [item.replace(annotation=hints[item.name], kind=inspect.Parameter.KEYWORD_ONLY) for item in [*own, *shared]]

    @functools.wraps(command)
    def gathered(**given: Any) -> Reply:
        options = kind(**{item.name: given.pop(item.name) for item in shown})
        if asked is not None and isinstance(options, Options):
            told = sort_out(given.pop("topic"), topics=asked is Asked)
            options = replace(options, corpus=[*(options.corpus or ()), *told.paths] or None)
            given |= {"topic": told.topic} if asked is Asked else {}
        options = with_project(options, given)
        options.check()
        if options.into is None:
            return _hushed(command(options=options, **given), options)
        from aoud_cli.cli.into import aim

        target = aim(options.into, options.kept, force=options.force)
        return replace(_hushed(command(options=options, **given), options), into=target, force=options.force)

    gathered.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    gathered.__annotations__ = {item.name: item.annotation for item in parameters}
    return gathered


def _is_option(item: Field[Any], hints: Mapping[str, Any], kind: type[Output]) -> bool:
    return item.name not in kind.unused and get_origin(hints[item.name]) is Annotated


def _annotated(hint: Any) -> Any:
    """The type as it is written: Python 3.10 hides what has the default None, with all its annotations, in an Optional."""
    written = [inner for inner in get_args(hint) if get_origin(inner) is Annotated]
    return written[0] if get_origin(hint) is Union and written else hint


def _hushed(reply: Reply, options: Output) -> Reply:
    """The reply as --quiet asks for it: what made it fail is still said."""
    if not options.quiet:
        return reply
    return replace(reply, notes=reply.notes if reply.status == FAILED else (), closing=())
