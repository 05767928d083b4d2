"""An act at several places is one for each; an address is one place."""

import pytest

from dateline.model.coding import Coding


def places(coding: Coding) -> list[str | None]:
    names = {p.id: p.name for p in coding.places or ()}
    return [names.get(e.place or "") for e in coding.events or () if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Soldiers shelled Arbin and Jobar.", ["Arbin", "Jobar"], id="two towns"),
        pytest.param("The army shelled Izium, Kharkiv Oblast, Ukraine.", ["Izyum"], id="address"),
        pytest.param(
            "Gunmen kill at least twelve guards in Oke-Ode, Kwara State, Nigeria.",
            ["Oke-Ode"],
            id="address of a village",
        ),
        pytest.param(
            "Drones struck Fastiv, Kyiv Oblast, and Izium, Kharkiv Oblast, on Monday.",
            ["Fastiv", "Izyum"],
            id="addresses",
        ),
        pytest.param("A gunman shot two people in Golders Green, London.", ["Golders Green"], id="part of a town"),
    ],
)
def test_one_event_for_each_place(code, text, expected):
    assert places(code(text)) == expected
