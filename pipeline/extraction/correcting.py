"""The corrections of a run: read before the documents, applied to their tables."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.corrections import CORRECTIONS, Told
from pipeline.tables.schema import Row, Tables

if TYPE_CHECKING:
    from pipeline.corrections.read import Correction


@dataclass(frozen=True, slots=True)
class Corrector:
    """Applies the corrections that a folder holds; most hold none, and nothing is loaded then."""

    corrections: "Sequence[Correction]" = ()

    def documents(self, tables: Tables) -> tuple[Tables, Sequence[Told]]:
        """Correct what documents say, before they are linked.

        Returns:
            The tables, and what is to be told of corrections that were not applied.
        """
        if not self.corrections:
            return tables, ()
        from pipeline.corrections.columns import OF_DOCUMENTS

        return self._applied(tables, OF_DOCUMENTS)

    def links(self, tables: Tables) -> tuple[Tables, Sequence[Told]]:
        """Correct links, once they are made; returns the same."""
        if not self.corrections:
            return tables, ()
        from pipeline.corrections.columns import OF_LINKS

        return self._applied(tables, OF_LINKS)

    def _applied(
        self, tables: Tables, kinds: Collection[type[Row]]
    ) -> tuple[Tables, Sequence[Told]]:
        from pipeline.corrections.apply import apply_corrections

        applied = apply_corrections(self.corrections, tables, kinds)
        return applied.tables, applied.problems


def corrector_of(raw: Path) -> Corrector:
    """Read the corrections in a raw folder, if there are some.

    Raises:
        UsageError: They cannot be used.
    """
    path = raw / CORRECTIONS
    if not path.exists():
        return Corrector()
    from pipeline.corrections.read import read_corrections

    return Corrector(read_corrections(path))
