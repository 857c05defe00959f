"""What is known of a time, and what times are resolved against."""

from typing import NamedTuple

from pipeline.document import Span


class Context(NamedTuple):
    """What the document says of its own times, as EDTF strings.

    Attributes:
        report_period: The period that the results cover.
        agreement_period: The period that the promises are given for.
        published_at: When it was published.
    """

    report_period: str | None = None
    agreement_period: str | None = None
    published_at: str | None = None


NO_CONTEXT = Context()


class Time(NamedTuple):
    """A time that a sentence names.

    Attributes:
        span: Where it stands in the canonical text, with its preposition.
        edtf: The time as EDTF, or None when the context does not tell which one is meant.
        rule: The name of the wording it was found by.
    """

    span: Span
    edtf: str | None
    rule: str
