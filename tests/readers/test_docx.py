"""Word files: the fixtures, small files made here, and files that are damaged or hostile."""

import io
import json
import random
import re
import struct
import zipfile
from pathlib import Path

import pytest

from pipeline.codes import DocumentStatus
from pipeline.document import Document, Line
from pipeline.errors import ReadError
from pipeline.readers import docx
from pipeline.readers.docx.package import MAX_MEMBERS, MAX_UNPACKED_BYTES
from tests.dressed import CASES, FIXTURES, Dressed

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DRESSED = [case for case in CASES if case.path.suffix == ".docx"]
GOLD = Path(__file__).parents[1] / "gold" / "segments.jsonl"
SOURCES = {
    "first": "2020-01-28-hur-gar-det-med-medborgarloftena.txt",
    "second": "2023-2024-sammanfattning-av-resultat.md",
}
FUZZ_CASES = 400


def packed(members: dict[str, str | bytes], **more) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return raw.getvalue()


def relations(*entries: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(entries, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def part(name: str, inner: str) -> str:
    return (
        f'<w:{name} xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:v="urn:schemas-microsoft-com:vml">'
        f"{inner}</w:{name}>"
    )


def members(body: str, **parts: str) -> dict[str, str | bytes]:
    names = {name: f"{name}.xml" for name in parts}
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(
            *((re.sub(r"\d", "", name), target) for name, target in names.items())
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        **{f"word/{names[name]}": content for name, content in parts.items()},
    }


def read(body: str, **parts: str) -> Document:
    return docx.read(packed(members(body, **parts)), "a.docx")


def words(document: Document) -> list[str]:
    return [document.text[line.start : line.end] for line in document.lines]


def p(text: str, properties: str = "", run: str = "") -> str:
    look = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


def numbered(num: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def status(data: bytes) -> DocumentStatus:
    with pytest.raises(ReadError) as caught:
        docx.read(data, "a.docx")
    assert str(caught.value).endswith(".")
    assert len(str(caught.value)) < 300
    return caught.value.status


def fixture(name: str) -> Document:
    return docx.read((FIXTURES / "docx" / f"{name}.docx").read_bytes(), name)


def line_of(document: Document, opening: str) -> Line:
    found = [line for line in document.lines if document.text.startswith(opening, line.start)]
    assert len(found) == 1, opening
    return found[0]


# --- The fixtures -----------------------------------------------------------------------------


def coded_words(case: Dressed) -> list[str]:
    """Words of the segments of a document that its dress leaves in place."""
    index = list(SOURCES).index(case.seed)
    raw = Path(__file__).parents[2] / "raw" / "harjedalen" / SOURCES[case.seed]
    text = raw.read_text("utf-8")
    absent = {"chrome"}
    if "labels absent where plain" in case.changes:
        absent.add("result_label")
    if "signature at the end" in case.changes:
        absent.add("signature")
    blocks = json.loads(GOLD.read_text("utf-8").splitlines()[index])["blocks"]
    return [text[b["start"] : b["end"]] for b in blocks if b["label"] not in absent]


@pytest.mark.parametrize("case", DRESSED, ids=lambda case: case.path.name)
def test_all_words_are_there_in_order(case: Dressed) -> None:
    document = docx.read(case.path.read_bytes(), case.path.name)
    main = "\n".join(
        document.text[line.start : line.end] for line in document.lines if not line.outside
    ).casefold()
    position = 0
    for expected in coded_words(case):
        found = main.find(expected.casefold(), position)
        assert found >= 0, expected
        position = found + len(expected)
    assert all(added.casefold() in main for added in case.added)
    assert all(unseen.strip().casefold() not in main for unseen in case.unseen)
    assert all(chrome in document.text for chrome in case.chrome)
    assert not any(chrome.casefold() in main for chrome in case.chrome)


@pytest.mark.parametrize("case", DRESSED, ids=lambda case: case.path.name)
def test_lines_are_ordered_disjoint_and_know_their_place(case: Dressed) -> None:
    document = docx.read(case.path.read_bytes(), case.path.name)
    position = 0
    for line in document.lines:
        found = document.text[line.start : line.end]
        assert position <= line.start < line.end
        assert found == found.strip()
        assert "\n" not in found
        assert re.fullmatch(
            r"(paragraph|footnote|text box|header|footer) \d+|table \d+, row \d+, column \d+",
            line.origin.path,
        )
        position = line.end
    first = {line.origin.path: line for line in reversed(document.lines)}
    offsets = [line.start - first[line.origin.path].start for line in document.lines]
    assert offsets == [line.origin.offset for line in document.lines]
    assert document.reader == "docx"
    assert document.media_type == docx.MEDIA_TYPE
    assert document.page.title


def test_styles_tell_the_levels_and_the_title_ranks_above_them() -> None:
    document = fixture("styled-first")
    levels = {
        opening: line_of(document, opening).style.heading
        for opening in ("Hur går det", "Trafiksäkerhet", "Trafikkontroller", "Resultat belysning")
    }
    assert list(levels.values()) == [1, 2, 3, 4]
    assert line_of(document, "För ett år sedan").style.heading is None


def test_direct_formatting_is_seen_through_cut_runs() -> None:
    document = fixture("direct-first")
    title = line_of(document, "Hur går det").style
    assert (title.bold, title.size, title.heading) == (True, 20.0, None)
    assert line_of(document, "TRAFIKSÄKERHET").style.bold  # capitals by format are seen
    label, result = (line for line in document.lines if line.origin.path == "paragraph 9")
    assert (label.style.bold, label.gap) == (True, True)
    assert (result.style.bold, result.gap) == (False, False)


def test_numbering_gives_markers_and_depth_outside_the_text() -> None:
    document = fixture("numbered-first")
    shown = [(line.style.marker, line.style.depth) for line in document.lines if line.style.depth]
    assert shown[:5] == [("1.", 1), ("", 1), ("•", 2), ("2.", 1), ("", 1)]
    assert [marker for marker, depth in shown if marker and depth == 1][:5] == [
        "1.", "2.", "3.", "4.", "1.",
    ]  # fmt: skip
    assert "1." not in document.text
    assert "•" not in document.text


def test_tables_have_rows_columns_and_heads() -> None:
    document = fixture("table-status-first")
    cells = {line.cell for line in document.lines if line.cell and line.cell.table == 1}
    heads = sorted((c.column, c.is_header) for c in cells if c.row == 0)
    assert heads == [(0, True), (1, True), (2, True), (3, True)]
    below = {c.column: c.header for c in cells if c.row}
    assert below == {0: "Löfte", 1: "Ansvarig", 2: "Resultat", 3: "Status"}
    merged = line_of(document, "Tryggare trafikmiljö").cell
    assert merged is not None
    assert (merged.row, merged.column, merged.n_rows) == (4, 0, 2)
    assert line_of(document, "Tryggare trafikmiljö").origin.path == "table 1, row 5, column 1"


def test_a_cell_over_all_columns_belongs_to_none() -> None:
    cell = line_of(fixture("table-first"), "TRAFIKSÄKERHET").cell
    assert cell is not None
    assert (cell.column, cell.header, cell.is_header) == (0, "", False)


def test_a_text_box_is_read_once() -> None:
    document = fixture("text-box-first")
    assert document.text.count("Nykter studentkortege") == 1
    assert line_of(document, "Nykter studentkortege").origin.path == "text box 1"


def test_notes_follow_the_text_and_leave_no_mark_in_it() -> None:
    document = fixture("footnotes-first")
    assert "enligt svegsmodellen." in document.text
    assert [line.origin.path for line in document.lines[-2:]] == ["footnote 1", "footnote 2"]


def test_headers_come_first_and_footers_last_each_once() -> None:
    document = fixture("header-footer-first")
    outside = [line.origin.path for line in document.lines if line.outside]
    assert outside == ["header 1", "header 2", "footer 1", "footer 1"]
    assert document.lines[0].outside
    assert document.lines[-1].outside


# --- Small files ------------------------------------------------------------------------------


def test_paragraphs_stand_apart_and_line_breaks_do_not() -> None:
    document = read(
        "<w:p><w:r><w:t>Ett</w:t><w:br/><w:t>Två</w:t><w:tab/><w:t>Tre</w:t></w:r></w:p>"
        + p("")
        + p("A\u030ar")
    )
    assert document.text == "Ett\nTvå\tTre\n\nÅr\n"
    assert [(x.origin.path, x.origin.offset, x.gap) for x in document.lines] == [
        ("paragraph 1", 0, True),
        ("paragraph 1", 4, False),
        ("paragraph 3", 0, True),
    ]


def test_letters_composed_over_two_runs_are_one() -> None:
    document = read("<w:p><w:r><w:t>A</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>\u030ar</w:t>"
                    "</w:r></w:p>")  # fmt: skip
    assert document.text == "År\n"


STYLES = part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/>'
    '<w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lofte"><w:name w:val="Löfte"/>'
    '<w:basedOn w:val="Rubrik2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="ring"/><w:basedOn w:val="Ring"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr>'
    "</w:style>",
)


def styled(style: str, run: str = "") -> Line:
    (line,) = read(p("Ord", f'<w:pStyle w:val="{style}"/>', run), styles=STYLES).lines
    return line


def test_styles_are_inherited_and_known_in_any_language() -> None:
    assert styled("Rubrik2").style.heading == 2
    derived = styled("Lofte").style
    assert (derived.heading, derived.bold, derived.size) == (2, True, 15.0)
    assert styled("Normal").style.size == 12.0
    assert styled("Ring").style.heading is None
    assert styled("unknown").style.heading is None


@pytest.mark.parametrize(
    ("style", "run", "bold"),
    [
        ("Rubrik2", '<w:b w:val="0"/>', False),
        ("Normal", '<w:rStyle w:val="Stark"/>', True),
        ("Rubrik2", '<w:rStyle w:val="Stark"/>', False),  # as Word shows it
        ("Normal", '<w:rStyle w:val="Stark"/><w:b w:val="false"/>', False),
        ("Normal", '<w:b w:val="true"/>', True),
    ],
)
def test_bold_is_what_the_run_its_style_and_the_paragraph_say(style, run, bold) -> None:
    assert styled(style, run).style.bold is bold


def test_outline_levels_are_headings() -> None:
    (line,) = read(p("Tema", '<w:outlineLvl w:val="1"/>')).lines
    assert line.style.heading == 2
    (line,) = read(p("Text", '<w:pStyle w:val="Rubrik2"/><w:outlineLvl w:val="9"/>')).lines
    assert line.style.heading is None


def test_a_table_of_contents_lies_outside() -> None:
    assert styled("Innehll1").outside


def level(n: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1)")
    + level(1, "lowerLetter", "%2)")
    + level(2, "upperRoman", "%1.%2.%3")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>',
)


def test_numbers_are_counted_as_word_counts_them() -> None:
    steps = [(1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (3, 0)]
    body = "".join(p("Ord", numbered(*step)) for step in steps)
    document = read(body, numbering=NUMBERING)
    markers = [line.style.marker for line in document.lines]
    assert markers == ["1)", "2)", "a)", "b)", "2.b.I", "3)", "a)", "7)", "8)", "•"]
    assert [x.style.depth for x in document.lines] == [1, 1, 2, 2, 3, 1, 2, 1, 1, 1]
    assert document.text == "Ord\n" * 10


def test_a_list_that_is_not_there_gives_no_marker() -> None:
    (line,) = read(p("Ord", numbered(9, 0)), numbering=NUMBERING).lines
    assert (line.style.marker, line.style.depth) == ("", 0)


def test_typed_markers_are_markers_too() -> None:
    document = read(p("- Ord") + p("2. Fler") + p("Slut"))
    assert document.text == "- Ord\n2. Fler\n\nSlut\n"
    assert words(document) == ["Ord", "Fler", "Slut"]
    assert [(x.style.marker, x.style.depth) for x in document.lines] == [
        ("-", 1), ("2.", 1), ("", 0),
    ]  # fmt: skip


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "x" </w:instrText>'
    '<w:t>borta</w:t><w:fldChar w:fldCharType="separate"/><w:t>Läs mer</w:t>'
    '<w:fldChar w:fldCharType="end"/></w:r>{more}</w:p>'
)


def test_fields_show_their_result_and_links_are_links() -> None:
    document = read(FIELD.format(more="") + FIELD.format(more="<w:r><w:t> här</w:t></w:r>"))
    assert words(document) == ["Läs mer", "Läs mer här"]
    assert [line.style.link for line in document.lines] == [True, False]


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>borta</w:t></w:r>",
        "<w:del><w:r><w:delText>borta</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>borta</w:t></w:r></w:moveFrom>",
        "<w:r><w:instrText>borta</w:instrText></w:r>",
        '<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r>',
        "<!-- borta --><?borta borta?>",
    ],
)
def test_what_nobody_sees_is_not_there(inner: str) -> None:
    assert read(f"<w:p><w:r><w:t>Kvar</w:t></w:r>{inner}</w:p>").text == "Kvar\n"


