"""The classes of commands: they speak the language of the interface, and are imported late.

typer translates some of its words itself, with gettext; `WORDS` are those that `ogp` can meet.
"""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from ogp_cli.commands.one_of import unknown
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _, page
from ogp_cli.terminal.say import in_columns

WORDS = (
    N_("Arguments"),
    N_("Commands"),
    N_("Options"),
    N_("Missing command."),
    N_("default: {default}"),
    N_("required"),
    # These it does not translate, but the help that they are shown in does.
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
    N_("Show this message and exit."),
)

# What typer raises for wrong arguments; the module that has it depends on the version of typer.
UsageError: type[typer.BadParameter] = typer.BadParameter.__mro__[1]


class _Spoken:
    """What commands and groups share. The methods are typer's own; it has no types for them."""

    help: str | None
    get_params: Any
    collect_usage_pieces: Any

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """Return the help, translated, and in the order in which a terminal shows it."""
        self._translate(ctx)
        return in_columns(super().get_help(ctx))  # type: ignore[misc]

    def get_short_help_str(self, limit: int = 0) -> str:
        """Return the first line of the help, whole."""
        return page((self.help or "").partition("\n\n")[0])

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:  # noqa: ANN401
        """Return what a shell offers, explained."""
        self._translate(ctx)
        return super().shell_complete(ctx, incomplete)  # type: ignore[misc]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """Parse the arguments. Raises a usage error, which knows the command."""
        try:
            left: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        return left

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write how it is used."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{_('Usage:')} ")

    def _translate(self, ctx: Any) -> None:  # noqa: ANN401
        self.help = page(self.help or "")
        for each in self.get_params(ctx):
            each.help = _(each.help or "")


class Command(_Spoken, TyperCommand):
    """A command."""

    allow_extra_args = True  # they are refused here

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own
        """Parse the arguments. Raises a usage error if there are too many."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            ctx.fail(_("unexpected: {words}.").format(words=" ".join(left)))
        return left


class Group(_Spoken, TyperGroup):
    """A command that has others."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - typer's own
        """Return the command that is named. Raises a usage error if there is none."""
        if not (args[0] in self.commands or args[0].startswith("-") or ctx.resilient_parsing):
            raise typer.BadParameter(unknown(args[0], self.commands), ctx, param_hint="COMMAND")
        return super().resolve_command(ctx, args)


class Later(Command):
    """A command of which only the name and the summary are known until it is asked for.

    It is the function, or the app of further commands, that is named as its module.
    """

    def make_context(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - typer's own
        """Import the command, and return the context to run, explain or complete it."""
        return command_of(f"{self.name}").make_context(*given, **named)


def command_of(name: str) -> Any:  # noqa: ANN401 - typer's own
    """Return a command, or a group of further ones, as its module has it."""
    stem = name.replace("-", "_")
    app = getattr(import_module(f"ogp_cli.cli.{stem}"), stem)
    if not isinstance(app, typer.Typer):
        command, app = app, typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, cls=Command)(command)
    return get_command(app)


def explained(error: typer.BadParameter) -> str:
    """Return what to say of wrong arguments: how the command is used, and what is wrong."""
    if error.ctx is None:
        return _mistake(error)
    usage = error.ctx.get_usage()
    if error.message.startswith(usage):  # it is the whole help: there were no arguments
        return error.message
    path = error.ctx.command_path
    help_ = _("Try “{command}” for help.").format(command=f"{path} --help")
    return f"{usage}\n{help_}\n\n{_mistake(error)}"


def _mistake(error: typer.BadParameter) -> str:
    return _("Error: {message}").format(message=_said(error))


def _said(error: typer.BadParameter) -> str:
    option = getattr(error, "option_name", None)
    if option is not None:
        return _of_option(option, error)
    if not isinstance(error, typer.BadParameter):
        return f"{error.message}"
    place = error.param_hint or (_name(error.param) if error.param else "")
    said = error.message or _("it is missing.")
    return _("Invalid value for {place}: {message}").format(place=place, message=said)


def _name(param: Any) -> str:  # noqa: ANN401 - typer's own
    is_argument = param.param_type_name == "argument"
    return param.human_readable_name if is_argument else " / ".join(param.opts)


def _of_option(option: str, error: typer.BadParameter) -> str:
    """Return what is wrong with an option that is unknown, lacks its value, or takes none."""
    params: list[Any] = error.ctx.command.get_params(error.ctx) if error.ctx else []
    known = {name: each for each in params for name in (*each.opts, *each.secondary_opts)}
    if option not in known:
        return unknown(option, known, many=0)
    is_flag = known[option].is_flag
    said = _("{option} takes no value.") if is_flag else _("{option} needs a value.")
    return said.format(option=option)
