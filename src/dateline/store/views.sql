-- The public views: documented, stable. They show what holds now; those named …_history also what held before, with the
-- batches from which (`since`) and until which (`until`) each row held.

CREATE VIEW v_reports_history AS
SELECT r.id, r.version, r.title, r.source, r.url, r.author, r.language, r.published, r.published_at, r.published_raw,
  r.published_zone, r.published_trust, r.published_origin, r.digest, b.at AS recorded, f.id AS family, m.role, m.share,
  m.credit, m.root, ifnull(f.roots, 1) AS roots, c.run, CASE WHEN c.coding_key IS NULL THEN 0 ELSE 1 END AS coded,
  (SELECT error FROM coding e WHERE e.report_key = r.report_key ORDER BY run DESC LIMIT 1) AS error,
  ifnull((SELECT n FROM event_count_report e WHERE e.report_key = r.report_key), 0) AS events,
  (SELECT count(*) FROM sighting s WHERE s.report_key = r.report_key) AS sightings,
  r.notes, r.text, r.report_key, r.since, r.until
FROM report r JOIN batch b ON b.batch = r.since
LEFT JOIN member m ON m.report_key = r.report_key LEFT JOIN family f ON f.family_key = m.family_key
LEFT JOIN coding c ON c.report_key = r.report_key AND c.current;
CREATE VIEW v_reports AS SELECT * FROM v_reports_history WHERE until IS NULL;

CREATE VIEW v_withdrawn AS
SELECT r.id, r.version, r.digest, r.source, r.published, r.ended, r.why, s.at AS recorded, u.at AS ended_at
FROM report r JOIN batch s ON s.batch = r.since JOIN batch u ON u.batch = r.until;

CREATE VIEW v_events_history AS
SELECT r.id || '/' || e.id AS id, r.id AS report, e.type, e.mode, e.status, e.main, e.background, e.factuality, e.day AS start,
  e.end, e.actors, e.recipients, e.place, e.admin1, e.country, e.lat, e.lon, e.radius_km, e.precision, e.contexts, e.content,
  e.cameo, e.quad, e.goldstein, e.acled, e.acled_sub, e.said_by, e.quantities, e.killed_low, e.killed_high, e.injured_low,
  e.injured_high, e.source, r.published, r.url, f.id AS family, ifnull(f.roots, 1) AS roots, e.confidence, e.rule, e.words,
  e.spans, e.judged, c.run, e.event_key, e.report_key, e.since, e.until
FROM event e JOIN report r ON r.report_key = e.report_key JOIN coding c ON c.coding_key = e.coding_key
LEFT JOIN member m ON m.report_key = e.report_key LEFT JOIN family f ON f.family_key = m.family_key;
CREATE VIEW v_events AS SELECT * FROM v_events_history WHERE until IS NULL;

CREATE VIEW v_actors_history AS
SELECT r.id || '/' || a.id AS id, r.id AS report, a.name, a.kind, a.country, a.sector, a.sectors, a.office, a.wikidata,
  r.source, r.published, a.confidence, a.rule, a.words, a.spans, a.judged, a.actor_key, a.report_key, a.since, a.until
FROM actor a JOIN report r ON r.report_key = a.report_key;
CREATE VIEW v_actors AS SELECT * FROM v_actors_history WHERE until IS NULL;

CREATE VIEW v_places_history AS
SELECT r.id || '/' || p.id AS id, r.id AS report, p.name, p.country, p.admin1, p.lat, p.lon, p.radius_km, p.geonames, p.feature,
  p.precision, r.source, r.published, p.confidence, p.rule, p.words, p.spans, p.judged, p.place_key, p.report_key, p.since, p.until
FROM place p JOIN report r ON r.report_key = p.report_key;
CREATE VIEW v_places AS SELECT * FROM v_places_history WHERE until IS NULL;

CREATE VIEW v_statements_history AS
SELECT r.id || '/' || s.id AS id, r.id AS report, s.actors AS speaker, s.country, s.type AS act, s.kind, s.form,
  s.recipients AS addressee, s.via, s.cue, s.events, s.day AS published, s.source, r.url, f.id AS family,
  ifnull(f.roots, 1) AS roots, s.confidence, s.rule, s.words, s.spans, s.judged, s.statement_key, s.report_key, s.since, s.until
FROM statement s JOIN report r ON r.report_key = s.report_key
LEFT JOIN member m ON m.report_key = s.report_key LEFT JOIN family f ON f.family_key = m.family_key;
CREATE VIEW v_statements AS SELECT * FROM v_statements_history WHERE until IS NULL;

CREATE VIEW v_positions_history AS
SELECT r.id || '/' || p.id AS id, r.id AS report, p.actors AS actor, p.country, p.issue_id, p.issue, p.type AS stance, p.strength,
  p.hedge, p.condition, p.statements, p.day AS published, p.source, r.url, f.id AS family, ifnull(f.roots, 1) AS roots,
  p.confidence, p.rule, p.words, p.spans, p.judged, p.position_key, p.report_key, p.since, p.until
FROM position p JOIN report r ON r.report_key = p.report_key
LEFT JOIN member m ON m.report_key = p.report_key LEFT JOIN family f ON f.family_key = m.family_key;
CREATE VIEW v_positions AS SELECT * FROM v_positions_history WHERE until IS NULL;

