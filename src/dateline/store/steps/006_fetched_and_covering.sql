-- What was fetched, in the file whose reports it gave.

CREATE TABLE visit (                    -- pages and feeds whose reports are all in the ledger
  url TEXT PRIMARY KEY,
  etag TEXT NOT NULL,                   -- what the server said of it, '' for nothing
  modified TEXT NOT NULL,
  since INTEGER NOT NULL REFERENCES batch (batch)   -- when it was last fetched
) WITHOUT ROWID;