@pytest.mark.parametrize("name", ["ins", "moveTo", "smartTag", "customXml", "unknown"])
def test_what_stands_inside_other_elements_is_there(name: str) -> None:
    run = "<w:r><w:t>Kvar</w:t></w:r>"
    assert read(f"<w:p><w:{name}>{run}</w:{name}></w:p>").text == "Kvar\n"
    assert read(f"<w:{name}><w:p>{run}</w:p></w:{name}>").text == "Kvar\n"


def test_a_paragraph_whose_mark_is_deleted_joins_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    document = read(p("Första ", gone) + p("andra") + p("Tredje", gone))
    assert words(document) == ["Första andra", "Tredje"]
    assert [line.origin.path for line in document.lines] == ["paragraph 1", "paragraph 3"]


def table(*rows: str) -> str:
    inner = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row.split("|")) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{inner}</w:tbl>"


def test_a_table_of_one_column_is_layout() -> None:
    document = read(table("Ett", "Två"))
    assert [line.cell for line in document.lines] == [None, None]
    assert document.lines[1].origin.path == "table 1, row 2, column 1"


def test_plain_heads_are_named_but_not_sure() -> None:
    document = read(table("Löfte|Resultat", "Vi lovar|Vi höll"))
    cells = [line.cell for line in document.lines]
    assert [(c.header, c.is_header) for c in cells if c] == [
        ("", False), ("", False), ("Löfte", False), ("Resultat", False),
    ]  # fmt: skip


