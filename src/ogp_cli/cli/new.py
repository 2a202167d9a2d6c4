"""`ogp new`: a function for each kind of record."""

from typing import Annotated, get_args

import typer

from ogp_cli.cli.choices import choice
from ogp_cli.cli.classes import Command, Group
from ogp_cli.cli.completion import of_book
from ogp_cli.cli.options import Bidi, Lang, Root, institution_option
from ogp_cli.commands import OutputOptions
from ogp_cli.lang.catalogue import N_
from ogp_cli.models.kinds import MeetingKind

HELP = """Write the file of a meeting, a proposal or a report.

Fills in what is already known. Never overwrites a file.

\b
Examples:
  ogp new meeting 2024-04-18
  ogp new commitment
  ogp new report 2025-06
"""

new = typer.Typer(
    cls=Group, help=HELP, no_args_is_help=True, add_completion=False, rich_markup_mode=None
)


@new.command(cls=Command)
def meeting(
    date: Annotated[
        str | None,
        typer.Argument(
            metavar="DATE",
            help=N_("The day, as in 2024-03-21; 2024-03-21-b for the second meeting of a day."),
        ),
    ] = None,
    kind: Annotated[
        str, choice(get_args(MeetingKind), help=N_("The kind of the meeting."))
    ] = "steering-committee",
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the file of a new meeting.

    The place and the participants are those of the last meeting of its kind. A coordination meeting
    is held in the first open slot of its day, and has what the slot says. For the steering
    committee, comments say what is still open: merges that are not decided, and commitments that
    wait for a coordination meeting, or whose meeting has passed without news.

    \b
    Examples:
      ogp new meeting 2024-04-18
      ogp new meeting 2024-04-22 --kind coordination
    """
    from ogp_cli.commands.new import new_meeting

    new_meeting(root, date, kind, OutputOptions(bidi=bidi, lang=lang))


@new.command(cls=Command)
def commitment(
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="NUMBER",
            help=N_("The proposal's number, as in 5, 2.1 or 2A (default: the next one)."),
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help=N_("The proposal's title."))
    ] = None,
    lead: Annotated[
        str | None, institution_option(help=N_("The institution in charge, by its id."))
    ] = None,
    proposed: Annotated[
        str | None, typer.Option(metavar="DATE", help=N_("The day of the proposal."))
    ] = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Create a proposal's file and add it to the count in plan.yaml.

    \b
    Examples:
      ogp new commitment --title "Publier les comptes rendus" --lead justice
      ogp new commitment 28 --title "Publier les comptes rendus" --proposed 2024-04-02
    """
    from ogp_cli.commands.new import ProposalOptions, new_commitment

    given = ProposalOptions(number, title, lead, proposed)
    new_commitment(root, given, OutputOptions(bidi=bidi, lang=lang))


@new.command(cls=Command)
def report(
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="PERIOD",
            help=N_(
                "The half-year, by its last month, as in 2025-06 (default: the first of plan.yaml "
                "that lacks a report)."
            ),
            autocompletion=of_book("unreported"),
        ),
    ] = None,
    bidi: Bidi = "auto",
    lang: Lang = None,
    root: Root = None,
) -> None:
    """Write the file of a new half-year report.

    It has every commitment of the plan, with its milestones, for institutions to fill in. What is
    left empty is not reported yet.

    \b
    Examples:
      ogp new report
      ogp new report 2025-06
    """
    from ogp_cli.commands.new import new_report

    new_report(root, period, OutputOptions(bidi=bidi, lang=lang))
