"""Distances on the earth: what is known of them, at the poles and across the date line."""

import math

import pytest

from dateline.geo import KM_PER_DEGREE, distance_km, great_circle_km, point_at

LONDON, PARIS, SYDNEY = (51.5074, -0.1278), (48.8566, 2.3522), (-33.8688, 151.2093)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        (LONDON, LONDON, 0.0),
        (LONDON, PARIS, 343.6),
        (LONDON, SYDNEY, 16_993.9),
        ((0.0, 179.5), (0.0, -179.5), 111.2),
        ((90.0, 0.0), (90.0, 120.0), 0.0),
        ((90.0, 0.0), (-90.0, 0.0), 20_015.1),
        ((0.0, 0.0), (1.0, 0.0), KM_PER_DEGREE),
    ],
    ids=["the same", "near", "far", "date line", "one pole", "pole to pole", "a degree"],
)
def test_distance_is_that_of_the_great_circle(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert great_circle_km(a, b) == pytest.approx(km, abs=0.05)
    assert great_circle_km(b, a) == pytest.approx(km, abs=0.05)


def test_a_place_without_a_point_is_near_to_nothing() -> None:
    assert great_circle_km((math.nan, math.nan), LONDON) > 20_000
    assert distance_km(None, None, *LONDON) is None


@pytest.mark.parametrize("bearing", [0, 45, 90, 180, 225, -90])
@pytest.mark.parametrize("start", [LONDON, SYDNEY, (0.0, 179.9)])
def test_a_point_so_far_away_is_so_far_away(start: tuple[float, float], bearing: float) -> None:
    assert great_circle_km(start, point_at(start, 250.0, bearing)) == pytest.approx(250.0)


def test_bearings_run_from_north_over_east() -> None:
    north, east = point_at((10.0, 20.0), 30.0, 0), point_at((10.0, 20.0), 30.0, 90)
    assert north == pytest.approx((10.27, 20.0), abs=0.01)
    assert east == pytest.approx((10.0, 20.274), abs=0.01)
    assert point_at((0.0, 179.9), 30.0, 90)[1] > 180
