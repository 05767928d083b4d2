"""Closed sets of values. Literals, so that a lexicon file, a JSON line and the type checker read the same words."""

from typing import Literal

Part = Literal["headline", "byline", "dateline", "lead", "body", "credit"]
ActorKind = Literal["person", "office", "government", "organisation", "armed-group", "population", "country"]
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF",
    "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
Precision = Literal["site", "town", "district", "province", "country", "region", "water"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter", "half-year", "year", "decade",
    "century", "vague",
]  # fmt: skip
Anchor = Literal["published", "text", "previous", "absolute"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Mode = Literal[
    "visit", "third-party", "multilateral", "phone",
    "withdraw", "release", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet",
    "disapprove", "investigate", "allege",
    "restrict", "arrest", "relations", "expel", "territory", "violence",
    "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
    "convict", "discontinue",
    "troops", "weapons", "police", "militia",
    "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber",
    "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
]  # fmt: skip
Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "attempted", "prevented", "planned", "hypothetical", "negated", "denied"]
LinkType = Literal["response-to", "caused-by", "follows", "part-of-campaign"]
QuantityKind = Literal[
    "killed", "injured", "missing", "arrested", "abducted", "displaced", "participants", "item", "share", "money",
]  # fmt: skip
Qualifier = Literal["exact", "at-least", "at-most", "about", "vague"]
QuoteKind = Literal["direct", "indirect", "mixed"]
StatementForm = Literal["speech", "writing", "belief", "intention", "finding"]
Act = Literal[
    "assert", "support", "oppose", "accuse", "deny", "demand", "promise", "threaten", "report", "question", "decline",
]  # fmt: skip
Stance = Literal["for", "against", "conditional", "neutral"]
CommitmentKind = Literal["military", "humanitarian", "financial", "other"]
Stage = Literal["announced", "committed", "allocated", "delivered", "withdrawn", "refused"]
ScheduledKind = Literal[
    "meeting", "vote", "election", "deadline", "exercise", "delivery", "hearing", "measure", "other",
]  # fmt: skip
ScheduledStatus = Literal["set", "moved", "cancelled"]
Tense = Literal["past", "present", "future", "none"]
Modality = Literal["possible", "necessary", "conditional", "intended", "imperative", "question"]
Polarity = Literal["positive", "negative"]
PublishedOrigin = Literal["given", "document", "deduced", "unknown"]
