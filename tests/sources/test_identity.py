"""One document keeps its identity when its address is written anew; two never share one."""

import pytest

from pipeline.sources.identity import identity_key, is_web_address

NODE = "18.7bdef69515a371702b1b10a5"
POLICE = "https://polisen.se"
HASH = "0a1b2c3d4e5f60718293a4b5c6d7e8f9"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            f"https://www.boras.se/download/{NODE}/1650000000000/Uppf%C3%B6ljning%202021.pdf",
            f"https://boras.se/download/{NODE}/1690000000000/uppfoljning-2022.pdf",
        ),
        (
            "https://www.boras.se/trygg/medborgarlofte.4.7965cac6188477a181e15c4.html",
            "https://www.boras.se/ny/plats/medborgarloften.4.7965cac6188477a181e15c4.html?q=1#a",
        ),
        (
            "https://umea.se/12.1748d19a1537eec874e242e6.html",
            "https://umea.se/x/y.12.1748D19a1537eec874e242e6.html",
        ),
        (
            f"{POLICE}/siteassets/ale.pdf/download/?v=8d1f",
            f"{POLICE}/siteassets/ale.pdf/download?v={HASH}",
        ),
        (f"{POLICE}/siteassets/ale.pdf/download/?v=1", f"{POLICE}/siteassets/ale.pdf"),
        (f"{POLICE}/contentassets/{HASH}/ale.pdf", f"{POLICE}/contentassets/{HASH[::-1]}/ale.pdf"),
        ("http://www.are.se:80/x/", "https://are.se/x#top"),
        ("https://are.se/x?utm_source=a&fbclid=1&sida=2", "https://are.se/x?sida=2"),
        ("https://are.se/x?b=2&a=1", "https://are.se/x?a=1&b=2"),
        ("https://are.se/l%c3%b6fte", "https://ARE.se/löfte"),
    ],
)
def test_the_same_document(first, second):
    assert identity_key(first) == identity_key(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://a.se/x", "https://b.se/x"),
        ("https://a.se/x", "https://a.se:8443/x"),
        ("https://a.se/x?sida=1", "https://a.se/x?sida=2"),
        ("https://a.se/X", "https://a.se/x"),
        (f"{POLICE}/om/medborgarloften/ale/", f"{POLICE}/om/medborgarloften/are/"),
        (f"https://a.se/download/{NODE}/1/a.pdf", "https://a.se/download/18.7bdef695/1/a.pdf"),
        ("https://k.se/polisochkommungerloften.44622.html", "https://k.se/x.44623.html"),
    ],
)
def test_two_documents(first, second):
    assert identity_key(first) != identity_key(second)


def test_it_can_be_read():
    assert identity_key(f"https://www.a.se/download/{NODE}/1/a.pdf") == f"a.se/{NODE}"
    assert identity_key(f"{POLICE}/Om/ale.pdf/download/?v=1") == "polisen.se/Om/ale.pdf"


@pytest.mark.parametrize(
    "url", ["https://[a/", "https://a:x/", "http:///a", "javascript:x", "http://a b", "//a.se", ""]
)
def test_what_is_no_web_address(url):
    assert not is_web_address(url)
