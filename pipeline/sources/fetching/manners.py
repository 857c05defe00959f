"""How a run behaves: what it allows itself, and how long it waits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """Limits of a run; the command line always takes these values.

    Attributes:
        delay: Seconds between the end of an answer and the next request to the same host.
        archive_delay: The same for a web archive: at most 0.4 requests a second.
        timeout: Seconds that one request may take, its body included.
        max_bytes: Bytes of a body, as sent and again unpacked.
        max_redirects: Redirects that one request may follow.
        max_depth: Links between a source and what is reached from it.
        max_links: Links followed from one page.
        max_captures: Versions of one address asked of a web archive.
        retries: How often a request that failed is sent again.
        backoff: Seconds before the first of them; doubled for each further one.
        longest_wait: Seconds; a host that asks for more is left until another run.
        allowed: Networks beside the public ones that may be connected to. Tests only: the
            servers that they start are on loopback.
    """

    delay: float = 5.0
    archive_delay: float = 2.5
    timeout: float = 60.0
    max_bytes: int = 20_000_000
    max_redirects: int = 5
    max_depth: int = 2
    max_links: int = 40
    max_captures: int = 2000
    retries: int = 3
    backoff: float = 10.0
    longest_wait: float = 600.0
    allowed: tuple[str, ...] = ()
