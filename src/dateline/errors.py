"""Every exception that dateline raises on purpose."""


class DatelineError(Exception):
    """Base of all of dateline's own errors; its text says what is wrong, where, and what to do."""


class ReportError(DatelineError):
    """The one report that a command is about cannot be coded; in a run of many the next is coded all the same."""


class LexiconError(DatelineError):
    """A lexicon file breaks its format; the message names the file and the entry."""


class GazetteerError(DatelineError):
    """The gazetteer is missing or is not of the version this code reads."""


class ModelError(DatelineError):
    """The language model named by the user cannot be loaded."""


class PipelineError(DatelineError):
    """The stages are in an order in which one lacks what it needs."""


class GoldError(DatelineError):
    """A gold file breaks its format; the message names the file and the case."""


class UsageError(DatelineError):
    """An option or argument is wrong; nothing was coded."""


class LedgerError(DatelineError):
    """The ledger's file cannot be used: it is missing, locked, full, damaged, no ledger, or of a newer dateline."""


class ConflictError(DatelineError):
    """Two people changed one thing at once; nothing was kept of the second change."""


class EngineError(DatelineError):
    """A run on a cluster cannot begin or go on; the codings made so far are kept."""
