"""Scores over several documents or several kinds of things."""

from collections.abc import Iterable, Sequence

from pipeline.evaluation.report import DOCUMENTS_EXACT, Accounting, Group, Score, Share


def pool_scores(name: str, scores: Iterable[Score]) -> Score:
    """Return one score over several."""
    parts = tuple(scores)
    return Score(
        name,
        sum(part.hits for part in parts),
        sum(part.expected for part in parts),
        sum(part.found for part in parts),
    )


def pool_shares(name: str, shares: Iterable[Share]) -> Share:
    """Return one share over several."""
    parts = tuple(shares)
    return Share(name, sum(part.right for part in parts), sum(part.total for part in parts))


def pool(name: str, groups: Sequence[Group]) -> Group:
    """Return one group over the documents of several; the documents weigh by their rows.

    All groups hold the same scores and shares; the share of exact documents is added.
    """
    first = groups[0]
    scores = tuple(pool_scores(s.name, (g.score(s.name) for g in groups)) for s in first.scores)
    shares = tuple(pool_shares(s.name, (g.share(s.name) for g in groups)) for s in first.shares)
    exact = Share(DOCUMENTS_EXACT, sum(group.exact for group in groups), len(groups))
    accounts = [group.accounting for group in groups if group.accounting is not None]
    grades = tuple(
        pool_shares(s.name, (g.grades[i] for g in groups)) for i, s in enumerate(first.grades)
    )
    accounting = _pool_accounts(accounts) if accounts else None
    return Group(name, scores, (*shares, exact), grades, accounting)


def _pool_accounts(accounts: Sequence[Accounting]) -> Accounting:
    return Accounting(
        sum(account.characters for account in accounts),
        sum(account.unassigned for account in accounts),
        sum(account.unaccounted for account in accounts),
        sum(account.disordered for account in accounts),
    )
