"""What is known of a quantity."""

from typing import NamedTuple

from pipeline.codes import Op, QuantityKind
from pipeline.document import Span


class Quantity(NamedTuple):
    """One statement of how much or how often.

    Attributes:
        span: Where it stands in the canonical text, with comparator and counted noun.
        kind: What sort of quantity it is.
        value: A number; a share from 0 to 1; kronor; a change is signed, and a share of its
            base unless it has a unit. None for vague and universal ones.
        value_max: The upper end of a range.
        op: How the value compares; None for vague ones.
        unit: Lemma of the counted noun, in lower case.
        per: Lemma of the period or thing that the value is given for.
        object: What is counted further, verbatim: `narkotikabrott` in "flera anmälningar om
            narkotikabrott".
        vague_term: The term of a closed list, or the word for all.
        time: EDTF, only where a time scopes over this quantity alone.
        rule: The name of the wording it was found by.
    """

    span: Span
    kind: QuantityKind
    value: float | None = None
    value_max: float | None = None
    op: Op | None = None
    unit: str | None = None
    per: str | None = None
    object: str | None = None
    vague_term: str | None = None
    time: str | None = None
    rule: str = ""
