"""Web pages: what a visitor can read, where it stands, and what is the page around it."""

import re
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.codes import DocumentStatus
from pipeline.document import Document, Line
from pipeline.errors import ReadError
from pipeline.readers import read
from tests.dressed import CASES

INJECTED = re.compile(r"(?i),?(externlänk|länktillannanwebbplats|öppnasinyttfönster)[,.]?")
PAGES = [case for case in CASES if case.path.suffix == ".html"]


def page(body: str, head: str = "") -> Document:
    source = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return read(source.encode(), "page.html")


def words(document: Document, outside: bool | None = None) -> list[str]:
    return [
        document.text[line.start : line.end]
        for line in document.lines
        if outside is None or line.outside == outside
    ]


def line(document: Document, opening: str) -> Line:
    (found,) = (x for x in document.lines if document.text.startswith(opening, x.start))
    return found


def test_blocks_breaks_and_white_space() -> None:
    document = page("<p>Ett  två\n tre</p><div>fyra<br>fem<br><br>sex<p>sju</div>åtta")
    assert document.text == "Ett två tre\n\nfyra\nfem\n\nsex\n\nsju\n\nåtta"
    assert [x.gap for x in document.lines] == [True, True, False, True, True, True]


def test_what_nobody_reads_is_left_out() -> None:
    hidden = "<script>a</script><style>b</style><!-- c --><template>d</template><svg>e</svg>"
    assert page(f"<p>Text{hidden} kvar</p>", head="<title>f</title>").text == "Text kvar"


def test_collapsed_parts_are_read() -> None:
    document = page(
        "<h2>Trafik</h2><h3><button aria-expanded='false'>Löfte ett</button></h3>"
        "<div hidden>Svar ett</div><details><summary>Löfte två</summary>Svar två</details>"
    )
    assert words(document) == ["Trafik", "Löfte ett", "Svar ett", "Löfte två", "Svar två"]
    assert [x.style.heading for x in document.lines] == [2, 3, None, 4, None]


def test_looks() -> None:
    document = page(
        "<p><b>fet</b></p><p style='font-weight:700'>fet igen</p><p class='k'>klass</p>"
        "<p><em>kursiv</em></p><p>en <b>del</b> fet</p><div role=heading aria-level=4>rubrik</div>",
        head="<style>.k{font-weight:bold;font-size:24px}</style>",
    )
    assert [x.style.bold for x in document.lines] == [True, True, True, False, False, False]
    assert line(document, "kursiv").style.italic
    assert line(document, "klass").style.size == 18
    assert line(document, "rubrik").style.heading == 4


def test_lists() -> None:
    document = page("<ul><li>a<ul><li>b<p>c</p></li></ul></li></ul><ol start=3><li>d<li>e</ol>- f")
    marks = [(x.style.marker, x.style.depth) for x in document.lines]
    assert marks == [("•", 1), ("•", 2), ("", 2), ("3.", 1), ("4.", 1), ("-", 1)]
    assert words(document) == ["a", "b", "c", "d", "e", "f"]


def test_tables() -> None:
    document = page(
        "<table><tr><th>Löfte</th><th>Resultat</th></tr>"
        "<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>"
        "<tr><td colspan=2>tema</td></tr></table>"
    )
    cells = {document.text[x.start : x.end]: x.cell for x in document.lines}
    assert cells["Löfte"] and cells["Löfte"].is_header
    assert cells["a"] and (cells["a"].row, cells["a"].n_rows, cells["a"].header) == (1, 2, "Löfte")
    assert cells["c"] and (cells["c"].row, cells["c"].column, cells["c"].header) == (
        2,
        1,
        "Resultat",
    )
    assert cells["tema"] and cells["tema"].header == ""


def test_tables_that_lay_out_a_page_are_none() -> None:
    assert (
        line(page("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>"), "a").cell
        is None
    )
    assert line(page("<table><tr><td>ensam</table>"), "ensam").cell is None


def test_words_put_into_links_are_chrome() -> None:
    document = page(
        "<p>Läs mer på <a href='https://example.org'>polisen.se<span class='sr-only'>Länk till "
        "annan webbplats.</span></a> om löftena.</p>"
    )
    assert words(document, outside=False) == ["Läs mer på polisen.se om löftena."]
    assert words(document, outside=True) == ["Länk till annan webbplats."]


def test_the_page_around_the_content_is_outside() -> None:
    content = "<main><h1>Löften</h1><p>" + "Polisen lovar att synas mer. " * 8 + "</p></main>"
    document = page(f"<nav><a href='/'>Hem</a></nav>{content}<footer>Kontakt</footer>")
    assert words(document, outside=True) == ["Hem", "Kontakt"]


def test_page_facts() -> None:
    document = page(
        "<p>x</p>",
        head="<title>Löften  2024</title><link rel=canonical href='https://example.org/a'>"
        "<meta property='article:published_time' content='2024-05-01'>"
        "<meta name='dcterms.modified' content='2024-06-02T08:00'>",
    )
    facts = document.page
    assert (facts.title, facts.url) == ("Löften 2024", "https://example.org/a")
    assert (facts.published, facts.updated) == ("2024-05-01", "2024-06-02T08:00")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("nonsense", "utf-8"),
        ("", "utf-8"),
        ("", "cp1252"),
        ("utf-8", "cp1252"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_encodings_declared_rightly_and_wrongly(declared: str, encoding: str) -> None:
    text = "Åtgärder för trygghet på väg – ”löften” i Örebro. "
    meta = f"<meta charset='{declared}'>" if declared else ""
    source = f"<html><head>{meta}</head><body><p>{text * 5}</p></body></html>"
    document = read(source.encode(encoding), "a.html")
    assert words(document) == [(text * 5).strip()]


def test_patched_pages_keep_both_encodings() -> None:
    data = "<html><head><meta charset=utf-8></head><body><p>Åre</p><p>".encode() + b"\xd6rebro"
    assert words(read(data, "a.html")) == ["Åre", "Örebro"]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.path.stem)
