"""Values in words: texts of the data, labels, days and hours."""

import datetime as dt
from collections.abc import Iterable, Sequence

from ogp_cli.lang import days
from ogp_cli.lang.direction import is_rtl, left_to_right, mark
from ogp_cli.lang.language import Language
from ogp_cli.lang.rich_text import RichText, Run, Tone, fill, plain, toned, translate
from ogp_cli.models.partial_date import first_day, last_day
from ogp_cli.models.types import Text
from ogp_cli.plan import Plan
from ogp_cli.present.content.document import Field
from ogp_cli.present.content.table import Cell, moment_cell
from ogp_cli.present.labels import CARD, SPANS


def capital(text: str) -> str:
    """Return a text that begins with a capital letter, where its script has any."""
    return text[:1].upper() + text[1:]


class Words:
    """Puts values of a plan into words in a language; untranslated text keeps its own language."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan = plan
        self.language = language
        self.tag = f"{language.code}-{plan.info.country}"

    def t(self, sentence: str, **values: object) -> str:
        """Return a sentence of the code in the language, with its fields filled."""
        return self.language.gettext(sentence).format(**values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the form of a sentence for a number, with its fields filled."""
        return self.language.ngettext(one, many, n).format(n=n, **values)

    def rich(self, sentence: str, **values: str | RichText) -> RichText:
        """Return a sentence of the code in the language, filled with texts of any language."""
        return self.fill(self.language.gettext(sentence), **values)

    def literal(self, text: str) -> RichText:
        """Return text that is already in the language."""
        return (Run(text, self.language.code),)

    def fill(self, template: str, **values: str | RichText) -> RichText:
        """Return a template without words, or one in the language, with its fields filled."""
        return fill(self.language.code, template, **values)

    def text(self, text: Text | None) -> RichText:
        """Return a text of the data, or nothing for none."""
        return (self._run(text),) if text else ()

    def _translated(self, text: Text) -> Run:
        return translate(text, self.language.code, self.plan.info.language)

    def _run(self, text: Text) -> Run:
        run = self._translated(text)
        turned = is_rtl(run.lang) != is_rtl(self.language.code)
        if turned and not run.text[-1].isalnum():  # keeps a full stop at its end of the sentence
            return run._replace(text=run.text + mark(run.lang))
        return run

    def alone(self, text: Text) -> str:
        """Return a text of the data on its own, as in a cell."""
        return self._translated(text).text

    def within(self, text: Text) -> str:
        """Return a text of the data for the middle of a sentence, without changing its order."""
        return plain(self.fill("{text}", text=(self._translated(text),)))

    def field(self, label: str | RichText, value: str | RichText) -> Field:
        """Return a labelled value for the head of a document."""
        return Field((*self._rich(label), *self.literal(self.language.colon)), self._rich(value))

    def fields(self, *values: tuple[str | RichText, str | RichText | None]) -> list[Field]:
        """Return the labelled values that are not empty, for the head of a document."""
        return [self.field(label, value) for label, value in values if value]

    def cell(self, text: str | RichText, fact: object = None, *, tone: Tone = "") -> Cell:
        """Return the cell of a text, which may have a tone and stand for a fact."""
        said = toned(self._rich(text), tone) if tone else self._rich(text)
        return Cell((said,) if text else (), fact)

    def labelled(self, *values: tuple[str, str | RichText | None]) -> list[RichText]:
        """Return the values that are not empty, each after its label."""
        return [
            self.literal(self.after_label(label, "")) + self._rich(value)
            for label, value in values
            if value
        ]

    def _rich(self, text: str | RichText) -> RichText:
        return self.literal(text) if isinstance(text, str) else text

    def card_label(self, key: str) -> str:
        """Return the label of a key of a card, as a heading has it."""
        return capital(self.t(CARD[key]))

    def after_label(self, label: str, text: str) -> str:
        """Return a text after its label."""
        return f"{label}{self.language.colon} {text}"

    def day(self, day: dt.date | None) -> str:
        """Return a day as in «الخميس 21 مارس 2024», or nothing for none."""
        if day is None:
            return ""
        language = self.language
        return language.typeset(days.written(day, language.code, self.plan.info.country))

    def short_day(self, day: dt.date) -> str:
        """Return a day without its day of the week, as in «21 مارس 2024»."""
        language = self.language
        return language.typeset(days.dated(day, language.code, self.plan.info.country))

    def code(self, text: object) -> str:
        """Return an id, or a day as the data write it, for the middle of a sentence."""
        return left_to_right(str(text), self.language.code)

    def moment(self, at: dt.datetime) -> tuple[str, str]:
        """Return a day and, as a second line, an hour."""
        return self.day(at.date()), self.hour(f"{at:%H:%M}")

    def moment_cell(self, at: dt.datetime | None) -> Cell:
        """Return the cell of a moment of the plan's clock, which has no zone of its own."""
        if at is None:
            return moment_cell((), None)
        country, hour = self.plan.info.country, self.language.clock(f"{at:%H:%M}")
        said, brief = f"{self.day(at.date())} {hour}", ""
        if self.plan.day and at.year == self.plan.day.year:
            day = days.brief(at.date(), self.language.code, country)
            brief = f"{self.language.typeset(day)} {hour}"
        zoned = at.replace(tzinfo=self.plan.zone)
        return moment_cell(self.literal(said), zoned, self.literal(brief) if brief else ())

    def hour(self, time: str, end: str | None = None) -> str:
        """Return an hour, as in «على الساعة 10:00», or from which hour to which."""
        clock = self.language.clock
        if end is None:
            return self.t("at {time}", time=clock(time))
        return self.t("from {start} to {end}", start=clock(time), end=clock(end))

    def date(self, date: str) -> str:
        """Return a partial date in words, as in «مارس 2026» or «الربع الأول من سنة 2026»."""
        year, _, rest = date.partition("-")
        if rest in SPANS:
            return self.t(SPANS[rest], year=year)
        if len(date) > len("2026-03"):
            return self.day(first_day(date))
        first, country = first_day(date), self.plan.info.country
        return days.month_of(first, self.language.code, country) if rest else date

    def half_year(self, name: str) -> str:
        """Return a half-year in words, by its last month: «النصف الأول من سنة 2025»."""
        year, month = name.split("-")
        if half := {"06": "H1", "12": "H2"}.get(month):
            return self.t(SPANS[half], year=year)
        return self.t("half-year until {month}", month=self.date(name))

    def short_date(self, date: str | None) -> str:
        """Return a partial date in words as a table has it: without the day of the week."""
        if not date or len(date) <= len("2026-03") or date[5:] in SPANS:
            return self.date(date) if date else ""
        said = days.dated(first_day(date), self.language.code, self.plan.info.country)
        return self.language.typeset(said)

    def due_cell(self, date: str | None, said: RichText = ()) -> Cell:
        """Return the cell of a partial date, which may be said otherwise."""
        said = said or self.literal(self.short_date(date))
        rank = last_day(date) if date else dt.date.max
        return Cell((said,) if date else (), date, rank)

    def enumerated_in(self, texts: Sequence[RichText]) -> RichText:
        """Return texts as a list in a sentence: «10، 11، 12 و13»."""
        if len(texts) < 2:  # noqa: PLR2004 - one alone needs no marks around it
            return texts[0] if texts else ()
        named = {f"text{number}": text for number, text in enumerate(texts)}
        return self.fill(self.language.enumerate([f"{{{name}}}" for name in named]), **named)

    def enumerated(self, texts: Iterable[RichText]) -> RichText:
        """Return texts one after the other, parted by the sign between items."""
        return self.parted(f"{self.language.semicolon} ", texts)

    def parted(self, separator: str, texts: Iterable[RichText]) -> RichText:
        """Return texts one after the other, with a separator between them."""
        sign = self.literal(separator)
        return sum((sign + each for each in texts), ())[len(sign) :]
