"""What ties a result: the number of its promise, the name of its theme, the words of a page."""

from pipeline.codes import Tie
from tests.parser.test_kinds import answered
from tests.reading import read_text

NUMBERED_PROMISES = """\
Medborgarlöften i Storby 2022

Brott mot äldre
1. Polisen ska informera om bedrägerier vid minst tio träffar.
2. Kommunen ska utbilda all hemtjänstpersonal.

Trafik
3. Polisen ska genomföra tjugo hastighetskontroller.

Resultat av löfte 1 och 2
Polis och kommun har träffat 400 äldre vid tolv möten.

Resultat av löfte 3
Polisen har gjort 25 kontroller.
"""


def test_a_heading_names_the_promises_it_answers_by_number() -> None:
    _, tree = read_text(NUMBERED_PROMISES)
    assert [result.tie for result in tree.results] == [Tie.SEVERAL, Tie.ONE]
    assert [len(result.answers) for result in tree.results] == [2, 1]
    assert answered(NUMBERED_PROMISES)[1][1] == (
        "polisen ska genomföra tjugo hastighetskontroller.",
    )


def test_a_number_that_no_promise_bears_ties_nothing() -> None:
    _, tree = read_text(NUMBERED_PROMISES.replace("löfte 3", "löfte 7"))
    assert tree.results[1].tie is not Tie.SEVERAL
    assert "t2.p1" not in tree.results[1].answers


def test_a_run_in_label_gives_a_promise_its_number_and_is_none_of_its_words() -> None:
    page = """\
Medborgarlöften 2022 i Storby

Löfte 1: Polisen ska informera alla äldre om bedrägerier vid minst tio träffar.
Löfte 2: Kommunen ska utbilda all personal i hemtjänsten om våld i nära relationer.

Så gick det
Löfte 2 har genomförts, all personal är utbildad.
"""
    assert answered(page) == [
        (
            "löfte 2 har genomförts, all personal är utbildad.",
            ("kommunen ska utbilda all personal i hemtjänsten om våld i nära relationer.",),
        )
    ]


NAMED_THEMES = """\
Medborgarlöften i Storby 2022

Brott mot äldre
Polisen ska informera om bedrägerier vid minst tio träffar.
Kommunen ska utbilda all hemtjänstpersonal.

Trafik
Polisen ska genomföra tjugo hastighetskontroller.

Detta har vi gjort under året
- Brott mot äldre: Vi har delat ut 900 foldrar på apotek och bibliotek.
- Trafik: 25 insatser har genomförts.
"""


def test_results_that_open_with_the_name_of_a_theme_belong_to_it() -> None:
    _, tree = read_text(NAMED_THEMES)
    older, traffic = tree.results
    assert (older.theme, older.tie) == ("t1", Tie.THEME)
    assert (traffic.theme, traffic.tie, traffic.answers) == ("t2", Tie.ONE, ("t2.p1",))


def test_a_theme_named_again_above_its_results_is_the_same_theme() -> None:
    page = NAMED_THEMES[: NAMED_THEMES.index("Detta")] + (
        "Så gick det\n\n"
        "Brott mot äldre\nVi har delat ut 900 foldrar på apotek och bibliotek.\n\n"
        "Trafik\n25 insatser har genomförts.\n"
    )
    _, tree = read_text(page)
    assert len(tree.themes) == 2
    assert [result.theme for result in tree.results] == ["t1", "t2"]
    assert tree.results[1].answers == ("t2.p1",)


POOLED = """\
Uppföljning av medborgarlöftet 2016

UNGA

Löftets innehåll
* Att personal från polis och fritid rör sig bland ungdomarna på kvällarna
* Att en gemensam drogpolicy införs för idrottsföreningar
* Att föräldravandringar återupptas

Det som blev
* Arbetsgruppen har haft sju möten och två studiebesök.
* Vid tre storhelger var sammanlagt 45 vuxna ute.
* Flera klubbar har hört av sig och vill vara med.

INBROTT

Löftets innehåll
* Att grannsamverkan startas i fler villaområden
* Att båtägare får hjälp att märka sina motorer

Det som blev
* 350 startpaket för grannsamverkan har lämnats ut.
* Lokaltidningen skrev två helsidor i frågan.
"""