def test_every_line_is_found_again_in_its_element(case) -> None:  # type: ignore[no-untyped-def]
    document = read(case.path.read_bytes(), case.path.name)
    root = _parsed(case.path)
    for each in document.lines:
        (element,) = root.xpath(each.origin.path)
        said = INJECTED.sub("", "".join(_joined(element).split()))
        shown = "".join(document.text[each.start : each.end].split())
        assert INJECTED.sub("", shown) in said


def _parsed(path: Path):  # type: ignore[no-untyped-def]
    from pipeline.readers.html.decoding import decode_page

    text = decode_page(path.read_bytes()).text.encode()
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    return lxml.html.document_fromstring(text, parser=parser)


def _joined(element) -> str:  # type: ignore[no-untyped-def]
    alts = "".join(image.get("alt", "") for image in element.iter("img"))
    return (element.text_content() + alts).replace("\u00ad", "").replace("\u200b", "")


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ("", DocumentStatus.EMPTY, "no words"),
        ("<script>x</script>", DocumentStatus.EMPTY, "script"),
        ("<iframe src=x></iframe>", DocumentStatus.EMPTY, "frame"),
        ("<div>" * 100_000, DocumentStatus.TOO_LARGE, "150"),
        ("<p>a" * 300_000, DocumentStatus.TOO_LARGE, "200000"),
    ],
)
def test_pages_that_cannot_be_read_say_why(body: str, status: DocumentStatus, told: str) -> None:
    with pytest.raises(ReadError, match=told) as caught:
        page(body)
    assert caught.value.status is status


def test_a_frameset_says_that_its_frames_hold_the_page() -> None:
    with pytest.raises(ReadError, match="frame"):
        read(b"<html><frameset cols=1><frame src=a.html></frameset></html>", "a.html")


def test_fifty_megabytes_are_refused() -> None:
    with pytest.raises(ReadError, match=r"50\.0 MB") as caught:
        read(b"<html>" + b"a" * 50_000_000, "a.html")
    assert caught.value.status is DocumentStatus.TOO_LARGE


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<main><h1>404</h1><p>Sidan kunde inte hittas</p></main>", "not found"),
        ("<div class='cookie-banner'>Vi använder kakor.</div>", "cookie wall"),
    ],
)
def test_error_pages_and_cookie_walls_are_told(body: str, told: str) -> None:
    (problem,) = page(body).problems
    assert told in problem.message


def test_external_entities_stay_closed() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    <html><body><p>a &x; b</p></body></html>"""
    assert "root:" not in read(bomb, "a.html").text


@given(st.text(alphabet="<>/ab pdivulrh123=\"'&;!-\n", max_size=200))
def test_any_mark_up_is_read_or_refused(body: str) -> None:
    try:
        document = page(body)
    except ReadError:
        return
    position = 0
    for each in document.lines:
        assert position <= each.start < each.end
        position = each.end


def test_titles_above_the_content_and_heads_of_folded_parts_are_headings() -> None:
    text = "Polisen lovar att synas mer. " * 8
    document = page(
        f"<header><h1>Löften</h1></header><main><p class=h2>Trafik</p><p>{text}</p>"
        f"<input type=checkbox id=a><label for=a>Skola</label><div><p>{text}</p></div></main>"
    )
    headings = {document.text[x.start : x.end]: x.style.heading for x in document.lines}
    assert headings["Löften"] == 1
    assert headings["Trafik"] == 2
    assert headings["Skola"]
    assert not any(x.outside for x in document.lines)


CONTENT = "<h1>Löften</h1><p>" + "Polisen lovar att synas mer. " * 8 + "</p>"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<div class='layout has-sidebar'><main>{}</main></div>",
        "<body class='with-menu language-sv'><div id=page-related>{}</div></body>",
        "<div class=menu>{}</div>",
    ],
)
def test_the_class_of_a_wrapper_does_not_hide_the_page(wrapper: str) -> None:
    assert not any(x.outside for x in page(wrapper.format(CONTENT)).lines)


def test_several_articles_are_all_content() -> None:
    text = "Polisen lovar att synas mer. " * 8
    document = page("".join(f"<article><h2>Del {n}</h2><p>{text}</p></article>" for n in "abc"))
    assert not any(x.outside for x in document.lines)


def test_tags_left_out_lose_nothing() -> None:
    source = "<!doctype html><meta charset=utf-8><title>T</title><main><h1>Löften</h1><p>Ett ord"
    assert words(read(source.encode(), "a.html")) == ["Löften", "Ett ord"]
    assert page("<p>under<wbr>söka vägar</p>").text == "undersöka vägar"


def test_breaks_that_the_page_keeps() -> None:
    assert page("<pre>Ett\nTvå</pre>").text == "Ett\nTvå"
    assert page("<h2>Alkohol,<br>narkotika</h2>").text == "Alkohol, narkotika"


def test_an_opening_in_another_face_is_told() -> None:
    document = page("<p><b>Resultat</b> Polisen har synts.</p>")
    assert document.lines[0].lead == len("Resultat")
