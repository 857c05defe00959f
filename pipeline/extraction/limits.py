"""What one document may cost. Past a limit it is a row with the reason, and the run goes on.

How deep or how full a document may be is for its reader to say.
"""

MAX_BYTES = 20_000_000
"""Larger files are not read into memory."""

MAX_SECONDS = 60
"""Longer than this no document is read; its process is killed."""

MAX_MEMORY = 2_000_000_000
"""Bytes a reading process may use beside what it starts with (on Linux; elsewhere unlimited)."""

DOCUMENTS_PER_PROCESS = 200
"""A process that has read so many documents makes room for a fresh one: memory stays bounded."""
