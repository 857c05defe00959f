"""The project's errors: each carries a message that tells the user what to do."""

from pipeline.codes import DocumentStatus


class MedborgarloftenError(Exception):
    """Base of all errors that the command line shows as one line."""


class UsageError(MedborgarloftenError):
    """The command was called with something it cannot work with (exit code 2)."""


class OutputError(MedborgarloftenError):
    """The tables could not be written (exit code 3)."""


class SourceError(MedborgarloftenError):
    """What one address gave cannot be stored; the run goes on without it."""


class ReadError(MedborgarloftenError):
    """One document could not be read; the run goes on without it.

    Attributes:
        status: What `documents.status` says of the document.
    """

    def __init__(self, status: DocumentStatus, message: str) -> None:
        super().__init__(message)
        self.status = status
