-- What lists of incidents are filtered by and counted from, with the column that says whether a row holds: the rows themselves are wide.

CREATE INDEX incident_held ON incident (rule, until) WHERE until IS NULL;
CREATE INDEX incident_status ON incident (rule, status, day, until) WHERE until IS NULL;
CREATE INDEX incident_what ON incident (rule, country, type, status, day, until) WHERE until IS NULL;
