-- What the desk's pages look for in large ledgers.

CREATE INDEX event_unsure ON event (confidence) WHERE until IS NULL AND confidence < 0.7;
CREATE INDEX statement_source ON statement (source, day) WHERE until IS NULL;
CREATE INDEX position_source ON position (source, day) WHERE until IS NULL;
DROP INDEX coding_run;
CREATE INDEX coding_run ON coding (run, since);
CREATE INDEX coding_run_current ON coding (run) WHERE current;
CREATE INDEX coding_run_failed ON coding (run) WHERE error IS NOT NULL;
