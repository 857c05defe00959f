"""Runs after runs: another year at the same address, a run that was killed, WARC, TLS."""

import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.codes import Relation
from pipeline.extraction import extract_documents
from pipeline.tables.registry import DocumentRow
from pipeline.tables.registry_linking import AgreementRow, LinkRow, PledgePromiseRow, PledgeRow
from pipeline.tables.schema import rows_of
from tests.sources.fetching.folder import Folder
from tests.sources.fetching.town import Answer, Town, link, page

FIXTURES = Path(__file__).parents[2] / "fixtures"
PDF = (FIXTURES / "pdf/bold-first.pdf").read_bytes()


@pytest.fixture
def town() -> Any:
    with Town("kommun.test", "127.0.0.20").open() as town:
        yield town


@pytest.fixture
def folder(tmp_path: Path, town: Town) -> Folder:
    return Folder(tmp_path).know(town)


def test_a_page_its_follow_up_at_the_same_address_and_a_pdf_are_one_agreement(
    folder: Folder, town: Town
) -> None:
    words = (
        "Polisen och kommunen lovar att arbeta för tryggare trafikmiljö och ökad trafiksäkerhet.",
        "Polisen och kommunen lovar att arbeta förebyggande med ungdomars och unga vuxnas "
        "attityder främst gällande alkohol, narkotika och tobak.",
        "Polisen och kommunen ger löfte om att samverka för att förebygga bedrägerier och inbrott.",
    )
    promises = "".join(f"<li>{each}</li>" for each in words)
    body = f"<h2>Vi lovar</h2><ul>{promises}</ul>"
    town.pages["/lofte"] = Answer(page("Medborgarlöften i Härjedalen 2023–2024", body))
    folder.register([("Härjedalen", town.url("/lofte"))])
    folder.fetch()
    done = "".join(
        f"<li>{each}</li>"
        for each in (
            "Polisen har genomfört kontroller för ökad trafiksäkerhet och tryggare trafikmiljö.",
            "Alla har fått information om hur bedrägerier och inbrott förebyggs.",
        )
    )
    linked = link("/fil.pdf", "Uppföljning av medborgarlöften (PDF)")
    body = f"<h2>Detta har vi gjort</h2><ul>{done}</ul>{linked}"
    town.pages["/lofte"] = Answer(page("Uppföljning av medborgarlöften 2023–2024", body))
    second = (FIXTURES / "pdf/bold-second.pdf").read_bytes()
    town.pages["/fil.pdf"] = Answer(second, "application/pdf")
    folder.fetch()

    tables = extract_documents(folder.raw, workers=1).tables
    assert len(rows_of(tables, DocumentRow)) == 3
    [agreement] = rows_of(tables, AgreementRow)
    assert agreement.agreement_id == "2361.2023_2024"
    pledges = rows_of(tables, PledgeRow)
    assert len(pledges) == len(words), "one pledge per promise"
    assert len(rows_of(tables, PledgePromiseRow)) == 2 * len(words), "the PDF repeats them"
    answered = {
        row.to_promise_id for row in rows_of(tables, LinkRow) if row.relation is Relation.ANSWERS
    }
    assert answered == {pledges[0].promise_id, pledges[2].promise_id}
    assert [row.status for row in pledges] == ["mixed", "mixed", "completed"]


def test_a_municipality_is_fetched_over_two_years_and_read(folder: Folder, town: Town) -> None:
    promises = "<h2>Trygghet</h2><p>Vi lovar att patrullera i centrum varje helg.</p>"
    town.pages["/lofte"] = Answer(page("Medborgarlöfte i Härjedalen 2023–2024", promises))
    folder.register([("Härjedalen", town.url("/lofte"))])
    first = folder.fetch()
    assert first.result(town.url("/lofte")) == "new"

    follow_up = (FIXTURES / "html/lists-second.html").read_bytes()
    linked = link("/fil.pdf", "Uppföljning 2019 (PDF)").encode()
    town.pages["/lofte"] = Answer(follow_up.replace(b"</body>", linked + b"</body>"))
    town.pages["/fil.pdf"] = Answer(PDF, "application/pdf")
    second = folder.fetch()
    assert second.result(town.url("/lofte")) == "changed"
    assert second.result(town.url("/fil.pdf")) == "new"

    assert len(folder.rows()) == 3, "the version of the year before is kept"
    extraction = extract_documents(folder.raw, workers=1)
    documents = sorted(extraction.documents, key=lambda row: (row.media_type, row.doc_type))
    assert [row.status for row in documents] == ["ok"] * 3
    assert {tuple(row.municipality_codes) for row in documents} == {("2361",)}
    assert [(row.media_type, row.doc_type) for row in documents] == [
        ("application/pdf", "both"),
        ("text/html", "both"),
        ("text/html", "promises"),
    ]
    periods = [(row.agreement_period, row.report_period) for row in documents]
    assert periods == [("2019/2020", "2019"), ("2023/2024", "2023/2024"), ("2023/2024", None)]
    assert {row.source_url for row in documents} == {town.url("/lofte"), town.url("/fil.pdf")}
    assert not [row for row in extraction.problems if row.severity == "error"]


