"""Commands that write a file: the page for a browser, and a profile proposed from articles, which is checked here, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aoud_cli.cli.into import STDOUT, aim
from aoud_cli.cli.reply import FAILED, FOUND, OK, Reply, skip_notes
from aoud_cli.cli.run import analyse, reading
from aoud_cli.ground.files import human, shown
from aoud_cli.model import AoudError

if TYPE_CHECKING:
    from aoud_cli.cli.options import PageOptions


def page_reply(options: PageOptions) -> Reply:
    """The page of the corpus, for the file that -o names; nothing is printed but what was written."""
    if options.into is None or options.into == STDOUT:
        raise AoudError("-o names the file to write: -o report.html")
    analysis = analyse(options)
    from aoud_cli.output.words import count_words
    from aoud_cli.views.report.build import render_page

    page = render_page(analysis)
    notes, status = reading(analysis, options)
    size = human(len(page.encode("utf-8")))
    closing = f"wrote {shown(options.into)}: {count_words(len(analysis.articles), 'article')}, {size}"
    return Reply(page, notes, (closing,), status, opens=options.open)


def new_reply(name: str, paths: Sequence[str], file: str | None, force: bool, allow_skips: bool) -> Reply:
    """The proposed profile, printed or written."""
    if force and file is None:
        raise AoudError("--force needs -o FILE")
    target = None if file is None else aim(file, paths, force=force)
    from aoud_cli.articles.read import read_corpus
    from aoud_cli.people.propose import propose

    corpus = read_corpus(paths)
    notes = (*corpus.notes, *skip_notes(corpus.skipped))
    if not corpus.articles:
        return Reply(notes=(*notes, "aoud: no article could be read, so there is nothing to propose a profile from"), status=FAILED)
    text = propose(name, corpus.articles)
    status = FAILED if corpus.skipped and not allow_skips else OK
    if file is None or target is None:
        return Reply(text, notes, status=status)
    closing = f"wrote {shown(file)}; read it through, then: aoud profile check {shown(file)}"
    return Reply(text, notes, (closing,), status, target, force)


def check_reply(file: str, paths: Sequence[str], allow_skips: bool) -> Reply:
    """What is wrong in a profile, and what in it doesn't fit the articles, a line each; 1 where it can't be used."""
    from aoud_cli.ground import strict_yaml
    from aoud_cli.ground.safe import visible
    from aoud_cli.names.profile_file import find_profile
    from aoud_cli.people.check import check_profile

    path, where = find_profile(file)
    text = strict_yaml.read(path, where)
    problems = check_profile(text, where)
    errors = sum(problem.level == "error" for problem in problems)
    notes: tuple[str, ...] = ()
    status = FOUND if errors else OK
    if paths and not errors:
        from aoud_cli.articles.read import read_corpus
        from aoud_cli.people.against import check_against

        corpus = read_corpus(paths)
        problems += check_against(text, where, corpus.articles)
        notes = (*corpus.notes, *skip_notes(corpus.skipped))
        status = FAILED if corpus.skipped and not allow_skips else status
    lines = "".join(visible(f"{problem.place}: {problem.level}: {problem.message}") + "\n" for problem in problems)
    return Reply(lines, notes, closing=(_summary(errors, len(problems) - errors),), status=status)


def _summary(errors: int, remarks: int) -> str:
    from aoud_cli.output.words import count_words

    said = [count_words(count, word) for count, word in ((errors, "error"), (remarks, "remark")) if count]
    return ", ".join(said) or "nothing wrong"
