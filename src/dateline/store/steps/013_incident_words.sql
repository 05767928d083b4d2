-- What incidents are filtered by that only their events say, a row for each incident that holds: a count need not visit the events.

CREATE TABLE incident_source (          -- who published a report of it
  source TEXT NOT NULL,
  rule TEXT NOT NULL,
  day TEXT NOT NULL,                    -- its first day, '' for none
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  PRIMARY KEY (source, rule, day, incident_key)
) WITHOUT ROWID;
CREATE TABLE incident_party (           -- who takes part in it
  name_key INTEGER NOT NULL REFERENCES name (name_key),
  country TEXT NOT NULL,                -- '' for none
  rule TEXT NOT NULL,
  day TEXT NOT NULL,
  incident_key INTEGER NOT NULL REFERENCES incident (incident_key),
  PRIMARY KEY (name_key, rule, day, incident_key, country)
) WITHOUT ROWID;
CREATE TABLE incident_count (           -- how many there are by each rule
  rule TEXT PRIMARY KEY, n INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO incident_count SELECT rule, count(*) FROM incident WHERE until IS NULL GROUP BY 1;
INSERT INTO incident_source
  SELECT DISTINCT e.source, i.rule, ifnull(i.day, ''), i.incident_key
  FROM incident i JOIN incident_event m ON m.incident_key = i.incident_key JOIN event e ON e.event_key = m.event_key
  WHERE i.until IS NULL AND e.source IS NOT NULL ORDER BY 1, 2, 3, 4;
INSERT INTO incident_party
  SELECT DISTINCT p.name_key, p.country, i.rule, ifnull(i.day, ''), i.incident_key
  FROM incident i JOIN incident_event m ON m.incident_key = i.incident_key
  JOIN party p ON p.layer = 'events' AND p.record_key = m.event_key
  WHERE i.until IS NULL ORDER BY 1, 3, 4, 5, 2;
CREATE INDEX incident_party_country ON incident_party (country, rule, day, incident_key);
