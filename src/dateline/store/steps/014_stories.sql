-- Which reports are about one happening by a rule: what a new report is joined to is looked up, and not all found anew.

CREATE TABLE story (                    -- reports of stories that have several; any other is a story of its own
  rule TEXT NOT NULL,
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  story INTEGER NOT NULL,               -- the report that came first of it
  PRIMARY KEY (rule, report_key)
) WITHOUT ROWID;
CREATE INDEX story_reports ON story (rule, story);
DELETE FROM joined;                     -- all incidents are made anew
