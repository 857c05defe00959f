"""Put the files of a run into place: all of them, or none.

Everything is written to a hidden folder inside the output folder first, then renamed file
by file. Only files that an earlier run wrote are replaced or removed.
"""

import errno
import json
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from types import FrameType

from pipeline.errors import OutputError
from pipeline.sources import RUN_FILE
from pipeline.tables.version import TABLES_VERSION, VERSION

STAGING = ".writing-"
"""How the name of the hidden folder begins."""


def store(out: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files of a run and remove what an earlier run wrote and this one does not.

    Args:
        out: The output folder; made if it is not there.
        files: Contents by POSIX path below the folder.

    Returns:
        The paths written, `run.json` among them, sorted.

    Raises:
        OutputError: The files could not be written; those of the earlier run are whole.
    """
    is_new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        _replace(out, files)
    except BaseException as error:
        if is_new:
            with suppress(OSError):
                out.rmdir()
        if isinstance(error, OSError):
            raise OutputError(_explained(out, error)) from error
        raise
    return tuple(sorted([*files, RUN_FILE]))


def _replace(out: Path, files: Mapping[str, bytes]) -> None:
    earlier = _listed(out)
    _refuse_foreign(out, files, earlier)
    _sweep(out)
    staging = Path(tempfile.mkdtemp(prefix=STAGING, dir=out))
    try:
        _write(staging, {**files, RUN_FILE: _run_file(files)})
        # While names change, both the old and the new files are listed: whatever stops the
        # run here, the next one knows them as its own.
        _write(staging, {f"{RUN_FILE}.both": _run_file({*files, *earlier})})
        for name in files:
            (out / name).parent.mkdir(exist_ok=True)
        with _uninterrupted():
            (staging / f"{RUN_FILE}.both").replace(out / RUN_FILE)
            for name in sorted(files):
                (staging / name).replace(out / name)
            _remove(out, earlier - set(files))
            (staging / RUN_FILE).replace(out / RUN_FILE)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        with suppress(OSError):
            (out / "texts").rmdir()  # only if no text lies in it


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def _run_file(names: Mapping[str, bytes] | set[str]) -> bytes:
    run = {
        "files": sorted(names),
        "versions": {"medborgarloften": VERSION, "tables": TABLES_VERSION},
    }
    return (json.dumps(run, ensure_ascii=False, indent=2) + "\n").encode()


def _listed(out: Path) -> set[str]:
    """The files an earlier run lists, as far as a run could have written them."""
    try:
        run = json.loads((out / RUN_FILE).read_text("utf-8"))
        names = run["files"]
        return {name for name in names if isinstance(name, str) and _is_ours(name)}
    except FileNotFoundError:
        return set()
    except (ValueError, KeyError, TypeError):
        # Whoever changed the list, nothing is removed on its word.
        return set()


def _is_ours(name: str) -> bool:
    path = PurePosixPath(name)
    is_plain = path.as_posix() == name and "\\" not in name and ".." not in path.parts
    in_place = path.parent == PurePosixPath() or path.parts[:-1] == ("texts",)
    return is_plain and in_place and path.suffix in {".csv", ".parquet", ".json", ".txt"}


def _refuse_foreign(out: Path, files: Mapping[str, bytes], earlier: set[str]) -> None:
    for name in sorted(files):
        if name not in earlier and (out / name).exists():
            raise OutputError(
                f"{out / name} is there already and was not written by an earlier run. "
                "Move it away, or choose another folder with --out."
            )


def _remove(out: Path, names: set[str]) -> None:
    for name in sorted(names):
        path = out / name
        # A link on the way would lead out of the folder.
        if not path.parent.is_symlink():
            path.unlink(missing_ok=True)


def _sweep(out: Path) -> None:
    """Remove what a run left behind that was killed while it wrote."""
    for path in out.glob(f"{STAGING}*"):
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C: between two renames the tables would not fit together."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []

    def hold(number: int, _frame: FrameType | None) -> None:
        held.append(number)

    before = signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if held:
        raise KeyboardInterrupt


def _explained(out: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: nothing was changed in {out}. Free some space and run again."
    return f"{out} cannot be written to ({error.strerror or error}). Nothing was changed there."
