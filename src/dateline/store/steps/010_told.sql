-- The events of each report with one or two things that they are filtered by: narrow indexes, since a count of the events of very many
-- reports takes as long as what it reads is wide.

CREATE INDEX event_told_what ON event (report_key, type, status, country, until) WHERE until IS NULL;
CREATE INDEX event_told_how ON event (report_key, mode, source, confidence, until) WHERE until IS NULL;
CREATE INDEX event_told_when ON event (report_key, day, until) WHERE until IS NULL;
