"""Programmes, methods and ways of working with a name."""

from collections.abc import Iterator

from pipeline.codes import MentionKind
from pipeline.coding.mentions.model import Mention
from pipeline.coding.mentions.reading import Sentence
from pipeline.coding.mentions.wording import lexicon

_RULE = "named_programme"


def find_programmes(s: Sentence) -> Iterator[Mention]:
    """Yield the programmes that a sentence names, and mark their words as taken."""
    programmes = lexicon("programmes")
    for i, known in s.known.items():
        if not known.programme or i in s.taken:
            continue
        hit = programmes.at(s.words, i)
        if hit is None or (s.words[i] in programmes.capitals and not s.raw[i].isupper()):
            continue
        s.taken.update(range(i, hit.end))
        yield s.mention(MentionKind.PROGRAMME, hit.code, i, hit.end, _RULE)
