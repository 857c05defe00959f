"""Who, for whom, where and about what, promise by promise and claim by claim."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Words

from pipeline.codes import ClaimStatus, Topic
from pipeline.coding.mentions import (
    Actor,
    Context,
    Mention,
    actors_of,
    find_mentions,
    gazetteer,
    heading_actors,
    inherit,
)
from pipeline.coding.mentions.inherit import inherited
from pipeline.coding.topics import (
    NO_SIGNS,
    Signs,
    signs,
    topics_of_claim,
    topics_of_promise,
    topics_of_theme,
)
from pipeline.document import Span
from pipeline.facts.model import Facts
from pipeline.language.words import sentences_at
from pipeline.parser.tree import Tree

_HEADING = "heading"


class Told:
    """Reads mentions and topics of a document, each in the light of what stands above it.

    Args:
        tree: What the parser made of the document.
        text: Its canonical text.
        doc: Its annotation.
        facts: What it says of itself as a whole.
    """

    def __init__(self, tree: Tree, text: str, doc: Doc, facts: Facts) -> None:
        self._text = text
        self._doc = doc
        self._heads: dict[str, tuple[Actor, ...]] = {}
        self._places = gazetteer(text, [place.name for place in facts.municipalities])
        self._themes: Mapping[str, Signs] = {
            theme.local_id: signs(theme.words(text)) for theme in tree.themes
        }

    def theme_topics(self, local_id: str) -> tuple[Topic, ...]:
        """Return the topics of a theme, by its heading."""
        return topics_of_theme(self._themes[local_id])

    def topics_promised(self, words: str, theme: str | None) -> tuple[Topic, ...]:
        """Return the topics of a promise below a theme."""
        return topics_of_promise(signs(words), self._themes.get(theme or "", NO_SIGNS))

    def topics_claimed(
        self, words: str, theme: str | None, promised: Iterable[Topic]
    ) -> tuple[Topic, ...]:
        """Return the topics of a claim below a theme, in answer to promises of some topics."""
        return topics_of_claim(signs(words), promised, self._themes.get(theme or "", NO_SIGNS))

    def of_promise(self, sentences: Sequence[Words], heads: Sequence[Span]) -> list[Mention]:
        """Return the mentions of a promise; one that names nobody is its heading's actor's.

        Args:
            sentences: The sentences of the promise.
            heads: The labels and headings above it.
        """
        context = self._context(heads)
        found = [each for words in sentences for each in find_mentions(words, context)]
        if actors_of(found):
            return found
        return found + inherited(context.heading_actors, _HEADING)

    def of_claim(
        self,
        words: Words | None,
        status: ClaimStatus,
        heads: Sequence[Span],
        promised: Sequence[Actor],
        last: Sequence[Actor],
    ) -> list[Mention]:
        """Return the mentions of a claim, with the actors that it inherits.

        Args:
            words: The words of the claim.
            status: What it says came of it.
            heads: The labels and headings above its result.
            promised: Actors of the promises that its result answers.
            last: Actors of the claim before it in its result.
        """
        context = self._context(heads, tuple(promised), tuple(last))
        own = find_mentions(words, context) if words is not None else []
        return own + inherit(own, context, status)

    def _context(
        self,
        heads: Sequence[Span],
        promised: tuple[Actor, ...] = (),
        last: tuple[Actor, ...] = (),
    ) -> Context:
        above = [actor for span in heads for actor in self._named_by(span)]
        return Context(
            heading_actors=tuple(dict.fromkeys(above)),
            promise_actors=promised,
            previous_actors=last,
            gazetteer=self._places,
        )

    def _named_by(self, head: Span) -> tuple[Actor, ...]:
        """Return the actors of a heading, read once for all that stands below its like."""
        wording = head.of(self._text)
        if wording not in self._heads:
            sentences = sentences_at(self._doc, head)
            self._heads[wording] = tuple(a for words in sentences for a in heading_actors(words))
        return self._heads[wording]