def test_of_pooled_results_only_what_names_one_promise_plainly_answers_it() -> None:
    document, tree = read_text(POOLED)
    told = ((r, words) for r in tree.results for words in r.words(document.text).splitlines())
    answers = {words: result.answers for result, words in told}
    watch = next(p for p in tree.promises if "grannsamverkan" in p.words(document.text))
    assert answers["350 startpaket för grannsamverkan har lämnats ut."] == (watch.local_id,)
    assert answers["Lokaltidningen skrev två helsidor i frågan."] == ()
    assert answers["Arbetsgruppen har haft sju möten och två studiebesök."] == ()


BY_ACTOR = """\
Medborgarlöften i Storby 2022

Trafik
Polisen:
- Vi ska hålla tio hastighetskontroller.
- Vi ska besöka varje skola före terminsstarten.
Kommunen:
- Vi ska sätta upp fyra fartvisare.

Redovisning, polisen
- Tolv hastighetskontroller har genomförts.
- Alla skolor fick besök i augusti.
Redovisning, kommunen
- Bara två är på plats.
"""


def test_what_is_told_actor_by_actor_answers_what_the_actor_promised() -> None:
    assert answered(BY_ACTOR) == [
        ("tolv hastighetskontroller har genomförts.", ("vi ska hålla tio hastighetskontroller.",)),
        (
            "alla skolor fick besök i augusti.",
            ("vi ska besöka varje skola före terminsstarten.",),
        ),
        ("bara två är på plats.", ("vi ska sätta upp fyra fartvisare.",)),
    ]


IN_ORDER = """\
Medborgarlöften i Storby 2022

Det här lovade vi:
- Fyra kvällar mot buskörning
- Polisen på plats i kommunhuset varje måndag
- Samtal med alla elever i nian

Så gick det
- Sex kvällar, två ihop med Bilprovningen
- Måndagar har gällt, utom i oktober
- Gjort i alla klasser
"""


def test_the_order_ties_lists_of_one_length_whose_words_keep_it() -> None:
    answers = [promises for _, promises in answered(IN_ORDER)]
    assert answers == [
        ("fyra kvällar mot buskörning",),
        ("polisen på plats i kommunhuset varje måndag",),
        ("samtal med alla elever i nian",),
    ]


def test_a_label_of_results_below_several_promises_pools_them() -> None:
    page = """\
Medborgarlöften i Storby 2022

Unga
Färre unga ska börja röka.
Polisen ska besöka alla klasser i årskurs 7.

Under året
- bildades en grupp som möts varannan vecka
- genomfördes drogvaneundersökningen för fjärde gången
"""
    _, tree = read_text(page)
    assert tree.results and not any(result.answers for result in tree.results)


def test_labels_on_both_sides_tie_line_by_line() -> None:
    page = """\
Medborgarlöften i Storby 2022

Vi lovar följande:
- Centrum: polisen ska gå till fots varje kväll.
- Hamnen: kommunen ska laga belysningen.

Resultat
- Hamnen: alla lampor är lagade.
- Centrum: polisen har gått tre kvällar i veckan.
"""
    found = {result.split(":")[0]: promises for result, promises in answered(page)}
    assert {label: p[0].split(":")[0] for label, p in found.items() if p} == {
        "hamnen": "hamnen",
        "centrum": "centrum",
    }


