"""From a raw folder to tables: every document on its own, then all of them together."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.extraction.run import Extraction, RunSummary, extract, extract_documents

__all__ = ["Extraction", "RunSummary", "extract", "extract_documents"]


def __getattr__(name: str) -> Any:
    # Importing `server` must cost nothing: what it starts takes longest of all.
    if name in __all__:
        from pipeline.extraction import run

        return getattr(run, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