def test_a_killed_run_goes_on_where_it_was(folder: Folder, town: Town) -> None:
    paths = [f"/lofte-{n}" for n in range(12)]
    town.pages = {path: Answer(page(f"Medborgarlöfte {path}")) for path in paths}
    town.pages["/lofte-0"] = Answer(
        page("Medborgarlöfte noll", link("/mer", "Resultat")), etag='"0"'
    )
    town.pages["/mer"] = Answer(page("Resultat av löftena"))
    folder.register([("Ale", town.url(path)) for path in paths])
    process = folder.start()
    until = monotonic() + 20
    while len(town.asked) < 6 and monotonic() < until:
        sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    asked_before = town.paths()
    assert 6 <= len(asked_before) < 10

    run = folder.fetch()
    assert run.code == 0, run.err
    assert len(folder.rows()) == 13
    assert set(run.log) == {town.url(path) for path in [*paths, "/mer"]}
    again = town.paths()[len(asked_before) :]
    repeated = set(asked_before) & set(again) - {"/robots.txt"}
    assert len(repeated) <= 2, "what was stored is not asked for again"

    third = folder.fetch()
    assert third.code == 0
    assert {result for result, _ in third.log.values()} == {"unchanged"}
    assert len(folder.rows()) == 13
    assert town.paths()[-14:].count("/lofte-1") == 1, "a finished run begins anew"


def test_ctrl_c_ends_a_run_at_once_and_keeps_what_it_has(folder: Folder, town: Town) -> None:
    paths = [f"/lofte-{n}" for n in range(40)]
    town.pages = {path: Answer(page(f"Medborgarlöfte {path}")) for path in paths}
    folder.register([("Ale", town.url(path)) for path in paths])
    process = folder.start({"delay": 0.3})
    while len(town.asked) < 4:
        sleep(0.01)
    process.send_signal(signal.SIGINT)
    began = monotonic()
    _, err = process.communicate(timeout=20)
    assert monotonic() - began < 5
    assert process.returncode == 130
    assert "Run it again to go on from here" in err
    assert "Traceback" not in err
    assert len(folder.rows()) >= 2
    assert "failed" not in {result for result, _ in folder.log().values()}


def test_a_file_that_was_lost_is_fetched_again(folder: Folder, town: Town) -> None:
    town.pages["/"] = Answer(page("Medborgarlöfte"), etag='"1"')
    folder.register([("Ale", town.url("/"))])
    folder.fetch()
    (row,) = folder.rows()
    (folder.raw / row["source_name"]).unlink()
    assert folder.fetch().code == 0
    assert len(folder.rows()) == 1


def test_a_warc_holds_what_was_asked_and_answered(folder: Folder, town: Town) -> None:
    body = page("Medborgarlöfte")
    town.pages["/"] = Answer(body)
    folder.register([("Ale", town.url("/"))])
    warc = folder.path / "traffic.warc.gz"
    assert folder.fetch(warc=str(warc)).code == 0
    with warc.open("rb") as file:
        records = [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file)
        ]
    url = town.url("/")
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request"]
    assert records[1][1:] == (url, body)
    assert records[2][1] == url
    assert folder.fetch(warc=str(warc)).code != 0, "a file that exists is not written over"


def test_a_proxy_is_used_when_asked_for(folder: Folder, town: Town) -> None:
    url = "http://kommun.example/lofte"
    folder.register([("Ale", url)])
    town.pages[url] = Answer(page("Medborgarlöfte"))
    folder.proxy = town.url().replace(town.name, town.ip)
    (folder.raw / "fetch.toml").write_text("proxies = true\n")
    assert folder.fetch().result(url) == "new"
    assert town.paths() == ["http://kommun.example/robots.txt", url]


def test_a_certificate_that_is_not_valid_is_not_accepted(tmp_path: Path) -> None:
    tls = _self_signed(tmp_path)
    folder = Folder(tmp_path)
    with Town("falsk.test", "127.0.0.21", tls).open() as town:
        town.pages["/"] = Answer(page("Medborgarlöfte"))
        folder.know(town).register([("Ale", town.url("/"))])
        run = folder.fetch({"retries": 0})
    assert town.asked == []
    assert run.result(town.url("/")) == "failed"
    assert "certificate" in run.why(town.url("/"))


def _self_signed(folder: Path) -> Path:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "falsk.test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("falsk.test")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "falsk.pem"
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
