"""One run against several hosts, good and bad, and the run after it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.sources.fetching.folder import CONTACT, Folder, Run
from tests.sources.fetching.town import (
    Answer,
    InTurn,
    Town,
    bomb,
    break_off,
    declare,
    drip,
    hang_up,
    link,
    page,
    pour,
    redirect,
)

ROOT = Path(__file__).parents[2]
PDF = (ROOT / "fixtures/pdf/bold-first.pdf").read_bytes()
DOCX = (ROOT / "fixtures/docx/styled-first.docx").read_bytes()

NOWHERE = "http://nowhere.test/"

UNSAFE = {
    "private": "http://10.0.0.1/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "cgnat": "http://100.64.0.1/",
    "mapped": "http://[::ffff:10.0.0.1]/",
    "loopback6": "http://[::1]/",
    "number": "http://167772161/",
    "name": "http://inner.test/",
    "both": "http://both.test/",
    "file": "file:///etc/passwd",
    "ftp": "ftp://files.test/x",
}


@dataclass
class World:
    ale: Town
    calm: Town
    hops: Town
    sick: Town
    tired: Town
    shut: Town
    folder: Folder
    first: Run
    second: Run
    sent_by_second: int


def _ale(town: Town) -> None:
    menu = link("/resultat-val", "Resultat av valet") + link("/logga-in", "Medborgarlöfte logga in")
    body = (
        link("/uppfoljning", "Uppföljning av löftena 2023")
        + link("/fil/loften.pdf", "Medborgarlöfte 2023 (PDF)")
        + link("/fil/utvardering.docx", "Utvärdering")
        + link("/fil/bild.jpg", "Resultat som bild")
        + link("/simhall", "Simhallens öppettider")
        + link("http://elsewhere.test/medborgarlofte", "Medborgarlöfte någon annanstans")
        + link("mailto:kommun@example.org", "Medborgarlöfte per post")
    )
    town.pages = {
        "/": Answer(page("Medborgarlöfte i Ale", body, menu), etag='"a1"'),
        "/uppfoljning": Answer(
            page("Uppföljning", link("/djup", "Tertialrapport") + "<p>Uppdaterad: 2024-03-01"),
            etag='"u1"',
        ),
        "/djup": Answer(page("Tertial 1", link("/djupare", "Resultat")), etag='"d1"'),
        "/djupare": Answer(page("För djupt")),
        "/fil/loften.pdf": Answer(PDF, "application/pdf", etag='"p1"'),
        "/fil/utvardering.docx": Answer(DOCX, "application/octet-stream", etag='"w1"'),
    }


def _calm(town: Town) -> None:
    rules = b"User-agent: *\nDisallow: /hemligt\nCrawl-delay: 0.5\n"
    town.pages = {
        "/robots.txt": Answer(rules, "text/plain"),
        "/ett": Answer(page("Ett"), etag='"1"'),
        "/tva": Answer(page("Två"), etag='"2"'),
        "/hemligt": Answer(page("Hemligt")),
    }


def _hops(town: Town) -> None:
    town.pages = {
        "/kedja": redirect("/kedja2"),
        "/kedja2": redirect("/kedja3", 302),
        "/kedja3": redirect("/slut", 308),
        "/slut": Answer(page("Slut"), etag='"s"'),
        "/slinga": redirect("/slinga2"),
        "/slinga2": redirect("/slinga"),
        "/sida": Answer(page("Sida", link("/bort", "Resultat")), etag='"b"'),
        "/bort": redirect("http://elsewhere.test/"),
        **{f"/{name}": redirect(url) for name, url in UNSAFE.items()},
    }


def _sick(town: Town) -> None:
    again = page("Till slut")
    town.pages = {
        "/429": InTurn(
            [Answer(status=429, headers={"Retry-After": "1"}), Answer(again, etag='"r"')]
        ),
        "/500": InTurn([Answer(status=500), Answer(page("Frisk"), etag='"f"')]),
        "/503": Answer(status=503),
        "/404": Answer(status=404),
        "/410": Answer(status=410),
        "/dropp": drip,
        "/avbrott": hang_up,
        "/avbrott2": break_off,
        "/bomb": bomb(5),
        "/5gb": declare(5_000_000_000),
        "/flod": pour,
        "/bild": Answer(b"\x89PNG\r\n\x1a\n" + bytes(500), "text/html"),
        "/pdf-som-html": Answer(PDF, "text/html", etag='"x"'),
    }


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    names = ("ale", "calm", "hops", "sick", "tired", "shut")
    towns = {name: Town(f"{name}.test", f"127.0.0.{n}") for n, name in enumerate(names, 2)}
    _ale(towns["ale"])
    _calm(towns["calm"])
    _hops(towns["hops"])
    _sick(towns["sick"])
    day = Answer(status=429, headers={"Retry-After": "86400"})
    towns["tired"].pages = {"/": day, "/mer": day}
    towns["shut"].pages = {
        "/robots.txt": Answer(status=500),
        "/": Answer(page("Medborgarlöfte")),
    }
    folder = Folder(tmp_path_factory.mktemp("world")).know(*towns.values())
    folder.names |= {"inner.test": ["10.1.2.3"], "both.test": ["127.0.0.2", "10.0.0.9"]}
    asked = [("Ale", "/"), *[("Lugn", path) for path in ("/ett", "/tva", "/hemligt")]]
    hops = [*(f"/{name}" for name in UNSAFE), "/kedja", "/slinga", "/sida"]
    sources = [
        (asked[0][0], towns["ale"].url("/")),
        *((area, towns["calm"].url(path)) for area, path in asked[1:]),
        *(("Hopp", towns["hops"].url(path)) for path in hops),
        *(("Sjuk", towns["sick"].url(path)) for path in towns["sick"].pages),
        ("Trött", towns["tired"].url("/")),
        ("Trött", towns["tired"].url("/mer")),
        ("Stängd", towns["shut"].url("/")),
        ("Borta", NOWHERE),
    ]
    folder.register(sources)
    with ExitStack() as stack:
        for town in towns.values():
            stack.enter_context(town.open())
        first = folder.fetch(strict=True)
        before = sum(town.sent for town in towns.values())
        folder.register(sources[:3])
        second = folder.fetch()
        sent = sum(town.sent for town in towns.values()) - before
    yield World(**towns, folder=folder, first=first, second=second, sent_by_second=sent)


def test_a_page_its_follow_ups_and_files_are_stored(world: World) -> None:
    rows = {row["source_url"]: row for row in world.folder.rows() if row["area"] == "Ale"}
    paths = {"/", "/uppfoljning", "/djup", "/fil/loften.pdf", "/fil/utvardering.docx"}
    assert set(rows) == {world.ale.url(path) for path in paths}
    pdf = rows[world.ale.url("/fil/loften.pdf")]
    assert (world.folder.raw / pdf["source_name"]).read_bytes() == PDF
    assert pdf["media_type"] == "application/pdf"
    assert pdf["found_on"] == world.ale.url("/")
    assert pdf["etag"] == '"p1"'
    assert pdf["http_status"] == "200"
    assert rows[world.ale.url("/")]["found_on"] == ""


def test_only_links_of_follow_ups_are_asked_for(world: World) -> None:
    asked = set(world.ale.paths())
    assert not asked & {"/simhall", "/resultat-val", "/logga-in", "/fil/bild.jpg", "/djupare"}


def test_the_log_says_what_a_page_calls_itself(world: World) -> None:
    assert world.first.log[world.ale.url("/uppfoljning")] == ("new", "Uppföljning (2024-03-01)")


def test_every_request_says_who_asks(world: World) -> None:
    agents = {asked.headers["user-agent"] for asked in world.ale.asked + world.sick.asked}
    assert agents == {f"medborgarloften/0.0-test (+{CONTACT})"}
    assert not any("cookie" in asked.headers for asked in world.ale.asked)


def test_what_robots_txt_forbids_is_not_asked_for(world: World) -> None:
    assert world.calm.paths()[0] == "/robots.txt"
    assert "/hemligt" not in world.calm.paths()
    assert world.first.result(world.calm.url("/hemligt")) == "robots"


def test_without_a_readable_robots_txt_nothing_is_asked_for(world: World) -> None:
    assert set(world.shut.paths()) == {"/robots.txt"}
    assert world.first.result(world.shut.url("/")) == "robots"


def test_a_host_that_is_no_more_is_told_as_failed(world: World) -> None:
    result, why = world.first.log[NOWHERE]
    assert result == "failed"
    assert "nowhere.test" in why


def test_hosts_are_never_asked_faster_than_allowed(world: World) -> None:
    for town in (world.ale, world.hops, world.sick):
        assert min(town.gaps()) >= 0.08
    assert min(world.calm.gaps()) >= 0.5


def test_retry_after_is_waited_for(world: World) -> None:
    first, second = (each for each in world.sick.asked if each.path == "/429")
    assert second.at - first.at >= 1
    later = [each.at for each in world.sick.asked if each.at > first.at]
    assert min(later) - first.at >= 1, "the whole host is left alone"
    assert world.first.result(world.sick.url("/429")) == "new"


def test_a_host_that_asks_for_a_day_is_left_alone(world: World) -> None:
    assert len(world.tired.paths()) == 2, "robots.txt, and one of the two pages"
    for path in ("/", "/mer"):
        result, why = world.first.log[world.tired.url(path)]
        assert result == "failed"
        assert "86" in why, why


def test_a_server_error_is_tried_again(world: World) -> None:
    assert world.sick.paths().count("/500") == 2
    assert world.first.result(world.sick.url("/500")) == "new"
    assert world.sick.paths().count("/503") == 2
    assert world.first.log[world.sick.url("/503")] == ("failed", "HTTP 503: run again later")


@pytest.mark.parametrize("path", ["/404", "/410"])
def test_what_is_gone_is_told_as_gone(world: World, path: str) -> None:
    assert world.first.result(world.sick.url(path)) == "gone"
    assert world.sick.paths().count(path) == 1


@pytest.mark.parametrize("path", ["/dropp", "/avbrott", "/avbrott2"])
def test_what_does_not_arrive_whole_is_not_stored(world: World, path: str) -> None:
    assert world.first.result(world.sick.url(path)) == "failed"
    assert not _stored(world, world.sick.url(path))


@pytest.mark.parametrize("path", ["/bomb", "/5gb", "/flod"])
def test_what_is_too_large_is_refused(world: World, path: str) -> None:
    result, why = world.first.log[world.sick.url(path)]
    assert result == "refused"
    assert "larger than 0.4 MB" in why
    assert world.sick.paths().count(path) == 1
    assert not _stored(world, world.sick.url(path))


def test_an_endless_answer_is_cut_off_early(world: World) -> None:
    assert world.sick.sent < 12_000_000


def test_bytes_that_are_no_document_are_refused(world: World) -> None:
    assert world.first.result(world.sick.url("/bild")) == "refused"


def test_a_pdf_served_as_a_page_is_stored_as_pdf(world: World) -> None:
    (row,) = _stored(world, world.sick.url("/pdf-som-html"))
    assert row["media_type"] == "application/pdf"
    assert row["source_name"].endswith(".pdf")
    assert row["content_type"] == "text/html"


def test_redirects_are_followed_to_their_end(world: World) -> None:
    (row,) = _stored(world, world.hops.url("/kedja"))
    assert row["final_url"] == world.hops.url("/slut")


def test_a_loop_of_redirects_ends(world: World) -> None:
    assert world.first.log[world.hops.url("/slinga")] == ("failed", "redirected too often")
    assert world.hops.paths().count("/slinga") <= 4


@pytest.mark.parametrize("name", UNSAFE)
def test_redirects_to_unsafe_addresses_are_refused(world: World, name: str) -> None:
    result, why = world.first.log[world.hops.url(f"/{name}")]
    assert result == "refused"
    assert "public address" in why or "only http and https" in why


def test_nothing_is_ever_sent_to_an_unsafe_address(world: World) -> None:
    assert world.folder.connections() == {f"127.0.0.{n}" for n in range(2, 8)}


def test_a_followed_link_stays_on_the_site(world: World) -> None:
    assert "another site" in world.first.why(world.hops.url("/bort"))


def test_the_end_tells_what_failed(world: World) -> None:
    assert world.first.code == 1, world.first.err
    assert "Failed:" in world.first.out
    assert "Skipped by robots.txt:" in world.first.out
    head = world.first.out.splitlines()[0].split()
    assert head[1:] == ["new", "changed", "unchanged", "gone", "failed", "robots", "refused"]
    assert "Traceback" not in world.first.err


def test_a_second_run_transfers_headers_only(world: World) -> None:
    assert world.second.code == 0, world.second.err
    assert {result for result, _ in world.second.log.values()} == {"unchanged"}
    robots = len(world.calm.pages["/robots.txt"].body) + len(b"no such page")  # type: ignore[attr-defined]
    assert world.sent_by_second == robots
    assert len(world.second.log) == 7, "the links of pages that were not sent are asked for too"


def _stored(world: World, url: str) -> list[dict[str, str]]:
    return [row for row in world.folder.rows() if row["source_url"] == url]
