"""What a run of ingest did, counted."""

from dataclasses import dataclass, fields


@dataclass(slots=True)
class Tally:
    """Counts of one ingest, in the order of its summary.

    Args:
        read: Items that the sources hold.
        new: Reports that were not in the ledger.
        revised: Reports whose text another one took the place of, under the same id.
        known: Items whose report was there before.
        copies: New reports that are another's text.
        quarantined: Items that cannot be reports, not seen before.
        quarantined_before: Items that cannot be reports, and are listed already.
        taken: Ready-made codings that were taken as they are.
        coded: Reports that were coded.
        failed: Reports that the coder failed on.
        unread: Reports of those coded that triage passed over whole.
    """

    read: int = 0
    new: int = 0
    revised: int = 0
    known: int = 0
    copies: int = 0
    quarantined: int = 0
    quarantined_before: int = 0
    taken: int = 0
    coded: int = 0
    failed: int = 0
    unread: int = 0

    def __str__(self) -> str:
        """Say it in one line, what is zero left out but for what was read and coded."""
        counts = {f.name: getattr(self, f.name) for f in fields(self)}
        return ", ".join(
            f"{n:,} {name.replace('_', ' ')}" for name, n in counts.items() if n or name in ("read", "coded", "known")
        )