def test_nested_tables_count_on() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('Yttre')}{table('A|B', 'C|D')}</w:tc>"
    document = read(inner + f"<w:tc>{p('Andra')}</w:tc></w:tr></w:tbl>" + table("E|F"))
    numbers = [line.cell.table for line in document.lines if line.cell]
    assert numbers == [1, 2, 2, 2, 2, 1, 3, 3]


def test_deleted_rows_are_gone() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    deleted = row.format("<w:trPr><w:del/></w:trPr>", "borta")
    assert read(f"<w:tbl>{row.format('', 'Kvar')}{deleted}</w:tbl>").text == "Kvar\n"


def test_strict_files_templates_and_missing_parts_are_read() -> None:
    made = members(p("Ord"), header1=part("hdr", p("Huvud")))
    strict = {
        name: str(content)
        .replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        .replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in made.items()
    }
    assert docx.read(packed(strict), "a.docx").text == "Ord\n"
    del made["word/header1.xml"]
    assert docx.read(packed(made), "a.docm").text == "Ord\n"
    del made["_rels/.rels"]
    assert docx.read(packed(made), "a.docx").text == "Ord\n"


# --- Bad input --------------------------------------------------------------------------------

GOOD = members(p("Polisen lovar att patrullera oftare."))
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'


