-- What people did at the desk, act by act, so that each can be taken back and done again. What follows for the records stands in
-- `judgement`; an act that decides nothing (a skip, a flag, a note) has none.

CREATE TABLE act (
  act INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'edit', 'skip', 'flag', 'dispute', 'note', 'code', 'settle', 'same', 'distinct', 'linked')),
  by TEXT NOT NULL,
  reason TEXT,                          -- of a rejection: a word of a short list
  note TEXT,
  details TEXT NOT NULL,                -- JSON: the fields as the person saw, gave or settled them
  live INTEGER NOT NULL DEFAULT 1,      -- 0: taken back
  since INTEGER NOT NULL REFERENCES batch (batch)
);
CREATE INDEX act_by ON act (by, act);
CREATE TABLE act_record (               -- the records that an act is about: one, or all of a list
  act INTEGER NOT NULL REFERENCES act (act),
  layer TEXT NOT NULL,
  digest TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (act, layer, digest, start, stop)
) WITHOUT ROWID;
CREATE INDEX act_record_digest ON act_record (digest, layer, start);
CREATE TABLE act_judgement (            -- the judgements that an act made; done again it makes others
  act INTEGER NOT NULL REFERENCES act (act),
  number INTEGER NOT NULL REFERENCES judgement (number),
  PRIMARY KEY (act, number)
) WITHOUT ROWID;
CREATE TABLE act_undone (               -- from batch `since` until batch `until` (null: still) an act was taken back
  act INTEGER NOT NULL REFERENCES act (act),
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch),
  PRIMARY KEY (act, since)
) WITHOUT ROWID;
