"""Read one document from its file to its rows. Whatever goes wrong stays within it."""

import logging

from pipeline.codes import DocumentStatus, Stage
from pipeline.coding.code import code
from pipeline.errors import ReadError
from pipeline.extraction.limits import MAX_BYTES
from pipeline.extraction.task import Failure, Reading, Task, changed, crash, failed, load, unopened
from pipeline.facts.facts import read_facts
from pipeline.facts.model import SourceHint
from pipeline.parser import parse
from pipeline.readers import read
from pipeline.tables.build import build
from pipeline.tables.check import check
from pipeline.tables.known import Source

_log = logging.getLogger(__name__)


def read_document(task: Task) -> Reading:
    """Read one document; a failure of any kind becomes its status and a problem.

    Raises:
        MemoryError: The document needs more memory than there is.
    """
    try:
        source, data = load(task)
    except OSError as error:
        return unopened(task, f"The file cannot be opened: {error.strerror}. Check its rights.")
    if data is None:
        size = f"{task.path.stat().st_size / 1e6:.1f} MB"
        message = f"The file is too large ({size}; the limit is {MAX_BYTES / 1e6:.0f} MB)."
        return failed(source, Failure(DocumentStatus.TOO_LARGE, message), Stage.SOURCES)
    return _understand(source, data)


def _understand(source: Source, data: bytes) -> Reading:
    stage = Stage.READING
    try:
        document = read(data, source.name)
        stage = Stage.PARSING
        tree = parse(document)
        stage = Stage.FACTS
        facts = read_facts(document, tree, _hint(source))
        stage = Stage.CODING
        coding = code(document.text, tree, facts)
        stage = Stage.TABLES
        tables = build(source, document, tree, facts, coding)
        check(tables, {source.document_id: document.text})
    except ReadError as error:
        return failed(source, Failure(error.status, str(error)), stage)
    except MemoryError:
        raise  # what is left of the process is not for this module to say
    # The one broad except: no document may take the others down.
    except Exception as error:
        _log.debug("%s: crashed while %s", source.name, stage, exc_info=True)
        return failed(source, crash(error), stage)
    problems = (*changed(source), *document.problems, *tree.problems, *facts.problems)
    return Reading(source, tables, document.text, problems)


def _hint(source: Source) -> SourceHint:
    return SourceHint(source.name, source.manifest.area, source.manifest.source_url)
