"""Tests on a real Ray cluster of several processes. scripts/cluster_tests runs them; the other tests leave them out."""

import os

import pytest

collect_ignore_glob = [] if os.environ.get("DATELINE_CLUSTER") else ["test_*.py"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "cluster: needs Ray, and minutes (scripts/cluster_tests)")
