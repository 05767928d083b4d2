"""The mark of sweeps over all gold and training texts, which run where they are asked for: ``-m sweep``."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "sweep: codes all gold and training texts (minutes); runs only by -m sweep")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "sweep" not in config.getoption("markexpr"):
        for item in items:
            if item.get_closest_marker("sweep"):
                item.add_marker(pytest.mark.skip(reason="a sweep runs only by -m sweep"))
