"""Where documents come from, what lies in the raw folder, and what the manifest knows of it."""

from pipeline.sources.discover import RUN_FILE, SourceFile, SourceProblem, discover, is_container
from pipeline.sources.manifest import MANIFEST, Manifest, ManifestRow, read_manifest

__all__ = [
    "MANIFEST",
    "RUN_FILE",
    "Manifest",
    "ManifestRow",
    "SourceFile",
    "SourceProblem",
    "discover",
    "is_container",
    "read_manifest",
]
