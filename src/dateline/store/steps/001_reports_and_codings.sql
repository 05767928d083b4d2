-- Reports, runs, codings and their records. Rows are never changed in what they say: a row holds from batch `since` until
-- batch `until` (null: it still holds), so that the ledger can answer with what it held on any day.

CREATE TABLE batch (                    -- one transaction that wrote something
  batch INTEGER PRIMARY KEY,
  at TEXT NOT NULL                      -- UTC; never before the batch before it, whatever the clock says
);

CREATE TABLE original (                 -- the bytes that texts were read from
  digest TEXT PRIMARY KEY,              -- SHA-256
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL                  -- zlib
);

CREATE TABLE report (
  report_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,             -- 1, and one more with each revision of its text
  digest TEXT NOT NULL,                 -- SHA-256 of the text in UTF-8
  text TEXT NOT NULL,
  title TEXT,
  author TEXT,
  source TEXT,
  url TEXT,
  language TEXT,
  published TEXT,                       -- the day
  published_at TEXT,                    -- the moment, as precise as it is known
  published_raw TEXT,                   -- as printed
  published_zone TEXT,
  published_trust TEXT,
  published_origin TEXT,
  origins TEXT NOT NULL,                -- JSON: where title, author, source … were read
  notes TEXT NOT NULL,                  -- JSON
  original TEXT REFERENCES original (digest),
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch),
  ended TEXT CHECK (ended IN ('revised', 'withdrawn')),
  why TEXT,
  UNIQUE (id, version),
  CHECK ((until IS NULL) = (ended IS NULL))
);
CREATE INDEX report_digest ON report (digest);
CREATE INDEX report_original ON report (original);
CREATE INDEX report_published ON report (published) WHERE until IS NULL;
CREATE INDEX report_source ON report (source, published) WHERE until IS NULL;
CREATE INDEX report_language ON report (language) WHERE until IS NULL;

