"""`ogp rules`."""

from collections.abc import Iterator, Mapping

from ogp_cli.checks import RULES, Rule
from ogp_cli.commands.one_of import one_of
from ogp_cli.commands.output import put, screen
from ogp_cli.lang import interface
from ogp_cli.lang.direction import is_rtl, names_left_to_right
from ogp_cli.lang.interface import _
from ogp_cli.present.reports.text import COLOURS
from ogp_cli.safe_json import dump
from ogp_cli.terminal.letters import width
from ogp_cli.terminal.screen import Screen

_WIDEST = 100  # columns: longer lines are hard to read
_LEAST = 30  # columns for a summary; where there are fewer, it stands below the name


def run(name: str | None, form: str, bidi: str) -> None:
    """Print the page of a rule, or a list of all rules."""
    chosen = RULES if name is None else {(rule := rule_of(name, "RULE")): RULES[rule]}
    if form == "json":
        put(f"{_json(chosen)}\n")
    else:
        lines = _list if name is None else _page
        put("".join(lines(chosen, screen(bidi).at_most(_WIDEST))))


def rule_of(name: str, option: str) -> str:
    """Return the name of a rule; raise a usage error if there is none of that name."""
    return one_of(name, list(RULES), option)


def _list(rules: Mapping[str, Rule], screen: Screen) -> Iterator[str]:
    """Yield the lines of each rule: its name, its level, and what it finds."""
    name, level = (max(map(width, each)) + 2 for each in (rules, map(_level, rules.values())))
    is_narrow = screen.room and screen.room < name + level + _LEAST
    for rule in rules.values():
        coloured = _coloured(rule, screen)
        if is_narrow:
            yield f"{rule.name}  {coloured}\n"
            start, column = "  ", 2
        else:
            space = " " * (level - width(_level(rule)))
            start, column = f"{rule.name:{name}}{coloured}{space}", name + level
        yield screen.beside(start, column, _summary(rule), rtl=_is_rtl())


def _page(rules: Mapping[str, Rule], screen: Screen) -> Iterator[str]:
    """Yield the lines of each rule's page; an example keeps its lines."""
    for rule in rules.values():
        yield f"{screen.style(rule.name, 'bold')} ({_coloured(rule, screen)})\n\n"
        yield screen.lines(_summary(rule), rtl=_is_rtl())
        for text in rule.page.split("\n\n")[1:]:
            keeps_lines = screen.room is None or text.startswith(" ")
            yield "\n" + screen.lines(text if keeps_lines else text.replace("\n", " "), rtl=False)


def _level(rule: Rule) -> str:
    return _(rule.level)


def _coloured(rule: Rule, screen: Screen) -> str:
    return screen.style(screen.show(_level(rule)), COLOURS[rule.level])


def _summary(rule: Rule) -> str:
    return names_left_to_right(_(rule.summary), interface.code()) if _is_rtl() else _(rule.summary)


def _is_rtl() -> bool:
    return is_rtl(interface.code())


def _json(pages: Mapping[str, Rule]) -> str:
    """Return the rules with the keys that `ogp check --format json` has for them."""
    rules = [
        {
            "rule": rule,
            "level": page.level,
            "group": page.group,
            "summary": page.summary,
            "description": page.page,
        }
        for rule, page in pages.items()
    ]
    return dump({"schema": 2, "rules": rules})
