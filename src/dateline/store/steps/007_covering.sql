-- What was fetched, in the file whose reports it gave; and indexes that hold all that events are filtered by, so that a count need
-- not look at the events themselves.

CREATE TABLE visit (                    -- pages and feeds whose reports are all in the ledger
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,                   -- what the server said of it, '' for nothing
  modified TEXT NOT NULL,
  since INTEGER NOT NULL REFERENCES batch (batch)   -- when it was last fetched
) WITHOUT ROWID;

DROP INDEX event_day;
DROP INDEX event_type;
DROP INDEX event_country_day;
DROP INDEX event_source;
DROP INDEX event_status;
DROP INDEX event_country;
DROP INDEX event_source_type;
DROP INDEX event_source_country;
DROP INDEX event_status_type;
DROP INDEX event_status_country;
DROP INDEX event_confidence;
DROP INDEX event_near;
DROP INDEX event_told;
CREATE INDEX event_day ON event (day, type, country, status, source, mode, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_type ON event (type, day, country, status, source, mode, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_country ON event (country, day, type, status, source, mode, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_source ON event (source, day, type, country, status, mode, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_status ON event (status, day, type, country, source, mode, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_mode ON event (mode, day, type, country, status, source, confidence, report_key) WHERE until IS NULL;
CREATE INDEX event_told ON event (report_key, day, type, country, status, source, mode, confidence) WHERE until IS NULL;
CREATE INDEX event_near ON event (lat, lon, day, type, country, status, source, mode, confidence, report_key) WHERE until IS NULL;

-- Each part of an event says what the event can be filtered by; of other layers these are null.
DROP INDEX party_name;
DROP INDEX party_country;
ALTER TABLE party ADD COLUMN day TEXT;
ALTER TABLE party ADD COLUMN type TEXT;
ALTER TABLE party ADD COLUMN at TEXT;   -- the country where it took place
ALTER TABLE party ADD COLUMN status TEXT;
ALTER TABLE party ADD COLUMN source TEXT;
ALTER TABLE party ADD COLUMN mode TEXT;
ALTER TABLE party ADD COLUMN confidence REAL;
ALTER TABLE party ADD COLUMN report_key INTEGER;
UPDATE party SET (day, type, at, status, source, mode, confidence, report_key) = (
  SELECT day, type, country, status, source, mode, confidence, report_key FROM event WHERE event_key = record_key
) WHERE layer = 'events';
CREATE INDEX party_name ON party (
  name_key, layer, live, record_key, day, type, at, status, source, mode, confidence, report_key
);
CREATE INDEX party_country ON party (
  country, layer, live, record_key, day, type, at, status, source, mode, confidence, report_key
);

CREATE TABLE event_count_confidence (   -- by how sure they are
  confidence REAL NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (confidence, type, status)
) WITHOUT ROWID;
INSERT INTO event_count_confidence
  SELECT confidence, ifnull(type, ''), status, count(*) FROM event WHERE until IS NULL GROUP BY 1, 2, 3;
CREATE TRIGGER event_weighed AFTER INSERT ON event WHEN new.until IS NULL BEGIN
  INSERT INTO event_count_confidence VALUES (new.confidence, ifnull(new.type, ''), new.status, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER event_unweighed AFTER UPDATE OF until ON event WHEN old.until IS NULL AND new.until IS NOT NULL BEGIN
  UPDATE event_count_confidence SET n = n - 1
    WHERE (confidence, type, status) = (old.confidence, ifnull(old.type, ''), old.status);
END;
