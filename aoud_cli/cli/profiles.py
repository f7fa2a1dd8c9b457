"""`aoud profile`: a profile proposed from articles, and what is wrong in one."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.cli.into import aim
from aoud_cli.cli.report import FAILED, FOUND, OK, Report, skip_notes
from aoud_cli.ground.files import shown
from aoud_cli.names.profile import find_profile


def new_report(name: str, paths: Sequence[str], file: str | None, force: bool, allow_skips: bool) -> Report:
    """The proposed profile, printed or written."""
    target = None if file is None else aim(file, paths, force=force)
    from aoud_cli.articles.read import read_corpus
    from aoud_cli.people.propose import propose

    corpus = read_corpus(paths)
    notes = (*corpus.notes, *skip_notes(corpus.skipped))
    if not corpus.articles:
        return Report(notes=(*notes, "aoud: no article could be read, so there is nothing to propose a profile from"), status=FAILED)
    text = propose(name, corpus.articles)
    status = FAILED if corpus.skipped and not allow_skips else OK
    if file is None or target is None:
        return Report(text, notes, status=status)
    closing = f"wrote {shown(file)}; read it through, then: aoud profile check {shown(file)}"
    return Report(text, notes, (closing,), status, target, force)


def check_report(file: str) -> Report:
    """What is wrong in a profile, a line each; 1 where it can't be used."""
    from aoud_cli.ground import strict_yaml
    from aoud_cli.ground.safe import visible
    from aoud_cli.people.check import check_profile

    path, where = find_profile(file)
    problems = check_profile(strict_yaml.read(path, where), where)
    errors = sum(problem.level == "error" for problem in problems)
    text = "".join(visible(f"{problem.place}: {problem.level}: {problem.message}") + "\n" for problem in problems)
    return Report(text, closing=(_summary(errors, len(problems) - errors),), status=FOUND if errors else OK)


def _summary(errors: int, remarks: int) -> str:
    from aoud_cli.output.words import count_words

    said = [count_words(count, word) for count, word in ((errors, "error"), (remarks, "remark")) if count]
    return ", ".join(said) or "nothing wrong"
