"""Texts that mean something to a format, a terminal, a shell or a runner; and a book of them."""

from pathlib import Path

ENCODED = "%0A::error::<b>&amp; ]]> ' وزارة"
FORMULAS = [
    "=1+1",
    "+x",
    "-x",
    "@x",
    "=cmd|' /C calc'!A0",
    "'=1+1",
    "=\n1",
    "\t=1",
    "\r=1",
    "#N/A",
    "12",
    "2024-03-21",
    "_x003D_1+1",
    "a;=1+1,=2\t=3",
]
MARKUP = [
    "\"quotes\" 'single' “double”",
    '#"',
    'one "two", three; four',
    "{{ 7 * 7 }} {% raw %} {# no #}",
    "<b>bold</b> <script>alert(1)</script> &amp; R&D",
    "a | b || c \\| d \\",
    r"back\slash \n \| \\",
    "👩‍👩‍👧 e\u0301 نُصّ",
    "https://example.org/?a=1&b=2#c",
    "75% – 2024-2027 – *a* _b_ `c` ~d~ [e](f) ![g](h)",
    "# title, 1. item, - item, > quote, + item",
    "Un texte français وسط نص عربي",
    "</td></table></div>",
    "<r><t>a</t></r></si><si><r><t>=1+1</t></r>",
    "[red]a[/red] [link=file:///etc]b :warning:",
    ENCODED,
]
CONTROLS = [
    "a\x1b[31mb\x00c\u202ed\u2067",
    "\x1b]0;pwn\x07",
    "\x9b2J",
    "END:VEVENT\r\nBEGIN:VALARM",
]
RUNNERS = [
    "##[set-output name=deploy]yes",
    "##[add-mask]e",
    "###[error]x",
    "##vso[task.setvariable variable=PATH]/tmp",
    "##teamcity[buildStatus text='x']",
    "##[##[error]x",
    "::error::x",
    ":::error::x",
    "::stop-commands::token",
    "::set-env name=PATH::/tmp",
]
EXACT = [*FORMULAS, *MARKUP, *CONTROLS]  # a stream spells these as a file does
TEXTS = [*EXACT, *RUNNERS]
ALL = " ".join([*RUNNERS, "word " * 12, *TEXTS])  # where a line is filled, one begins with each


def shown(text: str) -> str:
    """Return a text as every format shows it: on one line, its controls replaced."""
    lost = [*range(9), *range(14, 28), *range(0x7F, 0x85), *range(0x86, 0xA0), 0x202E, 0x2067]
    return " ".join(text.translate(dict.fromkeys(lost, "\ufffd")).split())


def quoted(text: str) -> str:
    """Return a text in YAML, each of its letters escaped."""
    return '"' + "".join(f"\\U{ord(letter):08x}" for letter in text) + '"'


def fill(book: Path) -> Path:
    """Make each text the title of a commitment and an agreed point of the French plan.

    All of them are the title of `petitions`, a topic of the agenda and the reason of a decision.
    """
    for number, text in enumerate(TEXTS, 100):
        (book / f"data/commitments/{number}.yaml").write_text(
            f"number: {number}\ntitle: {quoted(text)}\nstatus: standing\n"
            "history:\n  2025-01-15: [comments-shared]\n"
        )
    heard = ["budget-ouvert", *range(100, 100 + len(TEXTS))]
    points = "\n- ".join(["agreed:", *map(quoted, TEXTS)])
    for name, old, new in (
        ("commitments/petitions", '"Ouvrir les pétitions en ligne"', quoted(ALL)),
        ("meetings/2025-01-15", "Examen des propositions", quoted(ALL)),
        ("meetings/2025-01-15", "la mesure existe déjà", quoted(ALL)),
        ("meetings/2025-01-15", "agreed:", points),
        ("meetings/2025-01-15", "- on: [budget-ouvert]", f"- on: {heard}"),
    ):
        file = book / f"data/{name}.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
    return book
