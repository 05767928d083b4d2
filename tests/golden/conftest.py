"""The mark of tests that code the whole gold set: ``-m "not floors"`` leaves them out."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "floors: codes the whole gold set with the default coder (tens of seconds)")
