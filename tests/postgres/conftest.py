"""Tests on a PostgreSQL server of their own. scripts/postgres_tests runs them; the other tests leave them out."""

import os

collect_ignore_glob = [] if os.environ.get("DATELINE_POSTGRES") else ["test_*.py"]
