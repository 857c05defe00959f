"""Which links are followed, and what a page says of itself."""

import pytest

from pipeline.sources.fetching.links import to_follow
from pipeline.sources.fetching.page import Link, read_page

SITE = "https://www.ale.se/trygghet/lofte.html"
POLICE = "https://polisen.se/om-polisen/medborgarloften/ale/"


def followed(
    url: str, text: str, page: str = SITE, area: str = "Ale", around: bool = False
) -> bool:
    return bool(to_follow([Link(url, text, around)], page, area))


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.ale.se/uppfoljning.html", "Läs mer"),
        ("https://www.ale.se/x.html", "Uppföljning av våra löften"),
        ("https://www.ale.se/x.html", "UTVÄRDERING 2023"),
        ("https://www.ale.se/download/18.3f2/1699/Resultat%20tertial%202.pdf", "Här"),
        ("https://dokument.ale.se/lofte.docx", "Medborgarlöfte (Word)"),
        ("https://ale.se/nyttmedborgarlofte.4.7965cac6.html", "Läs mer"),
        ("https://polisen.se/siteassets/medborgarlofte-ale.pdf", "PDF"),
        ("https://polisen.se/om-polisen/medborgarloften/ale/", "Medborgarlöfte på polisen.se"),
    ],
)
def test_follow_ups_are_followed(url: str, text: str) -> None:
    assert followed(url, text)


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.ale.se/simhall.html", "Öppettider"),
        ("https://www.kungalv.se/medborgarlofte", "Medborgarlöfte i grannkommunen"),
        ("https://ale.se.example.org/medborgarlofte", "Medborgarlöfte"),
        ("https://www.ale.se/film.mp4", "Resultat som film"),
        ("mailto:a@ale.se", "Resultat"),
        ("javascript:resultat()", "Resultat"),
        ("https://www.ale.se/logga-in?till=medborgarlofte", "Logga in"),
        ("https://polisen.se/om-polisen/medborgarloften/boden/", "Medborgarlöfte Boden"),
        ("https://polisen.se/om-polisen/medborgarloften/", "Alla medborgarlöften"),
        (SITE, "Medborgarlöfte"),
    ],
)
def test_other_links_are_not(url: str, text: str) -> None:
    assert not followed(url, text)


def test_menus_are_followed_for_the_promises_only() -> None:
    assert followed("https://www.ale.se/a", "Medborgarlöfte", around=True)
    assert not followed("https://www.ale.se/a", "Resultat av valet", around=True)


def test_on_polisen_se_only_what_is_about_the_area() -> None:
    assert followed(f"{POLICE}uppfoljning-2019/", "Uppföljning", POLICE)
    assert not followed(
        "https://polisen.se/om-polisen/medborgarloften/alingsas/", "Medborgarlöfte", POLICE
    )
    norrmalm = "https://polisen.se/medborgarloften/stockholm-norrmalm/resultat/"
    assert followed(norrmalm, "Resultat", POLICE, "Stockholm Norrmalm")


def test_a_page_tells_title_date_and_links() -> None:
    page = read_page(
        """<!doctype html><html><head><meta charset="iso-8859-1"><title>Sidans titel</title>
        <base href="/bas/"><meta property="article:modified_time" content="2023-05-01T10:00">
        </head><body><div role="navigation"><a href="/meny">Meny</a></div>
        <h1>Uppföljning  av <em>löften</em></h1><a href="fil.pdf#sida=2" title="Rapport">PDF</a>
        <a href="http://[trasig">Trasig</a><p>Senast uppdaterad: 2024-02-30 2024-01-31</p>
        </body></html>""".encode("iso-8859-1"),
        "https://www.ale.se/lofte",
    )
    assert page.title == "Uppföljning av löften"
    assert page.changed == "2023-05-01"
    assert page.links == (
        Link("https://www.ale.se/meny", "Meny", True),
        Link("https://www.ale.se/bas/fil.pdf", "PDF Rapport", False),
    )
