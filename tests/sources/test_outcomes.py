"""The log of a run tells of every address, whatever was there before."""

from pipeline.sources.outcomes import Outcome, Result, write_log


def test_the_log_is_a_table_in_place_of_the_one_before(tmp_path):
    write_log(tmp_path, [Outcome("Åre", "https://are.se/old", Result.NEW)])
    path = write_log(
        tmp_path,
        [
            Outcome("Åre", "https://are.se/b", Result.FAILED, "timeout, after 3 tries"),
            Outcome("Ale", "https://ale.se/", Result.NEW, source_name="ale/x.html"),
            Outcome("Åre", "https://are.se/a", Result.GONE, "status 404"),
        ],
    )
    assert path == tmp_path / "fetch_log.csv"
    assert path.read_text("utf-8").splitlines() == [
        "source_area,url,result,why,source_name",
        "Ale,https://ale.se/,new,,ale/x.html",
        "Åre,https://are.se/a,gone,status 404,",
        'Åre,https://are.se/b,failed,"timeout, after 3 tries",',
    ]
    assert [item.name for item in tmp_path.iterdir()] == ["fetch_log.csv"]
