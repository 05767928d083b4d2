-- What people said. A judgement names the report's text, a span of it and a field, never a row: it outlives every run.

CREATE TABLE judgement (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'distinct', 'linked', 'correct', 'wrong', 'value')),
  layer TEXT NOT NULL,
  digest TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  field TEXT,                           -- null: the record as a whole
  value TEXT,                           -- JSON
  was TEXT,                             -- JSON: what the coder had said
  other_layer TEXT,                     -- of same, distinct, linked: the other record
  other_digest TEXT,
  other_start INTEGER,
  other_stop INTEGER,
  relation TEXT,                        -- of linked
  why TEXT NOT NULL,
  by TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)    -- when it was undone
);
CREATE INDEX judgement_digest ON judgement (digest) WHERE until IS NULL;
CREATE INDEX judgement_other ON judgement (other_digest) WHERE until IS NULL;
