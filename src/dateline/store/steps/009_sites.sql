-- Where events take place, each place once with how many events hold there: what is asked by a place's name or by a distance is asked of
-- these few first. And in each index that holds what events are filtered by, the column that says whether a row holds: without it SQLite
-- keeps the place of the row itself at hand for each entry that it counts.

CREATE TABLE site (                     -- a place as events have it
  site_key INTEGER PRIMARY KEY,
  place TEXT,
  admin1 TEXT,
  country TEXT,
  lat REAL,
  lon REAL,
  n INTEGER NOT NULL DEFAULT 0          -- how many events hold there
);
CREATE INDEX site_place ON site (place COLLATE NOCASE);
CREATE INDEX site_admin1 ON site (admin1 COLLATE NOCASE);
CREATE INDEX site_near ON site (lat, lon);
INSERT INTO site (place, admin1, country, lat, lon, n)
  SELECT place, admin1, country, lat, lon, sum(until IS NULL) FROM event WHERE coalesce(place, admin1, lat) IS NOT NULL GROUP BY 1, 2, 3, 4, 5;

DROP INDEX event_near;
DROP INDEX event_place;
DROP INDEX event_admin1;
DROP INDEX event_day;
DROP INDEX event_type;
DROP INDEX event_country;
DROP INDEX event_source;
DROP INDEX event_status;
DROP INDEX event_mode;
DROP INDEX event_told;
ALTER TABLE event ADD COLUMN site INTEGER REFERENCES site (site_key);
UPDATE event SET site = (
  SELECT site_key FROM site s WHERE s.place = event.place COLLATE NOCASE
    AND (s.place, s.admin1, s.country, s.lat, s.lon) IS (event.place, event.admin1, event.country, event.lat, event.lon)
) WHERE place IS NOT NULL;
UPDATE event SET site = (
  SELECT site_key FROM site s WHERE (s.place, s.admin1, s.country, s.lat, s.lon) IS (NULL, event.admin1, event.country, event.lat, event.lon)
) WHERE place IS NULL AND coalesce(admin1, lat) IS NOT NULL;
CREATE INDEX event_day ON event (day, type, country, status, source, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_type ON event (type, day, country, status, source, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_country ON event (country, day, type, status, source, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_source ON event (source, day, type, country, status, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_status ON event (status, day, type, country, source, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_mode ON event (mode, day, type, country, status, source, confidence, report_key, until) WHERE until IS NULL;
CREATE INDEX event_told ON event (report_key, day, type, country, status, source, mode, confidence, until) WHERE until IS NULL;
CREATE INDEX event_site ON event (site, day, type, country, status, source, mode, confidence, report_key, until) WHERE until IS NULL;
CREATE TRIGGER event_sited AFTER INSERT ON event WHEN new.until IS NULL AND new.site IS NOT NULL BEGIN
  UPDATE site SET n = n + 1 WHERE site_key = new.site;
END;
CREATE TRIGGER event_unsited AFTER UPDATE OF until ON event WHEN old.until IS NULL AND new.until IS NOT NULL BEGIN
  UPDATE site SET n = n - 1 WHERE site_key = old.site;
END;

DROP INDEX party_name;
DROP INDEX party_country;
ALTER TABLE party ADD COLUMN site INTEGER;
UPDATE party SET site = (SELECT site FROM event WHERE event_key = record_key) WHERE layer = 'events';
CREATE INDEX party_name ON party (
  name_key, layer, live, record_key, day, type, at, status, source, mode, confidence, report_key, site
);
CREATE INDEX party_country ON party (
  country, layer, live, record_key, day, type, at, status, source, mode, confidence, report_key, site
);