CREATE VIEW v_commitments_history AS
SELECT r.id || '/' || c.id AS id, r.id AS report, c.actors AS donor, c.recipients AS recipient, c.country, c.type AS kind,
  c.status AS stage, c.instrument, c.amount, c.currency, c.qualifier, c.items, c.event, c.day AS published, c.source, r.url,
  f.id AS family, ifnull(f.roots, 1) AS roots, c.confidence, c.rule, c.words, c.spans, c.judged, c.commitment_key, c.report_key, c.since, c.until
FROM commitment c JOIN report r ON r.report_key = c.report_key
LEFT JOIN member m ON m.report_key = c.report_key LEFT JOIN family f ON f.family_key = m.family_key;
CREATE VIEW v_commitments AS SELECT * FROM v_commitments_history WHERE until IS NULL;

CREATE VIEW v_scheduled_history AS
SELECT r.id || '/' || s.id AS id, r.id AS report, s.name, s.type AS kind, s.status, s.day AS start, s.end, s.granularity, s.place,
  s.country, s.actors AS participants, s.event, r.published, s.source, r.url, f.id AS family, ifnull(f.roots, 1) AS roots,
  s.confidence, s.rule, s.words, s.spans, s.judged, s.scheduled_key, s.report_key, s.since, s.until
FROM scheduled s JOIN report r ON r.report_key = s.report_key
LEFT JOIN member m ON m.report_key = s.report_key LEFT JOIN family f ON f.family_key = m.family_key;
CREATE VIEW v_scheduled AS SELECT * FROM v_scheduled_history WHERE until IS NULL;

CREATE VIEW v_families AS
SELECT f.id, o.id AS original, r.id AS report, m.role, m.share, m.credit, m.root, f.roots, f.size, r.source, r.published, r.title
FROM family f JOIN member m ON m.family_key = f.family_key JOIN report r ON r.report_key = m.report_key
JOIN report o ON o.report_key = f.original;

CREATE VIEW v_runs AS
SELECT n.run, n.version, n.model, n.model_digest, n.lexicon_digest, n.gazetteer_digest, n.options, b.at AS started,
  (SELECT max(at) FROM batch WHERE batch = (SELECT max(since) FROM coding WHERE run = n.run)) AS last,
  (SELECT count(*) FROM coding c WHERE c.run = n.run) AS codings,
  (SELECT count(*) FROM coding c WHERE c.run = n.run AND c.current) AS current,
  (SELECT count(*) FROM coding c WHERE c.run = n.run AND c.error IS NOT NULL) AS failed, n.digest
FROM run n JOIN batch b ON b.batch = n.since;

CREATE VIEW v_judgements AS
SELECT j.number, j.kind, j.layer, (SELECT r.id FROM report r WHERE r.digest = j.digest ORDER BY r.report_key LIMIT 1) AS report,
  j.start, j.stop, j.field, j.value, j.was, j.other_layer,
  (SELECT r.id FROM report r WHERE r.digest = j.other_digest ORDER BY r.report_key LIMIT 1) AS other_report, j.other_start,
  j.other_stop, j.relation, j.why, j.by, b.at, u.at AS undone, j.digest, j.other_digest
FROM judgement j JOIN batch b ON b.batch = j.since LEFT JOIN batch u ON u.batch = j.until;

CREATE VIEW v_quarantine AS
SELECT q.quarantine_key AS number, q.path, q.member, q.number AS article, q.reason, q.told, q.media_type, b.at AS recorded, q.item
FROM quarantine q JOIN batch b ON b.batch = q.since WHERE q.until IS NULL;

CREATE VIEW v_incidents_history AS
SELECT i.id, i.rule, i.type, i.mode, i.title, i.status, i.day AS start, i.end, i.place, i.country, i.lat, i.lon, i.radius_km,
  i.precision, i.actors, i.recipients, i.events, i.reports, i.roots, i.voices, i.conflicts, i.confidence, i.incident_key,
  i.since, i.until
FROM incident i;
CREATE VIEW v_incidents AS SELECT * FROM v_incidents_history WHERE until IS NULL;

CREATE VIEW v_claims AS
SELECT i.id AS incident, i.rule, c.field, c.value, c.low, c.high, c.unit, c.state, c.chosen, c.by, c.roots, c.reports, c.said_by,
  c.told, c.spans, c.claim_key, c.incident_key
FROM claim c JOIN incident i ON i.incident_key = c.incident_key WHERE i.until IS NULL;

CREATE VIEW v_acts AS
SELECT a.act, a.kind, a.by, b.at, a.live, n.layer, (SELECT r.id FROM report r WHERE r.digest = n.digest ORDER BY r.report_key LIMIT 1) AS report,
  n.start, n.stop, a.reason, a.note, a.details, (SELECT count(*) FROM act_record m WHERE m.act = a.act) AS records,
  (SELECT u.at FROM act_undone d JOIN batch u ON u.batch = d.since WHERE d.act = a.act AND d.until IS NULL) AS undone, n.digest
FROM act a JOIN batch b ON b.batch = a.since JOIN act_record n ON n.act = a.act;