def test_results_alone_are_held_against_the_promise_that_the_page_tells_of() -> None:
    page = """\
Tryggare resor i Storby

Storby kommun och polisen har under 2019 haft ett gemensamt löfte: den som åker buss ska känna sig
trygg hela vägen hem.

Polisens insatser
- Poliser i uniform åkte med på 34 kvällsavgångar.
- Två pojkar identifierades och deras föräldrar kallades till samtal.

Kommunens insatser
- Häckar kortades ner vid 17 hållplatser.
- Skolorna tog upp frågan med alla elever i årskurs 5.
"""
    _, tree = read_text(page)
    (promise,) = tree.promises
    assert all(result.answers == (promise.local_id,) for result in tree.results)


NAMED_BY_HEADING = """\
Medborgarlöften i Storby 2022

Busstorget
Polisen tar på sig:
- Synlig polis när skolbussarna går.
Kommunen tar på sig:
- Nya bänkar och borttagna murar.
- Ett väntrum som är låst nattetid.

Så gick det
- Kommunen: murarna revs i juni och sexton bänkar ställdes ut.
- Väntrummet är fortfarande bara en ritning.
- Polisen: en patrull har mött skolbussarna varannan dag.
"""


def test_a_result_labelled_by_who_acts_answers_what_stands_below_that_heading() -> None:
    answers = [promises for _, promises in answered(NAMED_BY_HEADING)]
    assert answers == [
        ("nya bänkar och borttagna murar.",),
        ("ett väntrum som är låst nattetid.",),
        ("synlig polis när skolbussarna går.",),
    ]


def test_words_overrule_numbers_that_name_other_promises() -> None:
    page = """\
Medborgarlöften i Storby 2022

Vi lovar att:
1) bygga ett jourboende för våldsutsatta
2) riva ödehusen på Storgatan
3) anställa fältassistenter

Så gick det
1) Ödehusen på Storgatan är rivna.
2) Fältassistenter har anställts på halvtid.
3) Jourboendet har fyra platser sedan november.
"""
    answers = [promises[0] for _, promises in answered(page)]
    assert [words.split()[1] for words in answers] == ["ödehusen", "fältassistenter", "ett"]


CLAUSES = """\
Medborgarlöfte för Norrby 2021

3.1 Polisen åtar sig att hålla tio trafikkontroller per år.
3.2 Kommunen åtar sig att byta lamporna i parken.

Uppföljning

Till 3.2: Åtta armaturer är utbytta.
Till 3.1: Tolv kontroller har hållits.
"""


def test_results_that_name_a_clause_answer_it() -> None:
    document, tree = read_text(CLAUSES)
    words = {p.local_id: p.words(document.text)[:3] for p in tree.promises}
    told = [
        (r.words(document.text)[5:8], [words[each] for each in r.answers]) for r in tree.results
    ]
    assert told == [("3.2", ["3.2"]), ("3.1", ["3.1"])]


MARKS = """\
Medborgarlöften i Storby 2022

A. Polisen ska hålla tio trafikkontroller.
B. Kommunen ska byta lamporna i parken.
C. Polisen ska besöka alla skolor.

Uppföljning

Åtta armaturer är utbytta (B).
Tre kontroller har hållits. (A)
Vi träffade rektorerna och mätte farten utanför skolan (A, C).
Kommunen har städat torget.
"""


def test_results_answer_the_promises_whose_letters_stand_behind_them_in_brackets() -> None:
    document, tree = read_text(MARKS)
    marks = {p.local_id: p.words(document.text)[0] for p in tree.promises}
    told = [sorted(marks[each] for each in result.answers) for result in tree.results]
    assert told[:3] == [["B"], ["A"], ["A", "C"]]
    assert [result.tie for result in tree.results[:3]] == [Tie.ONE, Tie.ONE, Tie.SEVERAL]


def test_one_number_in_brackets_is_a_count() -> None:
    text = MARKS.replace("(B)", "").replace("(A)", "").replace("(A, C)", "(3)")
    _, tree = read_text(text.replace("A. ", "1. ").replace("B. ", "2. ").replace("C. ", "3. "))
    assert not any(result.tie is Tie.SEVERAL for result in tree.results)
