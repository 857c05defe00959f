"""From a raw folder to tables: every document on its own, then all of them together."""

from pipeline.extraction.run import Extraction, RunSummary, extract, extract_documents
from pipeline.extraction.workers import Progress

__all__ = ["Extraction", "Progress", "RunSummary", "extract", "extract_documents"]
