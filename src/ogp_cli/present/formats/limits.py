"""Templates of the book run in a process of their own, with limits of time and memory.

They come with the data, and those may be a stranger's. The templates of `ogp` need no limits.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from ogp_cli.errors import OgpError
from ogp_cli.lang import interface
from ogp_cli.lang.catalogue import N_
from ogp_cli.lang.interface import _, speak
from ogp_cli.present.content.document import Document
from ogp_cli.present.formats import DEFAULTS, Target
from ogp_cli.signals import before_end, held
from ogp_cli.store.folder import check_templates

if sys.platform != "win32":
    import resource

Rendered = TypeVar("Rendered", str, bytes)
Render = Callable[[Document, Target], Rendered]

SECONDS = 120
BYTES = 2 << 30
_HINT = N_("look for a loop in the folder templates/, or render with --no-book-templates")
_CHILD = "from ogp_cli.present.formats.limits import child; child()"
# What a process needs to start; the rest of the environment may be secret.
_KEPT = (
    "PATH", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONPATH", "PYTHONUTF8", "SYSTEMROOT",
    "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
)  # fmt: skip
# Typst looks up packages on the network, unless there is no way to it. Memory that threads only
# reserve counts too.
_ENVIRONMENT = {
    **dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"), "http://127.0.0.1:0"),
    **dict.fromkeys(("NO_PROXY", "no_proxy"), ""),
    "RAYON_NUM_THREADS": "4",
    "MALLOC_ARENA_MAX": "2",
}


def limited(render: Render[Rendered], document: Document, target: Target) -> Rendered:
    """Return what `render` makes of a document, within limits where the book has templates.

    Raises `OgpError` where a template reaches a limit, or a link leads out of the book.
    """
    folder = target.templates
    if not folder.is_dir() or folder.samefile(DEFAULTS):
        return render(document, target)
    check_templates(folder)
    return _apart(render, document, target)


def _apart(render: Render[Rendered], document: Document, target: Target) -> Rendered:
    """Return what another process renders."""
    plain = replace(document, facts={})
    work = pickle.dumps((render, plain, target, SECONDS, BYTES, interface.code()))
    started: list[subprocess.Popen[bytes]] = []

    def kill() -> None:
        for each in started:
            each.kill()

    with before_end(kill):
        with held():  # so that none is started and not known yet
            started.append(_start())
        with started[0] as process:
            try:
                out, err = process.communicate(work, SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise _stopped() from None
    head, _newline, body = out.partition(b"\n")
    if process.returncode > 0:  # whatever a template may do to the libraries that read it
        said = (err.decode(errors="replace").splitlines() or [""])[-1]
        raise OgpError(_("the templates of the book fail: {said}").format(said=said), _(_HINT))
    if not head:
        raise _stopped()
    said = json.loads(head)
    if "message" in said:
        raise OgpError(**said)
    return body.decode() if said["text"] else body  # type: ignore[return-value]  # as `render`


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-P", "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={name: os.environ[name] for name in _KEPT if name in os.environ} | _ENVIRONMENT,
    )


def _stopped() -> OgpError:
    said = _("a template of the book took more than {seconds} seconds or {size} MB")
    return OgpError(said.format(seconds=SECONDS, size=BYTES >> 20), _(_HINT))


def child() -> None:
    """Render what standard input says; write a line of JSON, and what was rendered."""
    given = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own
    render, document, target, seconds, size, language = given
    speak(language)
    _limit(seconds, size)
    try:
        rendered = render(document, target)
    except OgpError as error:
        head, body = json.dumps({"message": error.message, "hint": error.hint}), b""
    else:
        is_text = isinstance(rendered, str)
        head, body = json.dumps({"text": is_text}), rendered.encode() if is_text else rendered
    sys.stdout.buffer.write(head.encode() + b"\n" + body)


def _limit(seconds: int, size: int) -> None:
    """Set limits, where the system has them: not on Windows, and not all on macOS."""
    if sys.platform == "win32":
        return
    for kind, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, size)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue
