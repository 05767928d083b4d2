-- Incidents: events of one report or many that are one happening by a rule, and what is claimed of each.

CREATE TABLE stale (                    -- reports of which something changed that incidents follow from
  serial INTEGER PRIMARY KEY AUTOINCREMENT,
  report_key INTEGER NOT NULL UNIQUE
);
INSERT INTO stale (report_key) SELECT DISTINCT report_key FROM event WHERE until IS NULL ORDER BY report_key;
CREATE TRIGGER event_begun_stale AFTER INSERT ON event BEGIN
  INSERT OR REPLACE INTO stale (report_key) VALUES (new.report_key);
END;
CREATE TRIGGER event_left_stale AFTER UPDATE OF until ON event BEGIN
  INSERT OR REPLACE INTO stale (report_key) VALUES (new.report_key);
END;
CREATE TRIGGER member_new_stale AFTER INSERT ON member BEGIN
  INSERT OR REPLACE INTO stale (report_key) VALUES (new.report_key);
END;
CREATE TRIGGER told_stale AFTER UPDATE OF published ON report BEGIN
  INSERT OR REPLACE INTO stale (report_key) VALUES (new.report_key);
END;
CREATE TRIGGER judged_stale AFTER INSERT ON judgement WHEN new.other_digest IS NOT NULL BEGIN
  INSERT OR REPLACE INTO stale (report_key)
  SELECT report_key FROM report WHERE digest IN (new.digest, new.other_digest) AND until IS NULL;
END;
CREATE TRIGGER undone_stale AFTER UPDATE OF until ON judgement WHEN new.other_digest IS NOT NULL BEGIN
  INSERT OR REPLACE INTO stale (report_key)
  SELECT report_key FROM report WHERE digest IN (new.digest, new.other_digest) AND until IS NULL;
END;

CREATE TABLE compared (                 -- reports that were compared with those before them
  report_key INTEGER PRIMARY KEY REFERENCES report (report_key),
  state TEXT NOT NULL                   -- what of the report was compared: its events and its day
);
CREATE TABLE filed (                    -- keys and days under which reports meet that may tell one thing, see dateline.incidents
  hash INTEGER NOT NULL,
  day INTEGER NOT NULL,                 -- an ordinal; 0 where no day is known
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  PRIMARY KEY (hash, day, report_key)
) WITHOUT ROWID;
CREATE INDEX filed_report ON filed (report_key);

CREATE TABLE likeness (                 -- how likely two events are one; what is hardly likely is not kept
  a INTEGER NOT NULL REFERENCES event (event_key),
  b INTEGER NOT NULL REFERENCES event (event_key),
  score REAL NOT NULL,
  apart TEXT,                           -- why they cannot be one
  PRIMARY KEY (a, b),
  CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX likeness_b ON likeness (b);

CREATE TABLE about (                    -- how likely two reports are about one happening
  a INTEGER NOT NULL REFERENCES report (report_key),
  b INTEGER NOT NULL REFERENCES report (report_key),
  score REAL NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX about_b ON about (b);

CREATE TABLE joined (                   -- up to which serial of `stale` each step has taken notice
  name TEXT PRIMARY KEY,                -- 'likeness', or a rule: standard@1
  digest TEXT NOT NULL,                 -- of the rule and the weights
  serial INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE incident (
  incident_key INTEGER PRIMARY KEY,
  rule TEXT NOT NULL,                   -- standard@1
  id TEXT NOT NULL,
  type TEXT,
  mode TEXT,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  day TEXT,                             -- the first day
  end TEXT,                             -- the last day
  place TEXT,
  country TEXT,
  lat REAL,
  lon REAL,
  radius_km REAL,
  precision TEXT,
  actors TEXT NOT NULL,                 -- names, joined by "; "
  recipients TEXT NOT NULL,
  reports INTEGER NOT NULL,
  roots INTEGER NOT NULL,
  voices INTEGER NOT NULL,
  events INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,           -- fields on which sources contradict each other
  confidence REAL NOT NULL,
  record TEXT NOT NULL,                 -- JSON: the incident as it is printed, but for what other incidents decide
  since INTEGER NOT NULL REFERENCES batch (batch),
  until INTEGER REFERENCES batch (batch)
);
CREATE INDEX incident_id ON incident (rule, id) WHERE until IS NULL;
CREATE INDEX incident_day ON incident (rule, day) WHERE until IS NULL;
CREATE INDEX incident_type ON incident (rule, type, day) WHERE until IS NULL;
CREATE INDEX incident_country ON incident (rule, country, day) WHERE until IS NULL;
CREATE INDEX incident_ended ON incident (until) WHERE until IS NOT NULL;

CREATE TABLE incident_event (           -- the events of each incident
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  event_key INTEGER NOT NULL REFERENCES event (event_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  PRIMARY KEY (incident_key, event_key)
) WITHOUT ROWID;
CREATE INDEX incident_event_event ON incident_event (event_key);
CREATE INDEX incident_event_report ON incident_event (report_key);

CREATE TABLE incident_report (          -- the reports that are about each incident
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  PRIMARY KEY (incident_key, report_key)
) WITHOUT ROWID;
CREATE INDEX incident_report_report ON incident_report (report_key);

CREATE TABLE incident_moved (           -- where an incident went that is there no longer: for ever
  rule TEXT NOT NULL,
  id TEXT NOT NULL,
  target TEXT NOT NULL,
  since INTEGER NOT NULL REFERENCES batch (batch),
  PRIMARY KEY (rule, id)
) WITHOUT ROWID;
CREATE INDEX incident_moved_target ON incident_moved (rule, target);

CREATE TABLE incident_related (         -- from one of its events to one of another incident
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  event_key INTEGER NOT NULL REFERENCES event (event_key),
  relation TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (incident_key, event_key, relation)
) WITHOUT ROWID;

CREATE TABLE held (                     -- events that may belong to an incident, and are not sure enough to
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  event_key INTEGER NOT NULL REFERENCES event (event_key),
  score REAL NOT NULL,
  PRIMARY KEY (incident_key, event_key)
) WITHOUT ROWID;
CREATE INDEX held_event ON held (event_key);

CREATE TABLE claim (
  claim_key INTEGER PRIMARY KEY,
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  field TEXT NOT NULL,
  value TEXT,                           -- JSON
  low REAL,
  high REAL,
  unit TEXT,
  state TEXT NOT NULL CHECK (state IN ('agree', 'refine', 'conflict', 'superseded', 'denied')),
  chosen INTEGER NOT NULL,
  by TEXT NOT NULL,
  roots INTEGER NOT NULL,
  reports TEXT NOT NULL,                -- JSON: ids
  said_by TEXT,
  told TEXT,
  spans TEXT NOT NULL                   -- JSON: report, spans
);
CREATE INDEX claim_incident ON claim (incident_key, field);
