"""Run the notebooks and draw the pictures of README.md: `make notebooks`."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import pipeline

from . import look

NOTEBOOKS = Path(__file__).parent
BUILD = Path("build/notebooks")
PICTURES = Path("docs/pictures")
SECONDS = 300
"""The longest that one cell may take."""

PAGE = """{% extends 'lab/index.html.j2' %}
{% block html_head_js %}{% endblock %}
{% block html_head_js_mathjax %}{% endblock %}
{% block html_head_js_mermaidjs %}{% endblock %}"""
"""A page without the scripts that it would fetch from another site, and does not need."""

DRAWN = {"status": look.status, "fates": look.fates, "numbers": look.numbers}
"""The pictures of README.md, by file name."""


def sources() -> list[Path]:
    """Return the notebooks as they are kept: without outputs."""
    return sorted(NOTEBOOKS.glob("*.ipynb"))


def execute(notebook: nbformat.NotebookNode) -> None:
    """Run all cells in the folder of the notebooks and keep their outputs in the notebook.

    Raises:
        nbclient.exceptions.CellExecutionError: A cell failed; the message shows it.
    """
    place = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        resources=place,
        extra_arguments=["--log-level=ERROR"],
    ).execute()


def pictures(folder: str | Path = "processed") -> dict[str, str]:
    """Return the pictures of README.md as SVG, by file name: the same tables give the same text."""
    data = pipeline.load(folder)
    return {f"{name}.svg": look.svg(draw(data)) for name, draw in DRAWN.items()}


def main(build: Path = BUILD, drawn: Path = PICTURES) -> None:
    """Run the notebooks, draw the pictures, and say where they lie.

    Args:
        build: Folder for the notebooks with their outputs, each also as a web page.
        drawn: Folder for the pictures.
    """
    build.mkdir(parents=True, exist_ok=True)
    for path in sources():
        print(f"Running {path.name} …", flush=True)
        notebook = nbformat.read(path, as_version=4)
        execute(notebook)
        _keep(notebook, build / path.name)
    drawn.mkdir(parents=True, exist_ok=True)
    for name, text in pictures().items():
        (drawn / name).write_text(text, encoding="utf-8", newline="\n")
    pages = ", ".join(str(build / f"{path.stem}.html") for path in sources())
    print(f"\nOpen in a browser: {pages}")
    print(f"With outputs, for Jupyter: {build}/*.ipynb")
    print(f"Pictures of README.md: {drawn}/")


def _keep(notebook: nbformat.NotebookNode, path: Path) -> None:
    nbformat.write(notebook, path)
    exporter = HTMLExporter(raw_template=PAGE, language_code="sv")
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": path.stem}})
    path.with_suffix(".html").write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
