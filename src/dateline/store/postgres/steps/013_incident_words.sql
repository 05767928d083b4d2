-- What incidents are filtered by that only their events say, a row for each incident that holds: a count need not visit the events.

CREATE TABLE incident_source (          -- who published a report of it
  source TEXT COLLATE "C" NOT NULL,
  rule TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,                    -- its first day, '' for none
  incident_key BIGINT NOT NULL REFERENCES incident (incident_key),
  PRIMARY KEY (source, rule, day, incident_key)
);
CREATE TABLE incident_party (           -- who takes part in it
  name_key BIGINT NOT NULL REFERENCES name (name_key),
  country TEXT COLLATE "C" NOT NULL,                -- '' for none
  rule TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  incident_key BIGINT NOT NULL REFERENCES incident (incident_key),
  PRIMARY KEY (name_key, rule, day, incident_key, country)
);
CREATE TABLE incident_count (           -- how many there are by each rule
  rule TEXT COLLATE "C" PRIMARY KEY, n BIGINT NOT NULL
);
INSERT INTO incident_count SELECT rule, count(*) FROM incident WHERE until IS NULL GROUP BY 1;
INSERT INTO incident_source
  SELECT DISTINCT e.source, i.rule, coalesce(i.day, ''), i.incident_key
  FROM incident i JOIN incident_event m ON m.incident_key = i.incident_key JOIN event e ON e.event_key = m.event_key
  WHERE i.until IS NULL AND e.source IS NOT NULL ORDER BY 1, 2, 3, 4;
INSERT INTO incident_party
  SELECT DISTINCT p.name_key, p.country, i.rule, coalesce(i.day, ''), i.incident_key
  FROM incident i JOIN incident_event m ON m.incident_key = i.incident_key
  JOIN party p ON p.layer = 'events' AND p.record_key = m.event_key
  WHERE i.until IS NULL ORDER BY 1, 3, 4, 5, 2;
CREATE INDEX incident_party_country ON incident_party (country, rule, day, incident_key);