CREATE TABLE sighting (                 -- each place where a report was found
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  path TEXT NOT NULL,
  member TEXT NOT NULL,                 -- '' where it lay in no archive
  number INTEGER NOT NULL,              -- 0 where its file has no other
  start INTEGER,                        -- its first byte
  source TEXT,
  url TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  PRIMARY KEY (report_key, path, member, number)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE reports_fts USING fts5 (
  title, text, content = 'report', content_rowid = 'report_key', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_indexed AFTER INSERT ON report BEGIN
  INSERT INTO reports_fts (rowid, title, text) VALUES (new.report_key, new.title, new.text);
END;
CREATE TRIGGER report_unindexed AFTER DELETE ON report BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', old.report_key, old.title, old.text);
END;
CREATE TRIGGER report_reindexed AFTER UPDATE OF title, text ON report BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, title, text) VALUES ('delete', old.report_key, old.title, old.text);
  INSERT INTO reports_fts (rowid, title, text) VALUES (new.report_key, new.title, new.text);
END;

CREATE TABLE run (                      -- what codes reports, and how
  run INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,          -- of the columns below
  version TEXT NOT NULL,
  model TEXT NOT NULL,
  model_digest TEXT NOT NULL,
  lexicon_digest TEXT NOT NULL,
  gazetteer_digest TEXT NOT NULL,
  options TEXT NOT NULL,                -- JSON
  since INTEGER NOT NULL REFERENCES batch (batch)
);

CREATE TABLE coding (
  coding_key INTEGER PRIMARY KEY,
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  run INTEGER NOT NULL REFERENCES run (run),
  error TEXT,                           -- why the coder failed
  packed BLOB,                          -- the coding without its text: JSON, zlib
  records INTEGER NOT NULL,             -- how many records of the layers below it holds
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  UNIQUE (report_key, run)
);
CREATE INDEX coding_run ON coding (run);
CREATE INDEX coding_current ON coding (report_key) WHERE current;

CREATE TABLE actor (
  actor_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  country TEXT,
  sector TEXT,
  sectors TEXT NOT NULL,
  office TEXT,
  wikidata TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX actor_coding ON actor (coding_key);
CREATE INDEX actor_name ON actor (name) WHERE until IS NULL;
CREATE INDEX actor_ended ON actor (until) WHERE until IS NOT NULL;

CREATE TABLE place (
  place_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT,
  admin1 TEXT,
  lat REAL,
  lon REAL,
  radius_km REAL,
  geonames INTEGER,
  feature TEXT,
  precision TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX place_coding ON place (coding_key);
CREATE INDEX place_name ON place (name) WHERE until IS NULL;
CREATE INDEX place_ended ON place (until) WHERE until IS NOT NULL;

CREATE TABLE event (
  event_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  type TEXT,
  mode TEXT,
  status TEXT NOT NULL,
  main INTEGER NOT NULL,
  background INTEGER NOT NULL,
  factuality REAL NOT NULL,
  day TEXT,                             -- the first day
  end TEXT,                             -- the last day
  place TEXT,
  admin1 TEXT,
  country TEXT,
  lat REAL,
  lon REAL,
  radius_km REAL,
  precision TEXT,
  actors TEXT NOT NULL,                 -- names, joined by "; "
  recipients TEXT NOT NULL,
  contexts TEXT NOT NULL,
  content TEXT,
  cameo TEXT,
  quad INTEGER,
  goldstein REAL,
  acled TEXT,
  acled_sub TEXT,
  said_by TEXT NOT NULL,
  quantities TEXT NOT NULL,             -- JSON, as in the coding
  killed_low REAL,
  killed_high REAL,
  injured_low REAL,
  injured_high REAL,
  source TEXT,                          -- of the report
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,                  -- JSON: the trigger, then its mentions
  judged TEXT,                          -- JSON: the fields that a person gave
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX event_coding ON event (coding_key);
CREATE INDEX event_report ON event (report_key);
CREATE INDEX event_ended ON event (until) WHERE until IS NOT NULL;

CREATE TABLE statement (
  statement_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  type TEXT NOT NULL,                   -- the act
  form TEXT NOT NULL,
  kind TEXT NOT NULL,
  actors TEXT NOT NULL,                 -- the speaker
  recipients TEXT NOT NULL,             -- the addressee
  country TEXT,                         -- of the speaker
  via TEXT NOT NULL,
  cue TEXT,
  events TEXT NOT NULL,
  day TEXT,                             -- of publication
  source TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX statement_coding ON statement (coding_key);
CREATE INDEX statement_report ON statement (report_key);
CREATE INDEX statement_type ON statement (type, day) WHERE until IS NULL;
CREATE INDEX statement_country ON statement (country, day) WHERE until IS NULL;
CREATE INDEX statement_day ON statement (day) WHERE until IS NULL;
CREATE INDEX statement_ended ON statement (until) WHERE until IS NOT NULL;

CREATE TABLE position (
  position_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  type TEXT NOT NULL,                   -- the stance
  actors TEXT NOT NULL,
  country TEXT,                         -- of the actor
  issue_id TEXT NOT NULL,
  issue TEXT NOT NULL,
  strength REAL NOT NULL,
  hedge TEXT,
  condition TEXT,
  statements TEXT NOT NULL,
  day TEXT,                             -- of publication
  source TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX position_coding ON position (coding_key);
CREATE INDEX position_report ON position (report_key);
CREATE INDEX position_issue ON position (issue_id, day) WHERE until IS NULL;
CREATE INDEX position_day ON position (day) WHERE until IS NULL;
CREATE INDEX position_ended ON position (until) WHERE until IS NOT NULL;

CREATE TABLE commitment (
  commitment_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  type TEXT NOT NULL,                   -- the kind
  status TEXT NOT NULL,                 -- the stage
  actors TEXT NOT NULL,                 -- the donor
  recipients TEXT NOT NULL,
  country TEXT,                         -- of the donor
  instrument TEXT,
  amount REAL,
  currency TEXT,
  qualifier TEXT,
  items TEXT NOT NULL,                  -- JSON
  event TEXT,
  day TEXT,                             -- of publication
  source TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX commitment_coding ON commitment (coding_key);
CREATE INDEX commitment_report ON commitment (report_key);
CREATE INDEX commitment_day ON commitment (day) WHERE until IS NULL;
CREATE INDEX commitment_ended ON commitment (until) WHERE until IS NOT NULL;

CREATE TABLE scheduled (
  scheduled_key INTEGER PRIMARY KEY,
  coding_key INTEGER NOT NULL REFERENCES coding (coding_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  id TEXT NOT NULL,
  type TEXT NOT NULL,                   -- the kind
  status TEXT NOT NULL,
  name TEXT NOT NULL,
  day TEXT,                             -- the first day on which it is to be
  end TEXT,
  granularity TEXT,
  place TEXT,
  country TEXT,
  actors TEXT NOT NULL,                 -- the participants
  event TEXT,
  source TEXT,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  words TEXT NOT NULL,
  spans TEXT NOT NULL,
  judged TEXT,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX scheduled_coding ON scheduled (coding_key);
CREATE INDEX scheduled_report ON scheduled (report_key);
CREATE INDEX scheduled_day ON scheduled (day) WHERE until IS NULL;
CREATE INDEX scheduled_ended ON scheduled (until) WHERE until IS NOT NULL;

CREATE TABLE name (                     -- each name of an actor once
  name_key INTEGER PRIMARY KEY,
  folded TEXT NOT NULL UNIQUE           -- without case and accents
);
CREATE TABLE party (                    -- who takes part in which record
  layer TEXT NOT NULL,
  record_key INTEGER NOT NULL,
  role TEXT NOT NULL,                   -- actor or recipient
  name_key INTEGER NOT NULL REFERENCES name (name_key),
  country TEXT NOT NULL,                -- '' for none
  live INTEGER NOT NULL DEFAULT 1,      -- whether the record holds
  PRIMARY KEY (layer, record_key, role, name_key)
) WITHOUT ROWID;
CREATE INDEX party_name ON party (name_key, layer, live, record_key);
CREATE INDEX party_country ON party (country, layer, live, record_key);
CREATE TRIGGER actor_left AFTER UPDATE OF until ON actor WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'actors' AND record_key = new.actor_key;
END;
CREATE TRIGGER event_left AFTER UPDATE OF until ON event WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'events' AND record_key = new.event_key;
END;
CREATE TRIGGER statement_left AFTER UPDATE OF until ON statement WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'statements' AND record_key = new.statement_key;
END;
CREATE TRIGGER position_left AFTER UPDATE OF until ON position WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'positions' AND record_key = new.position_key;
END;
CREATE TRIGGER commitment_left AFTER UPDATE OF until ON commitment WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'commitments' AND record_key = new.commitment_key;
END;
CREATE TRIGGER scheduled_left AFTER UPDATE OF until ON scheduled WHEN new.until IS NOT NULL BEGIN
  UPDATE party SET live = 0 WHERE layer = 'scheduled' AND record_key = new.scheduled_key;
END;

CREATE TABLE quarantine (
  quarantine_key INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,                 -- of its bytes, or of what is said of them
  path TEXT NOT NULL,
  member TEXT NOT NULL,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  told TEXT NOT NULL,
  item TEXT NOT NULL,                   -- JSON: what is known of it
  media_type TEXT NOT NULL,
  packed BLOB NOT NULL,
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch),   -- when it could be taken after all
  UNIQUE (path, member, number, digest)
);
CREATE INDEX quarantine_open ON quarantine (reason) WHERE until IS NULL;
