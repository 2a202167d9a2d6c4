"""What a rule is: a function that yields what is wrong in the book, registered by a decorator."""

from collections.abc import Callable, Collection, Iterable, Iterator
from inspect import cleandoc
from typing import NamedTuple, TypeVar

from ogp_cli.plan import Plan
from ogp_cli.problem import Finding, Level

Check = Callable[[Plan], Iterable[Finding]]
Change = Callable[[Plan, Plan], Iterable[Finding]]
K = TypeVar("K")
T = TypeVar("T")


class Rule(NamedTuple):
    """A condition on the book.

    `doc` is its page as it is written. `needs` are the parts of the book without which it would be
    misled: plan, organizations, commitments, meetings or reports. It does not run until they can be
    read. What it finds is left out where one of the rules `after` which it comes reports the cause.
    Where it finds the same `once` more, that is one finding with several places. `since` is what it
    finds in place of `check` where the book before a change is known.
    """

    name: str
    group: str
    level: Level
    check: Check
    doc: str
    needs: Collection[str] = ()
    after: Collection[str] = ()
    once: bool = False
    since: Change | None = None

    @property
    def page(self) -> str:
        """What `ogp rules` prints of it."""
        return cleandoc(self.doc)

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.doc.partition("\n")[0]


# Every rule, by its name, in the order of `ogp rules`.
RULES: dict[str, Rule] = {}


def rule(
    level: Level, *, needs: Collection[str] = (), after: Collection[str] = (), once: bool = False
) -> Callable[[Check], Check]:
    """Register a function as a rule: `my_rule` is `my-rule`, and its docstring is the page.

    Rules never print, never write, and never read the clock.
    """

    def register(check: Check) -> Check:
        name, group = _names(check)
        RULES[name] = Rule(name, group, level, check, check.__doc__ or "", needs, after, once)
        return check

    return register


def rule_on_change(level: Level, *, needs: Collection[str] = ()) -> Callable[[Change], Change]:
    """Register a function of the book and of the book before a change; without it, all is well."""

    def register(since: Change) -> Change:
        name, group = _names(since)
        RULES[name] = Rule(
            name, group, level, lambda _: (), since.__doc__ or "", needs, since=since
        )
        return since

    return register


def repeated(items: Iterable[tuple[K, T]]) -> Iterator[tuple[K, T, T]]:
    """Yield each key that an earlier item has too, with the item and the first one of that key."""
    first: dict[K, T] = {}
    for key, item in items:
        if key in first:
            yield key, item, first[key]
        else:
            first[key] = item


def _names(function: Callable[..., object]) -> tuple[str, str]:
    return function.__name__.replace("_", "-"), function.__module__.rpartition(".")[2]
