"""A progress bar on standard error, in a terminal, after one second."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

from ogp_cli.signals import before_end

T = TypeVar("T")
_PATIENCE = 1.0  # seconds


def tracked(items: Sequence[T], label: str) -> Iterator[T]:
    """Yield the items; after one second, a terminal shows how many are done."""
    began, is_seen = monotonic(), sys.stderr.isatty()
    for done, item in enumerate(items):
        if is_seen and monotonic() - began > _PATIENCE:
            yield from _with_bar(items, done, label)
            return
        yield item


def _with_bar(items: Sequence[T], done: int, label: str) -> Iterator[T]:
    from rich import console, progress  # noqa: PLC0415 - 40 ms, seldom needed

    bar = progress.Progress(console=console.Console(stderr=True), transient=True)
    with bar, before_end(bar.stop):
        task = bar.add_task(label, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            bar.advance(task)
