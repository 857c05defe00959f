"""Dates and periods in Swedish text, as EDTF strings (https://www.loc.gov/standards/datetime/).

Pure functions on text. Only years 2010-2049 are read as years, so that house numbers and
amounts are not; the promises began in 2015. Part-years have EDTF codes behind the year:
seasons 21-24, quarters 33-36, tertials 37-39, half-years 40-41.
"""

import re
from calendar import monthrange
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from pipeline.document import Span
from pipeline.language.remembered import remembered
from pipeline.readers.canonical import lower_in_place

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uari|\.)|feb(?:ruari|r?\.)|mar(?:s|\.)|apr(?:il|\.)|maj|jun(?:i|\.)|jul(?:i|\.)"
    r"|aug(?:usti|\.)|sept?(?:ember|\.)|okt(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))"
)
_YEAR = r"(?P<year>20[1-4]\d)(?!:?\d)"
_MAYBE_YEAR = rf"(?:[\s,]+(?:år\s+)?{_YEAR})?"
_CLOCK = (
    r"(?:(?:t|,?\s+(?:kl\.?|klockan)?\s*)(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)"
    r"(?::[0-5]\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?(?!\d))?"
)
_MONTH_BEHIND_YEAR = re.compile(r"-(?:0[1-9]|1[0-2])")
_MONTHS_THROUGH = re.compile(r"\b(?P<first>[a-z]{3,9})\.?\s?[–-]\s?(?P<last>[a-z]{3,9})\b")
_PARTS = {"tertial": 36, "kvartal": 32, "halvår": 39, "t": 36, "q": 32, "kv": 32, "kv.": 32}
_SEASONS = {"vår": 21, "som": 22, "hös": 23, "vin": 24}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 0}
ANY_YEAR = 2000
_CENTURY = "20"  # stands in every year that is read
_LONGEST_AGREEMENT = 4
_LARGEST = {36: 3, 32: 4, 39: 2}
_PART_MONTHS = (
    {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 40: (1, 6), 41: (7, 12)}
    | {33 + n: (3 * n + 1, 3 * n + 3) for n in range(4)}
    | {37 + n: (4 * n + 1, 4 * n + 4) for n in range(3)}
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or period as written.

    Attributes:
        span: Where it stands in the text that was searched.
        edtf: Its EDTF string, or None when no such date exists (31 juni) or the
            period runs backwards (2019-2018).
    """

    span: Span
    edtf: str | None


@dataclass(frozen=True, slots=True)
class _Point:
    """A point in time as written, or a short range written as one ("2018/19", "tertial 1-2").

    Attributes:
        start: First character.
        end: Behind the last character.
        year: The year, or None when the words name none.
        rest: What follows the year in EDTF.
        until: The end of a short range: years later, and what follows the year.
    """

    start: int
    end: int
    year: int | None
    rest: str = ""
    until: tuple[int, str] | None = None

    @property
    def is_day(self) -> bool:
        return len(self.rest) >= len("-06-01")

    @property
    def edtf(self) -> str | None:
        if self.year is None or not self._exists():
            return None
        return self.in_year(self.year)

    @property
    def last_year(self) -> int:
        return (self.year or 0) + (self.until[0] if self.until else 0)

    def in_year(self, year: int) -> str:
        """Write the point in EDTF, in the year given."""
        first = f"{year}{self.rest}"
        return first if not self.until else f"{first}/{year + self.until[0]}{self.until[1]}"

    def _exists(self) -> bool:
        if not self.is_day:
            return True
        month, day = int(self.rest[1:3]), int(self.rest[4:6])
        return 1 <= month <= 12 and 1 <= day <= monthrange(self.year or 2000, month)[1]


def _day(match: re.Match[str]) -> str:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
    clock = f"T{int(match['hour']):02}:{match['minute']}" if match["hour"] else ""
    return f"-{number:02}-{int(match['day']):02}{clock}"


def _month(match: re.Match[str]) -> str:
    month = match["month"]
    return f"-{int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1:02}"


def _part(match: re.Match[str], group: str = "number") -> str:
    base = _PARTS[match["part"].casefold()]
    number = match[group].casefold()
    ordinal = int(number) if number.isdigit() else _ORDINALS[number] or _LARGEST[base]
    return f"-{base + ordinal}" if ordinal <= _LARGEST[base] else ""


def _season(match: re.Match[str]) -> str:
    return f"-{_SEASONS[match['season'][:3].casefold()]}"


def _whole(match: re.Match[str]) -> str:
    return ""


_Reader = Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class _Shape:
    """A way to write a point in time.

    Attributes:
        pattern: What it looks like in lower case.
        read: What follows the year in EDTF, by a match of the pattern.
        needs: A text in lower case without any of these holds none of the shape; those of
            letters begin a word of it.
        has_year: Nor does one without a year.
    """

    pattern: re.Pattern[str]
    read: _Reader
    needs: tuple[str, ...]
    has_year: bool


@cache
def _shapes() -> tuple[_Shape, ...]:
    """The ways to write a point in time; an earlier one wins over a later one."""
    named = r"(?P<number>[1-4]|första|andra|tredje|fjärde|sista)"
    part = r"(?P<part>tertial|kvartal|kv\.?|halvår)"
    ending = r"(?:et|en)?\b"
    through = r"(?:\s*(?:[-–]|och)\s*(?P<final>[1-4]))?"
    parts, seasons = ("tertial", "kv", "halvår"), ("vår", "sommar", "höst", "vinter")
    short = tuple(f"{letter}{number}" for letter in "tq" for number in range(1, 5))
    shapes: tuple[tuple[str, _Reader, tuple[str, ...]], ...] = (
        (rf"(?<![\w-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_CLOCK}(?![\d-])", _day, ("-",)),
        (rf"\b(?P<day>\d\d?)(?::?[ae])?\s+{_MONTH}{_MAYBE_YEAR}{_CLOCK}", _day, _MONTHS),
        (rf"(?<![\d/])(?P<day>\d\d?)/(?P<month>\d\d?)[\s/-]+{_YEAR}{_CLOCK}", _day, ("/",)),
        (rf"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}{_CLOCK}", _day, (".20",)),
        (rf"(?<![\w-]){_YEAR}-(?P<month>0[1-9]|1[0-2])(?![\d-])", _month, ("-",)),
        (rf"(?<![\w-]){_YEAR}(?:,|:|\s-)?\s+{part}\s+{named}\b", _part, parts),
        (rf"\b{part}\s+{named}{through}\b{_MAYBE_YEAR}", _part, parts),
        (rf"\b(?:det\s+|den\s+)?{named}(?::[ae])?\s+{part}{ending}{_MAYBE_YEAR}", _part, parts),
        (rf"\b(?P<part>[tq])(?P<number>[1-4])[\s,-]+{_YEAR}", _part, short),
        (r"\b(?P<part>[tq])(?P<number>[1-4])\b(?P<year>(?!))?", _part, short),
        (rf"\b(?P<season>vår|sommar|höst|vinter)(?:e?n)?{_MAYBE_YEAR}\b", _season, seasons),
        (rf"\b{_MONTH}{_MAYBE_YEAR}(?!\w)", _month, _MONTHS),
        (rf"(?<![\w.,-]){_YEAR}[/–-](?P<short>\d\d)(?![\d-])", _whole, ("/", "–", "-")),
        # "Dnr KS 2022/0041" is the number of a file.
        (rf"(?<!\w)(?<!\d[.,]){_YEAR}(?![\w]|/(?!20\d\d)\d{{3}})", _whole, (_CENTURY,)),
    )
    return tuple(
        _Shape(re.compile(form), read, needs, _YEAR in form.replace(_MAYBE_YEAR, ""))
        for form, read, needs in shapes
    )


def _fitting(lower: str) -> Sequence[_Shape]:
    """Return the shapes that a text can hold, by what they need: no need has a space in it."""
    held = set().union(*map(_needs_in, lower.split()))
    if not held:
        return ()
    has_year = _CENTURY in held
    return [
        shape
        for shape in _shapes()
        if (has_year or not shape.has_year) and not held.isdisjoint(shape.needs)
    ]


@remembered
def _needs_in(chunk: str) -> frozenset[str]:
    """Return which needs of shapes a piece without spaces holds; letters must begin a word."""
    needs = {need for shape in _shapes() for need in shape.needs if need in chunk}
    return frozenset(n for n in needs if not n.isalpha() or re.search(rf"\b{n}", chunk))


def _point(match: re.Match[str], rest: str) -> _Point | None:
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else None
    until = None
    if groups.get("final"):
        until = (0, _part(match, "final"))
    elif groups.get("short"):
        later = int(groups["short"]) - int(groups["year"]) % 100
        if not 0 < later <= _LONGEST_AGREEMENT:
            return None
        until = (later, "")
    return _Point(match.start(), match.end(), year, rest, until)


def _points(text: str) -> list[_Point]:
    found: list[_Point] = []
    taken = bytearray(len(text))
    lower = lower_in_place(text)
    for shape in _fitting(lower):
        for match in shape.pattern.finditer(lower):
            free = not any(taken[match.start() : match.end()])
            point = _point(match, shape.read(match)) if free else None
            if point is not None:
                found.append(point)
                taken[point.start : point.end] = b"1" * (point.end - point.start)
    return sorted(found, key=lambda point: point.start)


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between the ends of a range, and between the years of a list."""
    through = r"\s*(?:[-–—/]|(?:fram\s+)?till(?:\s+och\s+med)?|t\.?\s?o\.?\s?m\.?)\s*"
    listed = r"\s*(?:,|och|samt|&|resp(?:\.|ektive))\s*"
    return re.compile(through, re.IGNORECASE), re.compile(listed, re.IGNORECASE)


def _joined(text: str, left: _Point, right: _Point) -> bool:
    between = text[left.end : right.start]
    through, listed = _joints()
    if through.fullmatch(between):
        return right.year is not None
    years = not left.rest and not right.rest and left.year is not None
    return years and right.year == left.last_year + 1 and listed.fullmatch(between) is not None


def _range(left: _Point, right: _Point) -> Dated:
    """Make one period of its ends; a first end without a year takes that of the last."""
    span = Span(left.start, right.end)
    first, last = replace(left, year=left.year or right.year, until=None).edtf, right.edtf
    if first is None or last is None or bounds(first)[0] > bounds(last)[1]:
        return Dated(span, None)
    return Dated(span, first if first == last else f"{first}/{last.rpartition('/')[2]}")


def _periods(text: str) -> Iterator[tuple[_Point, _Point]]:
    points = deque(_points(text))
    while points:
        first = last = points.popleft()
        while points and _joined(text, last, points[0]):
            last = points.popleft()
        yield first, last


def find_dates(text: str) -> list[Dated]:
    """Return the days that a text names, with the clock time if one follows.

    Args:
        text: Any text.

    Returns:
        In order, e.g. `2020-01-28` or `2020-01-28T10:32` (local time, as written).
    """
    if _CENTURY not in text:
        return []
    days = (point for point in _points(text) if point.is_day and point.year is not None)
    return [Dated(Span(day.start, day.end), day.edtf) for day in days]


def find_periods(text: str) -> list[Dated]:
    """Return the years, months, part-years and ranges that a text names; no single days.

    Consecutive years in a list ("2019 och 2020") are one period.

    Args:
        text: Any text.

    Returns:
        In order, e.g. `2019`, `2024-37`, `2019/2020`, `2019-06-01/2020-06`.
    """
    found: list[Dated] = []
    if _CENTURY not in text:
        return found
    for first, last in _periods(text):
        if first is not last:
            found.append(_range(first, last))
        elif first.year is not None and not first.is_day:
            found.append(Dated(Span(first.start, first.end), first.edtf))
    return found


def find_times(text: str, year: int | None = None) -> list[Dated]:
    """Return all that a text dates: days, months, part-years, years, and ranges of them.

    Args:
        text: Any text.
        year: The year of what names none ("hösten", "mars-juni").

    Returns:
        In order; `edtf` is None also for what names no year when none is given.
    """
    points = deque(_points(text))
    found: list[Dated] = []
    while points:
        first = last = points.popleft()
        while points and (_joined(text, last, points[0]) or _yearless(text, last, points[0])):
            last = points.popleft()
        dated = last if last.year else replace(last, year=_listed_year(text, last, points) or year)
        found.append(
            Dated(Span(first.start, last.end), dated.edtf)
            if first is last
            else _range(replace(first, year=first.year or dated.year), dated)
        )
    return found


def _yearless(text: str, left: _Point, right: _Point) -> bool:
    """Tell whether two points make a range of which neither end names a year."""
    between = _joints()[0].fullmatch(text[left.end : right.start])
    return between is not None and left.year is None and right.year is None


def _listed_year(text: str, point: _Point, behind: Iterable[_Point]) -> int | None:
    """Return the year that the next of a list names for all: "våren och hösten 2019"."""
    for following in behind:
        if point.year is not None or not _joints()[1].fullmatch(text[point.end : following.start]):
            return point.year
        point = following
    return point.year


def heading_period(text: str, year: int | None = None) -> str | None:
    """Return the one period that a heading or label names.

    Args:
        text: A heading ("Uppföljning av Medborgarlöften 2017", "Tertial 1").
        year: Year of a tertial, quarter or half-year that names none.

    Returns:
        An EDTF period, or None when the heading names no period or several.
    """
    named = {period.edtf for period in find_periods(text)}
    if not named and year is not None:
        points = (point.in_year(year) for point in _points(text) if point.year is None)
        named.update(period for period in points if is_part(period))
        named.update(_parts_by_months(text, year))
    return named.pop() if len(named) == 1 else None


def _parts_by_months(text: str, year: int) -> Iterator[str]:
    """Yield the tertials, quarters and half-years that are named by their months ("jan–apr")."""
    for found in _MONTHS_THROUGH.finditer(text.lower()):
        ends = [month[:3] for month in found.group("first", "last")]
        if set(ends) <= set(_MONTHS):
            months = tuple(_MONTHS.index(month) + 1 for month in ends)
            yield from (f"{year}-{part}" for part, held in _PART_MONTHS.items() if held == months)


def named_parts(text: str, year: int | None = None) -> list[str]:
    """Return the tertials, quarters or half-years that a heading names, in order.

    Args:
        text: A heading ("Tertial 1 Tertial 2 Tertial 3").
        year: Year of those that name none.
    """
    dated = ((point, point.year or year) for point in _points(text))
    periods = [point.in_year(year) for point, year in dated if year is not None]
    return [period for period in periods if is_part(period)]


def month_of(heading: str, year: int | None = ANY_YEAR) -> str | None:
    """Return the month that a heading names ("Januari", "Mars 2022:"), in EDTF, if it is one.

    Args:
        heading: The words of the heading.
        year: Year of a month that names none.
    """
    months = [point for point in _points(heading) if _MONTH_BEHIND_YEAR.fullmatch(point.rest)]
    named = [point.in_year(each) for point in months if (each := point.year or year)]
    return named[0] if len(named) == 1 else None


def is_month(edtf: str) -> bool:
    """Tell whether a period is a month: "2024-01"."""
    return len(edtf) == len("2024-01") and "01" <= edtf[-2:] <= "12"


def is_part(edtf: str) -> bool:
    """Tell whether a period is a tertial, a quarter or a half-year (or a range of them)."""
    return all(len(end) == 7 and end[5:] >= "33" for end in edtf.split("/"))


def names_part(heading: str) -> bool:
    """Tell whether a heading names a part of a year: "Tertial 2", "Jan–mars", "Första halvåret"."""
    found = heading_period(heading, ANY_YEAR)
    return found is not None and is_part(found)


def bounds(edtf: str) -> tuple[date, date]:
    """Return the first and the last day of a period.

    Args:
        edtf: A period or time as the functions of this module write it.
    """
    first, _, last = edtf.partition("/")
    return _days(first)[0], _days(last or first)[1]


def _days(end: str) -> tuple[date, date]:
    year = int(end[:4])
    if len(end) >= 10:
        day = date.fromisoformat(end[:10])
        return day, day
    number = int(end[5:7] or 0)
    low, high = _PART_MONTHS.get(number, (number, number) if number else (1, 12))
    return date(year, low, 1), date(year, high, monthrange(year, high)[1])


def hull(periods: Iterable[str]) -> str | None:
    """Return the period from the first start to the last end.

    Args:
        periods: EDTF periods, in any order, at least one.

    Returns:
        The hull, or None when the periods leave a gap between them.
    """
    ordered = sorted(periods, key=bounds)
    last = ordered[0]
    for period in ordered[1:]:
        if (bounds(period)[0] - bounds(last)[1]).days > 1:
            return None
        last = max(last, period, key=lambda each: bounds(each)[1])
    first, end = ordered[0].partition("/")[0], last.rpartition("/")[2]
    # A period that starts first and ends last keeps its own notation.
    return ordered[0] if last == ordered[0] else f"{first}/{end}"
