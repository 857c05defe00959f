"""Descriptions, English and Swedish, of columns that many tables have."""

START = (
    "First character of the words in texts/<document_id>.txt (Unicode code points, from 0)",
    "Första tecknet i texts/<document_id>.txt (Unicode-kodpunkter, från 0)",
)
END = (
    "Behind the last character of the words (exclusive)",
    "Efter sista tecknet (exklusivt)",
)
RULE = (
    "Ids of the evidence that decided, joined by +",
    "Id för de ledtrådar som avgjorde, åtskilda av +",
)
CONFIDENCE = (
    "How far the best reading stands above the runner-up",
    "Hur långt bästa tolkningen ligger före den näst bästa",
)
TOPICS = (
    "What it is about, by its words and its theme",
    "Vad det handlar om, efter orden och temat",
)
DOCUMENT = ("The document", "Dokumentet")
AGREEMENT = ("The agreement", "Överenskommelsen")
MUNICIPALITY = ("Municipality, four digits (SCB)", "Kommun, fyra siffror (SCB)")
CORRECTED = (
    "Columns of the row that a person corrected; empty if none",
    "Kolumner i raden som en person har rättat; tomt om ingen",
)
