-- Counts that series and facets read, kept by triggers in the transaction of the rows that they count. '' stands for null.

CREATE TABLE event_count (
  day TEXT NOT NULL, type TEXT NOT NULL, country TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, type, country, source, status)
) WITHOUT ROWID;
CREATE TABLE event_count_type (         -- by day and type, whatever the rest
  type TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (type, day)
) WITHOUT ROWID;
CREATE TABLE event_count_country (
  country TEXT NOT NULL, type TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (country, type, day)
) WITHOUT ROWID;
CREATE TABLE event_count_source (
  source TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (source, day)
) WITHOUT ROWID;
CREATE TABLE event_count_status (
  status TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (status, day)
) WITHOUT ROWID;
CREATE TABLE event_total (              -- whatever the day: small enough to be read whole
  country TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (country, type, source, status)
) WITHOUT ROWID;
CREATE INDEX event_total_type ON event_total (type, source, status, n);
CREATE INDEX event_total_source ON event_total (source, status, n);
CREATE INDEX event_total_status ON event_total (status, n);
CREATE TABLE event_count_report (       -- how many events a report tells
  report_key INTEGER PRIMARY KEY REFERENCES report (report_key), n INTEGER NOT NULL
);
CREATE TABLE report_count (
  day TEXT NOT NULL, source TEXT NOT NULL, language TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (day, source, language)
) WITHOUT ROWID;

CREATE TRIGGER event_counted AFTER INSERT ON event WHEN new.until IS NULL BEGIN
  INSERT INTO event_count VALUES (ifnull(new.day, ''), ifnull(new.type, ''), ifnull(new.country, ''), ifnull(new.source, ''), new.status, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_count_type VALUES (ifnull(new.type, ''), ifnull(new.day, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_count_country VALUES (ifnull(new.country, ''), ifnull(new.type, ''), ifnull(new.day, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_count_source VALUES (ifnull(new.source, ''), ifnull(new.day, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_count_status VALUES (new.status, ifnull(new.day, ''), 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_count_report VALUES (new.report_key, 1) ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO event_total VALUES (ifnull(new.country, ''), ifnull(new.type, ''), ifnull(new.source, ''), new.status, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER event_uncounted AFTER UPDATE OF until ON event WHEN old.until IS NULL AND new.until IS NOT NULL BEGIN
  UPDATE event_count SET n = n - 1 WHERE (day, type, country, source, status)
    = (ifnull(old.day, ''), ifnull(old.type, ''), ifnull(old.country, ''), ifnull(old.source, ''), old.status);
  UPDATE event_count_type SET n = n - 1 WHERE (type, day) = (ifnull(old.type, ''), ifnull(old.day, ''));
  UPDATE event_count_country SET n = n - 1
    WHERE (country, type, day) = (ifnull(old.country, ''), ifnull(old.type, ''), ifnull(old.day, ''));
  UPDATE event_count_source SET n = n - 1 WHERE (source, day) = (ifnull(old.source, ''), ifnull(old.day, ''));
  UPDATE event_count_status SET n = n - 1 WHERE (status, day) = (old.status, ifnull(old.day, ''));
  UPDATE event_count_report SET n = n - 1 WHERE report_key = old.report_key;
  UPDATE event_total SET n = n - 1 WHERE (country, type, source, status)
    = (ifnull(old.country, ''), ifnull(old.type, ''), ifnull(old.source, ''), old.status);
END;
CREATE TRIGGER report_counted AFTER INSERT ON report WHEN new.until IS NULL BEGIN
  INSERT INTO report_count VALUES (ifnull(new.published, ''), ifnull(new.source, ''), ifnull(new.language, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER report_uncounted AFTER UPDATE OF until ON report WHEN old.until IS NULL AND new.until IS NOT NULL BEGIN
  UPDATE report_count SET n = n - 1 WHERE (day, source, language)
    = (ifnull(old.published, ''), ifnull(old.source, ''), ifnull(old.language, ''));
END;
CREATE TRIGGER report_recounted AFTER UPDATE OF published ON report WHEN old.until IS NULL AND new.until IS NULL BEGIN
  UPDATE report_count SET n = n - 1 WHERE (day, source, language)
    = (ifnull(old.published, ''), ifnull(old.source, ''), ifnull(old.language, ''));
  INSERT INTO report_count VALUES (ifnull(new.published, ''), ifnull(new.source, ''), ifnull(new.language, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- What lists are filtered by, the newest first; with the confidence, so that a count need not look at each row.
CREATE INDEX event_day ON event (day, confidence) WHERE until IS NULL;
CREATE INDEX event_type ON event (type, day, confidence) WHERE until IS NULL;
CREATE INDEX event_country_day ON event (country, day, confidence) WHERE until IS NULL;
CREATE INDEX event_source ON event (source, day, confidence) WHERE until IS NULL;
CREATE INDEX event_status ON event (status, day, confidence) WHERE until IS NULL;
CREATE INDEX event_country ON event (country, type, day) WHERE until IS NULL;
CREATE INDEX event_source_type ON event (source, type, day) WHERE until IS NULL;
CREATE INDEX event_source_country ON event (source, country, day) WHERE until IS NULL;
CREATE INDEX event_status_type ON event (status, type, day) WHERE until IS NULL;
CREATE INDEX event_status_country ON event (status, country, day) WHERE until IS NULL;
CREATE INDEX event_confidence ON event (confidence) WHERE until IS NULL;
CREATE INDEX event_near ON event (lat, lon) WHERE until IS NULL;
CREATE INDEX event_place ON event (place COLLATE NOCASE, day) WHERE until IS NULL;
CREATE INDEX event_admin1 ON event (admin1 COLLATE NOCASE, day) WHERE until IS NULL;
CREATE INDEX event_told ON event (report_key, type, country, day, confidence) WHERE until IS NULL;
