"""What ends the program from outside: Ctrl-C, SIGTERM, and SIGHUP where the system has it."""

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

Handler = Callable[[int, FrameType | None], object] | int | signal.Handlers | None
_ENDING = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


@contextmanager
def held() -> Iterator[None]:
    """Hold the signals back until the block is done, and deliver them then."""
    arrived: list[int] = []
    try:
        with _handled(lambda number, _: arrived.append(number), _handlers()):
            yield
    finally:
        for number in dict.fromkeys(arrived):
            signal.raise_signal(number)


@contextmanager
def before_end(clean: Callable[[], object]) -> Iterator[None]:
    """Call `clean` first where a signal ends the program within the block."""
    before = _handlers()

    def end(number: int, _: FrameType | None) -> None:
        clean()
        signal.signal(number, before[number])
        signal.raise_signal(number)

    with _handled(end, before):
        yield


def _handlers() -> dict[int, Handler]:
    """Return what is done on each signal. One that is ignored stays so, and is left out."""
    handlers = {each: signal.getsignal(each) for each in _ENDING}
    return {each: handler for each, handler in handlers.items() if handler != signal.SIG_IGN}


@contextmanager
def _handled(handler: Handler, before: Mapping[int, Handler]) -> Iterator[None]:
    """Let a function have the signals, in place of the handlers that they had before."""
    try:
        for number in before:
            signal.signal(number, handler)
        yield
    finally:
        # Ctrl-C, which may raise an exception, comes first above and last here.
        for number in reversed(list(before)):
            signal.signal(number, before[number])
