"""Two parallel lists: what was promised, and further down what came of it.

Lists that are numbered or lettered alike are tied by that. Otherwise a result is tied to a promise
of the list above it by the words they share, where one promise shares clearly more than the
others, and where this holds for most of the page: a few words in common tie nothing. What is left
over chooses among what is left over. Where the lists are of one length and such ties keep their
order, the order ties the rest. What is told actor by actor ("Polisen har …", "Kommunen har …") is
no list of that kind, unless it was promised actor by actor too.
"""

from collections import Counter
from collections.abc import Sequence

from pipeline.codes import Role, Tie
from pipeline.parser.drafts import PromiseDraft, ResultDraft, Unit
from pipeline.parser.lexicon import heading_words, names_promises, tells_of_more
from pipeline.parser.ties.likeness import grams
from pipeline.parser.ties.marks import label_of, number_of
from pipeline.parser.ties.parts import parted

_CLEARLY = 1.5
_MOST, _HALF = 0.55, 0.67
_ENOUGH, _LESS = 1.0, 0.5
_LEAST = 2


def tie_parallel(results: Sequence[ResultDraft]) -> list[ResultDraft]:
    """Return the results, those of a list that runs parallel to promises tied one by one."""
    pooled = _heads_of_actors(results)
    open_ = [r for r in results if not r.answers and r.tie is not Tie.EXTRA]
    lists = [r for r in open_ if r.below not in pooled and len(r.group) >= _LEAST]
    says_which = _says_which(lists)
    freely = says_which and (len(lists) == 1 or any(map(_names_each, lists)))
    found: list[ResultDraft] = []
    for result in results:
        partners: list[PromiseDraft | None] = []
        if any(result is each for each in lists):
            partners = _by_number(result.units, result.group)
            partners = partners or _by_label(result.units, result.group)
            partners = partners or _by_heading(result.units, _open_promises(result))
            partners = partners or _by_words(result, says_which, freely)
        answers = [[promise] if promise else [] for promise in partners]
        found += parted(result, answers) if any(partners) else [result]
    return found


def _says_which(lists: Sequence[ResultDraft]) -> bool:
    """Tell whether the words of most results of a page name one promise of their list clearly.

    Fewer are enough where all lists are as long as what was promised, and keep its order.
    """
    clear: list[int | None] = []
    in_order = True
    for result in lists:
        promises = _open_promises(result)
        if len(promises) >= _LEAST:
            named = [_clear(scores, _ENOUGH) for scores in _shared(result.units, promises)]
            kept = all(j in (i, None) for i, j in enumerate(named))
            in_order = in_order and kept and len(named) == len(promises)
            clear += named
    found = sum(j is not None for j in clear)
    return found >= _MOST * len(clear) or (in_order and found >= _LEAST)


def _names_each(result: ResultDraft) -> bool:
    """Tell whether the words of a list name each promise above it once."""
    promises = _open_promises(result)
    named = [_clear(scores, _ENOUGH) for scores in _shared(result.units, promises)]
    found = sorted(j for j in named if j is not None)
    return len(promises) >= _LEAST and found == list(range(len(promises)))


def _heads_of_actors(results: Sequence[ResultDraft]) -> list[Unit]:
    """Return the headings of results that are told actor by actor: they run parallel to none."""
    heads = {r.below.index: r.below for r in results if r.below and _pools_by_actor(r)}
    named = {i: head for i, head in heads.items() if head.role is not Role.PROMISE_HEADING}
    return list(named.values()) if len(named) > 1 else []


def _pools_by_actor(result: ResultDraft) -> bool:
    head = result.below
    return bool(head and head.actors) and not result.answers and not _promised_alike(result)


def _promised_alike(result: ResultDraft) -> bool:
    """Tell whether an actor has as many results here as it made promises above."""
    own = result.below.actors if result.below else frozenset()
    is_as_long = len(result.units) == len(result.group)
    return is_as_long and all(promise.actors == own for promise in result.group)


def _open_promises(result: ResultDraft) -> list[PromiseDraft]:
    """Return the promises above a result that nothing answers yet; where all are answered, all."""
    return [promise for promise in result.group if not promise.has_result] or result.group


def _by_number(
    units: Sequence[Unit], promises: Sequence[PromiseDraft]
) -> list[PromiseDraft | None]:
    """Return the promise with the number or letter of each unit; nothing if they do not agree."""
    numbered = {number_of(promise.units[0]): promise for promise in promises}
    own = [number_of(unit) for unit in units if unit.is_item]
    same = set(own) == set(numbered) or (set(own) <= set(numbered) and "".join(own).isalpha())
    if not own or "" in own or len(numbered) < len(promises) or not same:
        return []
    partners: list[PromiseDraft | None] = []
    for unit in units:
        last = partners[-1] if partners else None
        partners.append(numbered[number_of(unit)] if unit.is_item else last)
    return [] if _denied_by_words(units, promises, partners) else partners


