"""Past versions, from an archive that answers as the Internet Archive does."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.sources.fetching.folder import Folder
from tests.sources.fetching.town import Answer, InTurn, Town, page, redirect

LIVE = "https://www.ale.example/medborgarlofte"
OLD, NEW, SAME, MOVED = "20180401120000", "20200401120000", "20210401120000", "20220401120000"


def _memento(title: str, date: str) -> Answer:
    return Answer(page(title), headers={"Memento-Datetime": date})


def _archive(town: Town) -> None:
    listed = [
        ["timestamp", "original", "digest"],
        [OLD, LIVE, "A" * 32],
        [NEW, LIVE, "B" * 32],
        [SAME, LIVE, "A" * 32],
        [MOVED, LIVE, "C" * 32],
    ]
    nothing = Answer(b"[]", "application/json")
    index = InTurn(
        [
            Answer(status=429, headers={"Retry-After": "1"}),
            Answer(json.dumps(listed).encode(), "application/json"),
        ]
    )
    town.pages = _Pages(index, nothing)
    town.pages |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /\n", "text/plain"),
        f"/web/{OLD}id_/{LIVE}": _memento("Löfte 2018", "Sun, 01 Apr 2018 12:00:00 GMT"),
        f"/web/{NEW}id_/{LIVE}": _memento("Löfte 2020", "Wed, 01 Apr 2020 12:00:00 GMT"),
        # The archive answers with the nearest capture that it still has.
        f"/web/{MOVED}id_/{LIVE}": redirect(f"/web/20220315080000id_/{LIVE}", 302),
        f"/web/20220315080000id_/{LIVE}": _memento("Löfte 2022", "Tue, 15 Mar 2022 08:00:00 GMT"),
    }


class _Pages(dict):  # type: ignore[type-arg]
    """Pages by path, and the index by what it is asked for."""

    def __init__(self, listed: InTurn, nothing: Answer) -> None:
        super().__init__()
        self._listed, self._nothing = listed, nothing

    def get(self, path: str, other: object = None) -> object:
        asked = urlsplit(path)
        if asked.path != "/cdx":
            return super().get(path, other)
        return self._listed if parse_qs(asked.query)["url"] == [LIVE] else self._nothing


def test_past_versions_are_stored_with_their_dates(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    other = "https://www.boden.example/medborgarlofte"
    folder.register([("Ale", LIVE), ("Boden", other)])
    with Town("archive.test", "127.0.0.30").open() as town:
        _archive(town)
        folder.know(town)
        (folder.raw / "fetch.toml").write_text(f'cdx = "{town.url("/cdx")}"\n')
        run = folder.fetch(archive=True)
        asked = len(town.asked)
        again = folder.fetch(archive=True)
        asked_again = town.paths()[asked:]
    assert run.code == 0, run.err

    rows = sorted(folder.rows(), key=lambda row: row["retrieved_at"])
    assert [row["retrieved_at"][:10] for row in rows] == ["2018-04-01", "2020-04-01", "2022-03-15"]
    assert {row["source_url"] for row in rows} == {LIVE}
    assert rows[0]["archive_url"] == town.url(f"/web/{OLD}id_/{LIVE}")
    assert rows[2]["archive_url"] == town.url(f"/web/20220315080000id_/{LIVE}")
    assert Path(rows[0]["source_name"]).name.startswith("2018-04-01-medborgarlofte-")
    assert run.log[other] == ("unchanged", "0 captures in the archive, none new")

    query = parse_qs(urlsplit(town.asked[0].path).query)
    assert query["collapse"] == ["digest"]
    assert query["filter"] == ["statuscode:200"]
    assert f"/web/{SAME}id_/{LIVE}" not in town.paths(), "the same content is fetched once"
    assert min(town.gaps()) >= 0.2
    times = [each.at for each in town.asked]
    assert times[1] - times[0] >= 1, "Retry-After is waited for"

    assert again.code == 0
    captures = [path for path in asked_again if path.startswith("/web/")]
    assert captures in ([], [f"/web/{MOVED}id_/{LIVE}", f"/web/20220315080000id_/{LIVE}"])
    assert len(folder.rows()) == 3


def test_an_index_that_is_none_is_told(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.register([("Ale", LIVE)])
    with Town("archive.test", "127.0.0.31").open() as town:
        pages: dict[str, object] = _Pages(InTurn([Answer(page("Sök"))]), Answer())
        town.pages = pages  # type: ignore[assignment]
        folder.know(town)
        (folder.raw / "fetch.toml").write_text(f'cdx = "{town.url("/cdx")}"\n')
        run = folder.fetch(archive=True, strict=True)
    assert run.code == 1
    assert "check cdx in raw/fetch.toml" in run.why(LIVE)
