"""Every enumeration of the project, defined once.

The values are what stands in the tables; they are lower-case English words and
part of the public contract.
"""

from enum import StrEnum


class Role(StrEnum):
    """What one segment of a document is."""

    TITLE = "title"
    SECTION = "section"
    THEME = "theme"
    PROMISE_HEADING = "promise_heading"
    PROMISE = "promise"
    RESULT_LABEL = "result_label"
    RESULT_HEADING = "result_heading"
    RESULT = "result"
    BACKGROUND = "background"
    SIGNATURE = "signature"
    PAGE_INFO = "page_info"
    CHROME = "chrome"
    LINK = "link"
    MARKUP = "markup"
    UNASSIGNED = "unassigned"


class Confidence(StrEnum):
    """How far the best reading of a line stands above the runner-up."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class DocumentStatus(StrEnum):
    """Whether a document could be read, and if not, why."""

    OK = "ok"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    ENCRYPTED = "encrypted"
    NEEDS_OCR = "needs_ocr"
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    CRASHED = "crashed"


class DocType(StrEnum):
    """What a document holds."""

    PROMISES = "promises"
    FOLLOW_UP = "follow_up"
    BOTH = "both"
    OTHER = "other"


class ReportType(StrEnum):
    """When in the agreement period a document reports."""

    INTERIM = "interim"
    FINAL = "final"
    PERIODIC = "periodic"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """An umbrella promise has specific promises below it."""

    UMBRELLA = "umbrella"
    SPECIFIC = "specific"


class Tie(StrEnum):
    """What a result answers."""

    ONE = "one"
    SEVERAL = "several"
    THEME = "theme"
    DOCUMENT = "document"
    EXTRA = "extra"


class Severity(StrEnum):
    """How much a problem matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Stage(StrEnum):
    """Where on the way from file to table a problem arose."""

    SOURCES = "sources"
    READING = "reading"
    PARSING = "parsing"
    FACTS = "facts"
    CODING = "coding"
    LINKING = "linking"
    CORRECTIONS = "corrections"
    TABLES = "tables"


class PersonRole(StrEnum):
    """Why a person is named."""

    SIGNATORY = "signatory"
    PAGE_EDITOR = "page_editor"


class ClaimStatus(StrEnum):
    """What one statement says came of it. Self-report: none of these is "kept" or "broken"."""

    COMPLETED = "completed"
    RECURRING = "recurring"
    PARTIAL = "partial"
    ONGOING = "ongoing"
    STARTED = "started"
    PLANNED = "planned"
    NOT_DONE = "not_done"
    TREND = "trend"
    UNCLEAR = "unclear"
    BACKGROUND = "background"


class RowStatus(StrEnum):
    """What became of a promise or a result, rolled up from claims."""

    COMPLETED = "completed"
    RECURRING = "recurring"
    PARTIAL = "partial"
    ONGOING = "ongoing"
    STARTED = "started"
    PLANNED = "planned"
    NOT_DONE = "not_done"
    MIXED = "mixed"
    TREND = "trend"
    UNCLEAR = "unclear"
    BACKGROUND = "background"
    NOT_REPORTED = "not_reported"
    REPORTED_COLLECTIVELY = "reported_collectively"
    NO_FOLLOW_UP = "no_follow_up"


class ResultType(StrEnum):
    """What kind of thing came of it."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    EFFECT = "effect"


class TrendDirection(StrEnum):
    """Where a level moves."""

    UP = "up"
    DOWN = "down"
    UNCHANGED = "unchanged"


class QuantityRole(StrEnum):
    """What a number is for."""

    TARGET = "target"
    OUTCOME = "outcome"
    CONTEXT = "context"


class Met(StrEnum):
    """Whether a promised number was reached, by the numbers alone."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class QuantityKind(StrEnum):
    """What sort of quantity some words state."""

    COUNT = "count"
    SHARE = "share"
    FREQUENCY = "frequency"
    AMOUNT = "amount"
    CHANGE = "change"
    ZERO = "zero"
    UNIVERSAL = "universal"
    VAGUE = "vague"


class Op(StrEnum):
    """How a stated value relates to the true one: "minst 10" is ge."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    ABOUT = "about"


class Topic(StrEnum):
    """What a theme, a promise or a claim is about."""

    TRAFFIC = "traffic"
    DRUGS = "drugs"
    BURGLARY_THEFT = "burglary_theft"
    FRAUD = "fraud"
    VIOLENCE = "violence"
    INTIMATE_VIOLENCE = "intimate_violence"
    UNSAFE_PLACES = "unsafe_places"
    DISORDER_VANDALISM = "disorder_vandalism"
    YOUTH_AT_RISK = "youth_at_risk"
    CRIMINAL_NETWORKS = "criminal_networks"
    INTEGRATION = "integration"
    PRESENCE_TRUST = "presence_trust"
    COOPERATION = "cooperation"
    OTHER = "other"


class Modality(StrEnum):
    """How a promise is given."""

    PROMISES = "promises"
    SHALL = "shall"
    WILL = "will"
    CONTINUES = "continues"
    COMMITS = "commits"
    PRESENT = "present"
    INFINITIVE = "infinitive"
    NOMINAL = "nominal"


class GoalType(StrEnum):
    """An activity names something to do, a goal a state to reach."""

    ACTIVITY = "activity"
    GOAL = "goal"


class Testable(StrEnum):
    """Whether completion can be checked from a promise's own words."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class MentionKind(StrEnum):
    """As what somebody or something is named in a promise or a claim."""

    ACTOR = "actor"
    PARTNER = "partner"
    TARGET_GROUP = "target_group"
    PLACE = "place"
    PROGRAMME = "programme"


class Relation(StrEnum):
    """How two rows belong together, in one agreement or from one period to the next."""

    ANSWERS = "answers"
    SAME_PLEDGE = "same_pledge"
    SAME_PROMISE = "same_promise"
    SAME_ACTIVITY = "same_activity"
    NEW = "new"
    NO_COUNTERPART = "no_counterpart"
    CANDIDATE = "candidate"
    ELSEWHERE = "elsewhere"


class Wording(StrEnum):
    """Whether a promise that recurs does so in the same words."""

    VERBATIM = "verbatim"
    REWORDED = "reworded"


class DecidedBy(StrEnum):
    """Who decided a link."""

    RULE = "rule"
    PERSON = "person"


class Precision(StrEnum):
    """What became of the numbers between two periods."""

    GAINED = "gained"
    LOST = "lost"
    KEPT = "kept"
    NONE = "none"


class Seen(StrEnum):
    """What was seen of a municipality in a year."""

    PROMISES = "promises"
    FOLLOW_UP = "follow_up"
    BOTH = "both"
    NOTHING = "nothing"
