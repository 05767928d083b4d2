-- Families: reports that are one text. Who is whose copy follows from the pairs alone, so that the order in which reports
-- came does not matter.

CREATE TABLE band (                     -- keys under which reports of like words meet: MinHash, see dateline.families
  hash INTEGER NOT NULL,
  report_key INTEGER NOT NULL REFERENCES report (report_key),
  PRIMARY KEY (hash, report_key)
) WITHOUT ROWID;

CREATE TABLE setting (                  -- what the file was made with
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE kin (                      -- what families need to know of a report
  report_key INTEGER PRIMARY KEY REFERENCES report (report_key),
  told TEXT NOT NULL,                   -- when it was published, '' for unknown
  words INTEGER NOT NULL,
  publisher TEXT NOT NULL,              -- the outlet, else the source's name, else the report
  whole TEXT NOT NULL,                  -- JSON: outlets whose text it is
  part TEXT NOT NULL,                   -- JSON: outlets that helped
  cites TEXT NOT NULL                   -- JSON: outlets that its lead cites
);

CREATE TABLE pair (                     -- two reports that share their words
  a INTEGER NOT NULL REFERENCES report (report_key),
  b INTEGER NOT NULL REFERENCES report (report_key),
  share REAL NOT NULL,                  -- part of the shorter text's five-word runs that stand in the other
  PRIMARY KEY (a, b),
  CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX pair_b ON pair (b);

CREATE TABLE family (
  family_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  original INTEGER NOT NULL REFERENCES report (report_key),
  size INTEGER NOT NULL,
  roots INTEGER NOT NULL
);
CREATE INDEX family_size ON family (size);
CREATE INDEX family_roots ON family (roots);
CREATE INDEX family_original ON family (original);

CREATE TABLE member (
  report_key INTEGER PRIMARY KEY REFERENCES report (report_key),
  family_key INTEGER NOT NULL REFERENCES family (family_key),
  role TEXT NOT NULL CHECK (role IN ('original', 'copy', 'shortened', 'rewritten', 'cites')),
  share REAL NOT NULL,
  credit TEXT,                          -- the agency or outlet that it credits, as the table of outlets names it
  root TEXT NOT NULL                    -- the outlet, agency or report that speaks
);
CREATE INDEX member_family ON member (family_key);
CREATE INDEX member_root ON member (root);
