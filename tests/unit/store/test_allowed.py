"""Filters that ask for what no record can have are slips, and the answer says what was meant."""

import pytest

from dateline.errors import UsageError
from dateline.store.asking.allowed import check_values
from dateline.store.asking.filters import Filters


@pytest.mark.parametrize(
    ("layer", "filters", "told"),
    [
        ("events", Filters(type=("ASSAULTS",)), "'ASSAULTS' is no type of events; write ASSAULT"),
        ("incidents", Filters(type=("assault",)), "'assault' is no type of incidents; write ASSAULT"),
        ("reports", Filters(mode=("tanks",)), "'tanks' is no mode of reports; there are visit, third-party"),
        ("events", Filters(status=("occured",)), "write occurred"),
        ("statements", Filters(type=("ASSAULT",)), "'ASSAULT' is no type of statements; there are assert, support"),
        ("positions", Filters(type=("pro",)), "there are for, against, conditional, neutral"),
        ("commitments", Filters(status=("deliver",)), "write delivered"),
        ("scheduled", Filters(status=("moves",)), "write moved"),
        ("events", Filters(country=("UKR", "Mali")), "'Mali' is no code of a country; write MLI"),
        ("events", Filters(country=("ukr",)), "'ukr' is no code of a country; write UKR"),
        ("places", Filters(country=("Nowhere",)), "write the three letters of ISO 3166, such as MLI"),
    ],
)
def test_a_value_that_no_record_can_have_is_wrong_usage(layer: str, filters: Filters, told: str) -> None:
    with pytest.raises(UsageError) as fault:
        check_values(layer, filters)
    assert told in str(fault.value)


def test_values_that_records_have_pass() -> None:
    filters = Filters(type=("ASSAULT", "AID"), mode=("drone",), status=("denied",), country=("XKX", "ZZZ"))
    assert check_values("events", filters) is filters
