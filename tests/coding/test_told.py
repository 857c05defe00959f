"""Mentions of promises and claims in the light of what stands above them."""

from types import SimpleNamespace

from pipeline.codes import ClaimStatus
from pipeline.coding.told import Told
from pipeline.document import Span
from pipeline.language.nlp import annotate
from pipeline.language.words import sentences_at, words_at

HEADING, PROMISE, CLAIM = "Polisens insatser", "Besöka skolor.", "Tolv besök har gjorts."
TEXT = "\n".join((HEADING, PROMISE, CLAIM))


def spans() -> list[Span]:
    starts = [TEXT.index(part) for part in (HEADING, PROMISE, CLAIM)]
    lengths = [len(HEADING), len(PROMISE), len(CLAIM)]
    return [Span(s, s + n) for s, n in zip(starts, lengths, strict=True)]


def test_an_actor_that_only_the_heading_of_a_promise_names_is_inherited() -> None:
    heading, promise, claim = spans()
    doc = annotate(TEXT, [heading, promise, claim])
    tree, facts = SimpleNamespace(themes=()), SimpleNamespace(municipalities=())
    told = Told(tree, TEXT, doc, facts)
    promised = told.of_promise(list(sentences_at(doc, promise)), [heading])
    actors = [(each.code, each.inherited, each.rule) for each in promised if each.kind == "actor"]
    assert actors == [("police", True, "heading")]
    words = words_at(doc, claim)
    claimed = told.of_claim(words, ClaimStatus.COMPLETED, [heading], (), ())
    assert [(each.code, each.inherited) for each in claimed] == [("police", True)]
