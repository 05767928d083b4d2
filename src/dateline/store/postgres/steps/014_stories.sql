-- Which reports are about one happening by a rule: what a new report is joined to is looked up, and not all found anew.

CREATE TABLE story (                    -- reports of stories that have several; any other is a story of its own
  rule TEXT COLLATE "C" NOT NULL,
  report_key BIGINT NOT NULL REFERENCES report (report_key),
  story BIGINT NOT NULL,               -- the report that came first of it
  PRIMARY KEY (rule, report_key)
);
CREATE INDEX story_reports ON story (rule, story);
DELETE FROM joined;                     -- all incidents are made anew
