"""What the user sets for all runs: who asks, which archive, whether through a proxy."""

import os
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from pipeline.errors import UsageError

FETCH_FILE = "fetch.toml"
"""Name of the settings, directly in the raw folder."""

CONTACT = "MEDBORGARLOFTEN_CONTACT"
"""Environment variable that outweighs the `contact` of the file."""

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+|https?://[\w-]+(\.[\w-]+)+(/[!-~]*)?", re.ASCII)
_URL = re.compile(r"https?://[^\s/@]+/[!-~]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of `raw/fetch.toml`.

    Attributes:
        contact: E-mail or web address of the person or group that fetches; empty if not set.
        cdx: Address of the index of a web archive (CDX).
        proxies: Use the proxies that the environment names (`https_proxy` …).
    """

    contact: str = ""
    cdx: str = "https://web.archive.org/cdx/search/cdx"
    proxies: bool = False

    def agent(self, version: str) -> str:
        """Return the name by which every request introduces itself.

        Args:
            version: Version of this program.

        Raises:
            UsageError: No contact is set.
        """
        if not self.contact:
            raise UsageError(
                "Tell the sites whom to write to, should something be wrong: set "
                f'{CONTACT}=you@university.se, or write contact = "you@university.se" in '
                f"raw/{FETCH_FILE}. It is sent with every request; without it nothing is fetched."
            )
        return f"medborgarloften/{version} (+{self.contact})"


def read_config(raw: Path) -> Config:
    """Read the settings of a raw folder and the environment.

    Raises:
        UsageError: They are wrong; says where and why.
    """
    path = raw / FETCH_FILE
    values = _values(path)
    kinds = {item.name: item.type for item in fields(Config)}
    for name, value in values.items():
        if name not in kinds:
            raise UsageError(f"{path}: '{name}' is unknown; known are {', '.join(kinds)}.")
        if type(value) is not kinds[name]:
            wanted = "true or false" if kinds[name] is bool else "text in quotes"
            raise UsageError(f"{path}: {name} must be {wanted}.")
    contact = os.environ.get(CONTACT, "").strip()
    config = Config(**{**values, **({"contact": contact} if contact else {})})  # type: ignore[arg-type] # checked above
    if config.contact and not _CONTACT.fullmatch(config.contact):
        raise UsageError(
            f"The contact '{config.contact}' is neither an e-mail address (you@university.se) "
            "nor a web address (https://university.se/you)."
        )
    if not _URL.fullmatch(config.cdx):
        raise UsageError(f"{path}: cdx '{config.cdx}' is no web address (https://…/cdx).")
    return config


def _values(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
