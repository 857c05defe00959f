"""The command line: parse the words, call, say what happened.

What takes time to load is loaded by the command that needs it.
"""

import gc
import logging
import os
import shutil
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import MedborgarloftenError, OutputError, UsageError
from pipeline.tables.version import VERSION

NAME = "medborgarloften"
RAW = Path("raw")
PROCESSED = Path("processed")
WIDTH, WIDEST = 80, 110
LISTED = 20

FAILED_DOCUMENTS, WRONG_USE, NO_OUTPUT = 1, 2, 3
"""Exit codes; Ctrl-C is 130, a wrong option 2 (both by typer)."""

app = typer.Typer(
    name=NAME,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Tables of what Swedish police and municipalities promised their residents, "
    "and what came of it.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{NAME} {VERSION}")
        raise typer.Exit


@app.callback()
def _start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Say which version."),
    ] = False,
) -> None:
    level = os.environ.get("MEDBORGARLOFTEN_LOG", "warning").upper()
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(message)s")


@app.command()
def extract(
    raw: Annotated[Path, typer.Argument(help="Folder with documents, at any depth.")] = RAW,
    out: Annotated[Path | None, typer.Option(help="Folder for the tables.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes [default: by the number of documents]")
    ] = None,
    with_persons: Annotated[
        bool, typer.Option("--with-persons", help="Write names of persons too (personal data).")
    ] = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Mask names of persons in tables and texts.")
    ] = False,
    across_municipalities: Annotated[
        bool,
        typer.Option(
            "--across-municipalities", help="Find the same promise in other municipalities too."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 1 if a document could not be read.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Tell about errors only.")] = False,
) -> None:
    """Read all documents of a folder and write the tables.

    Tables of raw/ go to processed/, those of another folder to <folder>-tables beside it.
    """
    target = _target(raw, out)
    from pipeline.extraction import extract as run
    from pipeline.extraction.progress import progress
    from pipeline.extraction.summary import summary

    with progress(quiet) as tell:
        result = run(raw, target, workers, with_persons, tell, redact, across_municipalities)
    if not quiet:
        typer.echo(summary(result, raw), nl=False)
    if strict and result.extraction.failed:
        raise typer.Exit(FAILED_DOCUMENTS)


@app.command()
def fetch(
    raw: Annotated[Path, typer.Option(help="Folder that the documents are added to.")] = RAW,
    sources: Annotated[
        Path | None,
        typer.Option(help="Register of addresses [default: sources.csv in it]", show_default=False),
    ] = None,
    area: Annotated[str | None, typer.Option(help="Fetch this municipality only.")] = None,
    archive: Annotated[
        bool, typer.Option("--archive", help="Fetch past versions, from a web archive.")
    ] = False,
    warc: Annotated[
        Path | None, typer.Option(help="Write the traffic to a WARC file as well.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be asked for; send nothing.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit code 1 if something could not be fetched.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Tell about errors only.")] = False,
) -> None:
    """Fetch what is new at the published addresses, slowly, and keep what was.

    Needs a contact, which is sent with every request; says how to set it.
    """
    from pipeline.sources.fetching.command import Options
    from pipeline.sources.fetching.command import fetch as run

    options = Options(raw, sources, area, archive, warc, dry_run, strict, quiet)
    raise typer.Exit(run(options, VERSION))


@app.command()
def evaluate(
    golds: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[GOLD]...",
            help="Folders with hand coding [default: tests/gold tests/layouts]",
            show_default=False,
        ),
    ] = None,
    raw: Annotated[
        Path | None,
        typer.Option(help="Folder with the documents it codes [default: raw, or beside the gold]"),
    ] = None,
) -> None:
    """Compare the tables with a hand coding and show every difference."""
    from pipeline.evaluation import FOLDERS, evaluate_folders, render

    typer.echo(render(evaluate_folders(golds or FOLDERS, raw)), nl=False)


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(help="Id from the first column of a table.")],
    out: Annotated[Path, typer.Option(help="Folder of the tables.")] = PROCESSED,
    raw: Annotated[Path, typer.Option(help="Folder of the documents.")] = RAW,
    image: Annotated[
        Path | None, typer.Option(help="Write the page, with the row's boxes on it, as PNG.")
    ] = None,
    alternatives: Annotated[
        bool,
        typer.Option("--alternatives", help="Show what else its lines could be, and why."),
    ] = False,
) -> None:
    """Show where a row comes from: its words, its rule, its place in the document."""
    from pipeline.explain import explain as gather
    from pipeline.explain import render, show
    from pipeline.explain.linked import BETWEEN, render_link

    width = min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)
    if BETWEEN in row_id:
        show(render_link(row_id, out, width))
        return
    found = gather(row_id, out, raw)
    if image:
        from pipeline.explain.image import draw

        image.write_bytes(draw(found, out))
    show(render(found, width))
    if alternatives:
        from pipeline.explain.alternatives import render_alternatives

        show(render_alternatives(found, width))


@app.command()
def review(
    out: Annotated[Path, typer.Option(help="Folder of the tables.")] = PROCESSED,
    raw: Annotated[Path, typer.Option(help="Folder of the documents.")] = RAW,
    limit: Annotated[
        int | None, typer.Option(min=1, help="List so many [default: 20; all in a file]")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(help="Write them as a file of corrections to fill in.")
    ] = None,
) -> None:
    """List what most deserves a person's look, and help to correct it."""
    from pipeline.review import render, write_sheet
    from pipeline.review import review as gather

    found = gather(out, raw)
    if csv:
        write_sheet(csv, found[:limit])
        typer.echo(f"Lines to fill in: {len(found[:limit])} ({csv})")
        return
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    typer.echo(render(found, limit or LISTED, min(width, WIDEST)), nl=False)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="A", help="Folder of tables.")],
    new: Annotated[Path, typer.Argument(metavar="B", help="Another one.")] = PROCESSED,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write all differences to, as diff.csv.")
    ] = None,
) -> None:
    """Compare two folders of tables: rows added, gone and changed, by their keys."""
    from pipeline.diff import compare, render, write_csv

    found = compare(old, new)
    typer.echo(render(found), nl=False)
    if out:
        typer.echo(f"All differences: {write_csv(found, out)}")


def _target(raw: Path, out: Path | None) -> Path:
    """Return where the tables go, if they may go there."""
    source, processed = raw.resolve(), PROCESSED.resolve()
    is_own = source == RAW.resolve()
    if out is None:
        out = PROCESSED if is_own else source.parent / f"{source.name}-tables"
    target = out.resolve()
    if target == processed and not is_own:
        raise UsageError(f"{out} holds the tables of {RAW}/: name another folder with --out.")
    if target.is_relative_to(source):
        raise UsageError(f"{out} lies inside {raw}: name a folder outside it with --out.")
    if target.exists() and not target.is_dir():
        raise UsageError(f"{out} is a file: name a folder with --out.")
    return out


def main() -> None:
    """Run the command; errors become one line on stderr and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show å must not end the run.
            stream.reconfigure(errors="backslashreplace")
    if sys.argv[1:2] == ["extract"]:
        from pipeline.extraction.server import start_server

        start_server()  # what reading needs takes longest to load: it begins at once
    try:
        app()
    except MedborgarloftenError as error:
        sys.stderr.write(f"{NAME}: {error}\n")
        sys.exit(NO_OUTPUT if isinstance(error, OutputError) else WRONG_USE)
    finally:
        gc.freeze()  # it all ends here: Python need not look for garbage in it once more