def _denied_by_words(
    units: Sequence[Unit],
    promises: Sequence[PromiseDraft],
    partners: Sequence[PromiseDraft | None],
) -> bool:
    """Tell whether the words of most units name other promises than their numbers do."""
    named = [_clear(scores, _ENOUGH) for scores in _shared(units, promises)]
    others = [
        j for j, p in zip(named, partners, strict=True) if j is not None and promises[j] is not p
    ]
    return 2 * len(others) > len(units)


def _by_label(units: Sequence[Unit], promises: Sequence[PromiseDraft]) -> list[PromiseDraft | None]:
    """Return the promise that opens with the label of each unit ("Centrum: …", "Löfte A: …")."""
    labelled = {label_of(promise.units[0]): promise for promise in promises}
    partners = [labelled.get(label_of(unit)) for unit in units]
    found = len(partners) - partners.count(None)
    is_clear = "" not in labelled and len(labelled) == len(promises)
    return partners if is_clear and found >= _MOST * len(partners) else []


def _by_heading(
    units: Sequence[Unit], promises: Sequence[PromiseDraft]
) -> list[PromiseDraft | None]:
    """Return the promise below the heading that each unit is labelled by, and that it names.

    "Polisen: …" answers what stands below "Polisen tar på sig:"; a unit without a label goes on
    with the label above it.
    """
    heads = [heading_words(p.heads[-1].block.text) if p.heads else "" for p in promises]
    partners: list[PromiseDraft | None] = []
    label = ""
    for unit in units:
        label = label_of(unit) or label
        own = [
            p for p, head in zip(promises, heads, strict=True) if label and head.startswith(label)
        ]
        if not own or len(own) == len(promises):
            return []
        chosen = 0 if len(own) == 1 else _clear(_shared([unit], own)[0], _ENOUGH)
        partners.append(None if chosen is None else own[chosen])
    return partners


def _by_words(result: ResultDraft, says_which: bool, freely: bool) -> list[PromiseDraft | None]:
    """Return the promise that each unit names.

    Args:
        result: A list of results.
        says_which: The results of the page name their promises.
        freely: They do so one by one, in any order.
    """
    units, promises = result.units, _open_promises(result)
    if len(promises) < _LEAST:
        return []
    shared = _shared(units, promises)
    chosen = list(map(_chosen, units, shared))
    named = {i: j for i, j in enumerate(chosen) if j is not None}
    in_order = len(units) == len(promises) and all(i == j for i, j in named.items())
    if in_order and len(named) >= (1 if says_which else _HALF * len(units)):
        chosen = list(range(len(units)))
    elif freely and named:
        _choose_among_the_rest(chosen, shared, units)
    elif sorted(named.values()) != list(range(len(promises))):
        return []
    return [None if j is None else promises[j] for j in chosen]


def _chosen(unit: Unit, scores: Sequence[float]) -> int | None:
    return None if tells_of_more(unit.block.text) else _clear(scores, _ENOUGH)


def _shared(units: Sequence[Unit], promises: Sequence[PromiseDraft]) -> list[list[float]]:
    """Return for each unit how much its words share with those of each promise."""
    promised = [grams(" ".join(unit.block.text for unit in p.units)) for p in promises]
    common = Counter(gram for each in promised for gram in each)
    own = [grams(unit.block.text) for unit in units]
    return [[sum(1 / common[g] for g in sorted(mine & each)) for each in promised] for mine in own]


def _choose_among_the_rest(
    chosen: list[int | None], shared: Sequence[Sequence[float]], units: Sequence[Unit]
) -> None:
    """Choose for units left over among the promises left over, for which less is enough."""
    while True:
        taken = {j for j in chosen if j is not None}
        rest = [j for j in range(len(shared[0])) if j not in taken]
        open_ = [i for i, j in enumerate(chosen) if j is None]
        clear = {i: _clear([shared[i][j] for j in rest], _LESS) for i in open_} if rest else {}
        found = [(i, rest[j]) for i, j in clear.items() if j is not None]
        if not found:
            break
        i, j = max(found, key=lambda pair: shared[pair[0]][pair[1]])
        chosen[i] = j
    if len(open_) == len(rest) == 1 and not _speaks_of_all(units[open_[0]].block.text):
        chosen[open_[0]] = rest[0]


def _speaks_of_all(text: str) -> bool:
    return names_promises(text) or tells_of_more(text)


def _clear(scores: Sequence[float], enough: float) -> int | None:
    first, second = sorted([*scores, 0.0], reverse=True)[:2]
    return scores.index(first) if first >= enough and first >= _CLEARLY * second else None
