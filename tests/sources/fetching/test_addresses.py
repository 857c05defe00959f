import pytest

from pipeline.sources.fetching.addresses import is_public, refusal

PRIVATE = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",
    "169.254.169.254",
    "168.63.129.16",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "2001:0:a00:1::f5ff:fffe",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_public_is_not_connected_to(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["192.36.148.17", "2a00:1450:400f:80d::200e"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://10.0.0.1/", "not a public address"),
        ("http://[::1]/", "not a public address"),
        ("http://[::ffff:7f00:1]:8080/", "not a public address"),
        ("http://user:secret@polisen.se/", "user name"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://polisen.se/", "only http and https"),
        ("data:text/html,x", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http:///x", "names no host"),
        ("http://[half/", "no web address"),
        ("http://polisen.se:99999/", "no web address"),
    ],
)
def test_addresses_that_are_not_asked_say_why(url: str, why: str) -> None:
    assert why in (refusal(url) or "")


def test_names_are_judged_by_the_resolver() -> None:
    assert refusal("https://polisen.se/om-polisen/") is None
