"""`ogp status`."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from ogp_cli.commands import OutputOptions
from ogp_cli.commands.book import as_it_stood, load_plan
from ogp_cli.commands.one_of import unknown
from ogp_cli.commands.output import language
from ogp_cli.commands.rendering import format_of, put_content
from ogp_cli.ids import written
from ogp_cli.lang import ENGLISH, LANGUAGES
from ogp_cli.lang.interface import _
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import translate
from ogp_cli.models.types import LABEL, Text
from ogp_cli.plan import Plan, lookup
from ogp_cli.present.content.orders import PHASES
from ogp_cli.present.content.status import drafting, implementation
from ogp_cli.present.formats import TABLES
from ogp_cli.process.fold import expected
from ogp_cli.process.query import Numbers, Query
from ogp_cli.process.words import COMPLETION_WORDS, STATUS_WORDS, STEP_WORDS


class Filters(NamedTuple):
    """Which commitments are shown. The words of each option are checked here."""

    statuses: Sequence[str] | None
    leads: Sequence[str] | None
    numbers: str | None
    steps: Sequence[str] | None
    waiting: bool
    idle: int
    stuck: bool
    axes: Sequence[str] | None
    completions: Sequence[str] | None
    overdue: bool


class Rows(NamedTuple):
    """The phase whose rows are shown, None for that of the plan; their order and groups."""

    phase: str | None
    sort: str
    group: str | None


def run(
    root: Path | None, moment: str | None, asked: Filters, rows: Rows, options: OutputOptions
) -> None:
    """Print where each commitment stands. Raises a usage error for options of the other phase."""
    chosen = format_of(options, TABLES)
    spoken = language(options.lang)
    plan = as_it_stood(load_plan(root), moment)
    phase = rows.phase or ("implementation" if expected(plan).adoption else "drafting")
    _refuse_other_phase(asked, rows, phase)
    shown = implementation if phase == "implementation" else drafting
    query = _query(plan, spoken, asked)
    put_content(plan, shown(plan, spoken, query, rows.sort, rows.group), chosen, options)


def _query(plan: Plan, spoken: Language, asked: Filters) -> Query:
    return Query(
        statuses=_words(asked.statuses, STATUS_WORDS, "--status", spoken),
        leads={lookup.institution(plan, each) for each in asked.leads or ()},
        numbers=_numbers(asked.numbers),
        steps=_words(asked.steps, STEP_WORDS, "--step", spoken),
        waiting=asked.waiting,
        idle=asked.idle,
        stuck=asked.stuck,
        axes=_ids(asked.axes, plan.info.axes, "--axis", spoken),
        completions=_words(asked.completions, COMPLETION_WORDS, "--completion", spoken),
        overdue=asked.overdue,
    )


def _words(
    given: Sequence[str] | None, words: Mapping[str, str], option: str, spoken: Language
) -> set[str]:
    """Return the words of the process that are given, each as itself or as it is printed."""
    if not given:
        return set()
    texts: dict[str, Text] = {
        word: {code: language.gettext(text) for code, language in LANGUAGES.items()}
        for word, text in words.items()
    }
    return _ids(given, texts, option, spoken)


def _ids(
    given: Sequence[str] | None, texts: Mapping[str, Text], option: str, spoken: Language
) -> set[str]:
    """Return the ids that are given, each as itself or by its text in any language."""
    found = set()
    for each in given or ():
        ids = [each] if each in texts else lookup.ids_of(each, texts)
        if not ids:
            read = {id_: translate(text, spoken.code, ENGLISH).text for id_, text in texts.items()}
            raise typer.BadParameter(unknown(each, texts, texts=read), param_hint=option)
        found.update(ids)
    return found


def _refuse_other_phase(asked: Filters, rows: Rows, phase: str) -> None:
    """Raise a usage error for an order, a group or a filter that only the other phase has."""
    (other,) = PHASES.keys() - {phase}
    orders, groups = PHASES[phase]
    for option, word, known in (("--sort", rows.sort, orders), ("--group-by", rows.group, groups)):
        if word and word not in known:
            said = _("“{word}” is for another phase; add --phase {other}.")
            raise typer.BadParameter(said.format(word=word, other=other), param_hint=option)
    filters: dict[str, dict[str, object]] = {
        "drafting": {
            "--step": asked.steps,
            "--waiting": asked.waiting,
            "--idle": asked.idle,
            "--stuck": asked.stuck,
        },
        "implementation": {
            "--axis": asked.axes,
            "--completion": asked.completions,
            "--overdue": asked.overdue,
        },
    }
    for option in (name for name, value in filters[other].items() if value):
        said = _("this is for another phase; add --phase {other}.").format(other=other)
        raise typer.BadParameter(said, param_hint=option)


def _numbers(text: str | None) -> Numbers:
    """Return the numbers and ranges in `1-9,2A,20-`. Raises a usage error if the text is wrong."""
    return tuple(map(_number, () if text is None else text.split(",")))


def _number(part: str) -> range | int | str:
    if re.fullmatch(LABEL, part.strip()):
        return written(part.strip())
    found = re.fullmatch(r"\s*(\d{0,9})\s*-\s*(\d{0,9})\s*", part)
    first, last = found.groups() if found else ("", "")
    start, end = int(first or 1), int(last or 10**9)
    if not (first or last) or end < start:
        said = _("“{part}” is not a range of numbers, as in 14, 2.1, 1-9 or 20-.").format(part=part)
        raise typer.BadParameter(said, param_hint="--number")
    return range(start, end + 1)
