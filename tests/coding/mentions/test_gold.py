"""The two published documents against their hand coding, with the numbers asked for."""

import pytest

from pipeline.evaluation.folders import CODING
from pipeline.evaluation.seed_told import score_seeds, seed_texts

ASKED = {"actor": 0.95, "partner": 0.9, "target_group": 0.9, "place": 0.9, "topic": 0.95}


@pytest.fixture(scope="module")
def scores():
    return score_seeds(CODING, seed_texts())


@pytest.mark.parametrize("kind", ASKED)
def test_mentions_and_topics(scores, kind: str) -> None:
    assert scores[kind].f1 >= ASKED[kind]
