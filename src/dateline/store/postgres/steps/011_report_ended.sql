-- Reports that were revised or withdrawn: a ledger as it was at an earlier batch has them too, and finds them by when they ended, as records are.

CREATE INDEX report_ended ON report (until) WHERE until IS NOT NULL;
