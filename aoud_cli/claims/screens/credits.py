"""Whether a credit is of somebody who only speaks of the show, of a piece of it, or of another post than the one that is read."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern

# "The director X is a fan of the show", "X sued the producers"; not "season 3 director X praised the cast"
_ADMIRES_RE = pattern(r"(?:, [^,.;]{1,40},)? (?:{sues}\b|{admires} (?:<t\d+>|it\b|the {show_kinds}\b(?! (?:for|of))))")
_ADMIRED_BY_RE = pattern(r"\b{admired}(?: as [^,.;]{1,30})? by (?:[a-z'-]+ ){0,4}$")
_LESSER_RE = pattern(r"\b{lesser_posts}[ -]{crew_titles}\b")
_PIECE_RE = pattern(r"\b{pieces_made}(?: (?:of|for) [^,.;]{0,40}?)? (?:{was_or_were}|is|are|by)\b(?:(?! and )[^.;,]){0,80}$")
_DECLINED_RE = pattern(
    r"\b(?:{declines_posts}(?: (?:the|an?) {offers_of_posts} (?:to|of))?|{modals}(?: not|n't)(?: be)?|won't(?: be)?)"
    r"(?: to)?(?: [a-z]+ly)? {crew_deeds_or_gerunds}\b"
)
_ANOTHERS_RE = pattern(
    r"(?<!\bfrom )(?<!\bfrom \")<w\d+>\W?'?s? (?:[a-z-]+ ){0,2}?{crew_titles} $"
    r"|<w\d+>\W{0,2},? (?:which {was_or_were} )?(?:directed|written|created) by $"
)
_OF_ANOTHER_RE = pattern(
    r"(?:(?: (?:[a-z-]+|<[es]\d+>)){0,4}? of \W?<w\d+>| \W?<w\d+>)(?!'s)(?! and (?:all|the|[a-z0-9]+ episodes|<[es]\d+>) [^.;,]*<[st])"
)


def is_of_an_admirer(said: Said) -> bool:
    """`The director X is a fan of the show`, `was praised by the writer X`, `the writer X sued`."""
    text, at = said.line.masked.text, said.value_place()
    if at < 0 or not said.value_at.startswith("<n"):
        return False
    return (_ADMIRES_RE.match(text, at + len(said.value_at)) or _ADMIRED_BY_RE.search(text, 0, at)) is not None


def is_another_post(said: Said) -> bool:
    """`X was assistant director`, `the theme song was written by X`, `the costumes were created by X`."""
    text, at = said.line.masked.text, said.value_place()
    left, _ = cues.clause(text, *said.match.span())
    return said.overlaps(_LESSER_RE, left, said.match.end()) or (at > 0 and _PIECE_RE.search(text, left, at) is not None)


def is_declined(said: Said) -> bool:
    """`X declined to direct season 3`, `X will not direct any episodes`: no credit."""
    text = said.line.masked.text
    left, _ = cues.clause(text, *said.match.span())
    return said.rule.negation and _DECLINED_RE.search(text, left, said.match.end()) is not None


# "<another> looks different. X directs.", "The show is based on a novel. X wrote it."
_ALL_OF_IT_RE = pattern(r"\W*<[akn]\d+>,? (?:{crew_deeds_or_gerunds}|{crew_deeds}s|writes|created|creates)(?: it)?\W*")
_OF_A_WORK_RE = pattern(r"\W*(?:the )?<w\d+>(?!'s? )(?!.*<[ts]\d)|.*\b{made_from} (?:an?|the) (?:[a-z-]+ ){0,3}{source_nouns}\W*$")


def is_of_the_work_before(said: Said) -> bool:
    """A bare `X directs`, `X wrote it`, behind a sentence about another work, or about the one that the show is made from."""
    return _ALL_OF_IT_RE.fullmatch(said.line.masked.text) is not None and _OF_A_WORK_RE.match(said.line.before) is not None


def is_of_another(said: Said) -> bool:
    """`<another> director X`, `worked on <another>, directed by X`, `directed two episodes of <another>`."""
    text, at = said.line.masked.text, said.value_place()
    known = _ANOTHERS_RE.search(text, 0, at) if at > 0 else None
    # "<another> director X will direct season 2", "directed by <another> director X": more is told than what X is known from
    if known and known.start() <= said.match.start() and said.match.end() <= at + len(said.value_at):
        return True
    return at == said.match.start() and not said.match.group().endswith(">") and _OF_ANOTHER_RE.match(text, said.match.end()) is not None


_TO_MAKE_IT_RE = pattern(r",? (?:about |on |for )?to (?:return to |come back to )?{crew_tasks}\b(?![^.;]* and (?:to )?(?:{plays_too})\b)")
_WHO_MADE_IT_RE = pattern(r"<[kn]\d+>,? who (?:(?:{small_verbs}|[a-z]+ly) )*{crew_deeds_or_gerunds}\b")


def is_behind_the_camera(said: Said) -> bool:
    """`is in negotiations to direct the first two hours`, `X, who directed the first two episodes, was back`: nobody of the cast."""
    text = said.line.masked.text
    return _TO_MAKE_IT_RE.match(text, said.match.end()) is not None or said.overlaps(_WHO_MADE_IT_RE)
