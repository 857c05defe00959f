"""Labels below labels: which lead-in tells of the results below an actor's name."""

from itertools import pairwise

from pipeline.coding.claims import leads
from pipeline.document import Span


def test_the_lead_in_reaches_all_actors_below_it_and_no_further() -> None:
    texts = [
        ("Detta har gjorts:", True),
        ("Polisen", True),
        ("12 kontroller", False),
        ("Kommunen", True),
        ("Ny belysning", False),
        ("Vi lovar att ses", None),
        ("Skolan", True),
        ("Två möten", False),
    ]
    starts = [0]
    for text, _ in texts:
        starts.append(starts[-1] + len(text) + 1)
    spans = [Span(start, end - 1) for start, end in pairwise(starts)]
    kinds = [kind for _, kind in texts]
    found = leads(zip(spans, kinds, strict=True))
    assert found == {spans[1]: spans[0], spans[3]: spans[0]}