def without(name: str) -> bytes:
    return packed({key: content for key, content in GOOD.items() if key != name})


def replaced(content: str | bytes, name: str = "word/document.xml") -> bytes:
    return packed(GOOD | {name: content})


def lying(data: bytes, figure: int) -> bytes:
    """Change the unpacked size that the directory of an archive states for its last member."""
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<L", figure) + data[at + 28 :]


def bomb() -> bytes:
    """Return an archive of some 100 kB that unpacks past the limit."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in GOOD.items():
            if name != "word/document.xml":
                archive.writestr(name, content)
        with archive.open("word/document.xml", "w") as member:
            for _ in range(MAX_UNPACKED_BYTES // 1_000_000 + 1):
                member.write(b" " * 1_000_000)
    return raw.getvalue()


UNREADABLE = {
    "renamed ZIP": packed({"protokoll.txt": "Polisen lovar"}),
    "empty ZIP": packed({}),
    "no main part": without("word/document.xml"),
    "broken XML": replaced("<w:document><w:body>"),
    "no XML": replaced(b"\x00\x01"),
    "empty part": replaced(b""),
    "another Office file": replaced('<workbook xmlns="urn:x"/>'),
    "external entity": replaced(ENTITY + str(GOOD["word/document.xml"]).replace("Polisen", "&e;")),
    "entity in UTF-16": replaced(f'<?xml version="1.0" encoding="UTF-16"?>{ENTITY}<x/>'
                                 .encode("utf-16")),
    "entity in styles": packed(members(p("Ord"), styles=ENTITY + part("styles", ""))),
    "cut off": packed(GOOD)[:-200],
    "cut off early": packed(GOOD)[:40],
    "noise": b"PK\x03\x04" + random.Random(3).randbytes(5_000),
    "nested too deeply": replaced(part("document", "<w:body>" + "<w:ins>" * 1500
                                       + p("Ord") + "</w:ins>" * 1500 + "</w:body>")),
}  # fmt: skip


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_is_no_word_file_says_so(kind: str) -> None:
    assert docx.recognise(UNREADABLE[kind])
    assert status(UNREADABLE[kind]) is DocumentStatus.UNREADABLE


BOMBS = {
    "past the limit": bomb,
    "past the ratio": lambda: replaced(b"x" * 4_000_000, "word/media/a.emf"),
    "lies about its size": lambda: lying(bomb(), 100),
    "too many members": lambda: packed(GOOD | {f"word/{n}": b"" for n in range(MAX_MEMBERS)}),
    "too long": lambda: packed(members(p(LONG))),
}
LONG = "".join(f"Ord {n} " for n in range(250_000))


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_too_large_and_says_how_large(kind: str) -> None:
    with pytest.raises(ReadError, match=r"too large: .*\d") as caught:
        docx.read(BOMBS[kind](), "a.docx")
    assert caught.value.status is DocumentStatus.TOO_LARGE


def test_other_compressions_are_not_unpacked() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
    assert status(raw.getvalue()) is DocumentStatus.UNREADABLE


def test_protected_files_are_encrypted() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert docx.recognise(ole)
    assert status(ole) is DocumentStatus.ENCRYPTED
    data = bytearray(packed(GOOD))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    assert status(bytes(data)) is DocumentStatus.ENCRYPTED


@pytest.mark.parametrize("body", ["", p(""), p(" \u00a0\u200b "), table("|")])
def test_a_file_without_words_is_empty(body: str) -> None:
    assert status(packed(members(body))) is DocumentStatus.EMPTY


def test_other_formats_are_not_recognised() -> None:
    odt = (FIXTURES / "office" / "second.odt").read_bytes()
    assert not any(map(docx.recognise, (odt, b"", b"PK", b"{\\rtf1", "Löfte".encode())))


def outcome(data: bytes) -> str:
    try:
        return docx.read(data, "a.docx").text
    except ReadError as error:
        return error.status


@pytest.mark.parametrize("name", ["table-status-first", "tracked-first"])
def test_flipped_bytes_crash_nothing(name: str) -> None:
    """Flip bytes of the archive, and of its parts before they are packed again."""
    chance = random.Random(20)
    whole = (FIXTURES / "docx" / f"{name}.docx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        inside = {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    read_well = 0
    for _ in range(FUZZ_CASES // 2):
        assert isinstance(outcome(flipped(whole, chance)), str)
        part_name = chance.choice(sorted(inside))
        found = outcome(packed(inside | {part_name: flipped(inside[part_name], chance)}))
        read_well += len(found) > 100
    assert read_well > FUZZ_CASES // 20


def flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
