"""What kind of thing came of it: activity, output, outcome or effect."""

from matplotlib.figure import Figure

from pipeline.frames.data import Data

from .colours import BAR
from .sheet import INNER, MARGIN, Sheet
from .words import WORDS, capital, count

NAMES, ROW = 3.0, 0.32
NOTE = (
    "Utsagor i resultaten, varje mening för sig; bakgrund och oklara är inte med. Slaget gäller "
    "vad meningen handlar om, inte hur stor skillnad det gjorde."
)


def kinds(data: Data) -> Figure:
    """Draw how many claims tell of an activity, an output, an outcome or an effect."""
    numbers = data.claims.result_type.value_counts()
    total = int(numbers.sum())
    effects = int(numbers.get("effect", 0))
    told = f"{effects} av {count(total, 'utsaga', 'utsagor')} redovisar"
    sheet = Sheet(f"{told if effects else 'Ingen utsaga redovisar'} en effekt på brott eller "
                  f"trygghet; {numbers.get('activity', 0)} handlar om aktiviteter")  # fmt: skip
    room = INNER - NAMES - 1.0
    for code, words in WORDS["result_type"].items():
        number = int(numbers.get(code, 0))
        sheet.write(MARGIN, capital(words), y=sheet.y + 0.05)
        length = room * number / max(numbers.max(), 1)
        if number:
            sheet.box(MARGIN + NAMES, sheet.y, length, ROW - 0.07, BAR)
        share = f"{number} ({100 * number / max(total, 1):.0f} %)"
        sheet.write(MARGIN + NAMES + length + 0.06, share, y=sheet.y + 0.05)
        sheet.y += ROW
    return sheet.done(NOTE)
