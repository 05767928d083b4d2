"""The desk's modules that draw nothing, in the browser that runs them."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Open = Callable[..., Any]
RARE = "A 🕊️ over Ōdesa; 𐍈𐌰𐍂 and 𓀀 wrote. 👩‍👩‍👧 fled."


@pytest.fixture(scope="module")
def run(browser: Any, desk: str) -> Any:
    """Return what runs a script with the modules of the desk: `run("points.js", "m => m.words(…)", argument)`."""
    page = browser.new_page()
    page.goto(f"{desk}/static/strings.json")

    def ran(module: str, script: str, argument: Any = None) -> Any:
        loaded = f"async given => {{ const m = await import('/static/{module}'); return ({script})(m, given); }}"
        return page.evaluate(loaded, argument)

    yield ran
    page.close()


def test_the_number_of_a_country_lies_beside_the_marks_in_its_middle(run: Any) -> None:
    script = "(m, marks) => m.freed([100, 100], marks, { x: 0, y: 0 })"
    assert run("map/draw.js", script, []) == [100, 112]
    assert run("map/draw.js", script, [{"x": 100, "y": 112, "radius": 9}]) != [100, 112]


@pytest.mark.parametrize("word", ["Ōdesa", "𐍈𐌰𐍂", "𓀀", "👩‍👩‍👧", "fled", "A", "🕊️"])
def test_a_span_of_code_points_cuts_the_same_words_in_the_browser(run: Any, word: str) -> None:
    start = RARE.index(word)
    found = run("points.js", "(m, [text, span]) => m.words(text, span)", [RARE, [start, start + len(word)]])
    assert found == word


def test_positions_lead_there_and_back(run: Any) -> None:
    script = "(m, text) => { const p = m.positions(text); return [...text].map((_, n) => p.point(p.unit(n))); }"
    assert run("points.js", script, RARE) == list(range(len(RARE)))


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("?type=AID&type=ASSAULT&sel=r-1/e2", "sel=r-1/e2&type=AID&type=ASSAULT"),
        ("?to=2024-03-31&from=2024-03-01&v=7", "from=2024-03-01&to=2024-03-31&v=7"),
        ("?actor=&place=", ""),
        ("?text=a%26b%3Dc%20%F0%9F%95%8A", "text=a%26b%3Dc+%F0%9F%95%8A"),
    ],
)
def test_one_view_has_one_address(run: Any, query: str, written: str) -> None:
    script = "(m, query) => m.writeState(m.readState(query, ['type']))"
    assert run("address.js", script, query) == written


def test_a_selection_tells_all_and_looking_does_not_choose(run: Any) -> None:
    script = """m => { const s = new m.Selection(), told = []; s.listen(x => told.push([x.chosen, x.seen]));
      s.see("a"); s.choose("b"); s.choose("b"); s.see(null); return told; }"""
    assert run("selection.js", script) == [[None, "a"], ["b", "a"], ["b", None]]


def test_no_two_marks_of_a_swarm_touch(run: Any) -> None:
    script = """m => { const marks = Array.from({length: 800}, (_, n) => ({x0: n * 37 % 500, x1: n * 37 % 500 + 10 + n % 7}));
      const { lanes, count } = m.spread(marks, 1); let touching = 0;
      for (let a = 0; a < marks.length; a += 1) for (let b = a + 1; b < marks.length; b += 1)
        if (lanes[a] === lanes[b] && marks[a].x0 < marks[b].x1 + 1 && marks[b].x0 < marks[a].x1 + 1) touching += 1;
      return [touching, Math.min(...lanes) < 0, new Set(lanes).size === count]; }"""
    assert run("swarm.js", script) == [0, True, True]


def test_clusters_hold_every_mark_once_and_lie_apart(run: Any) -> None:
    script = """m => { const marks = Array.from({length: 600}, (_, n) => ({x: n * 53 % 400, y: n * 97 % 300, n}));
      const found = m.gather(marks, 20); const all = found.flatMap(c => c.marks.map(x => x.n));
      return [all.length, new Set(all).size, found.length < 600, found.every(c => c.marks.every(x => Math.hypot(x.x - c.x, x.y - c.y) <= 20))]; }"""
    assert run("clusters.js", script) == [600, 600, True, True]


def test_a_spot_that_stands_for_many_weighs_as_many(run: Any) -> None:
    script = """async m => { const { fromBins } = await import("/static/marks.js");
      const columns = ["lat", "lon", "radius_km", "precision", "place", "country", "n", "types"];
      const bins = fromBins(columns, [[46.5, 30.7, 5, "town", "Odesa", "UKR", 40, [["ASSAULT", 30], ["AID", 10]]], [46.51, 30.71, 5, "town", "Port", "UKR", 2, [["AID", 2]]],
        [16.3, -0.04, 5, "town", "Gao", "MLI", 7, [["AID", 7]]]]);
      const found = new m.Layers(bins).clusters(4), [near, far] = found;
      return [found.map(c => c.n), near.radius > far.radius, bins[0].type, bins[0].title, m.shares(bins)]; }"""
    shares = [["material-cooperation", 19], ["material-conflict", 30]]
    weights, larger, kind, title, found = run("map/layers.js", script)
    assert (weights, larger, kind, title) == ([42, 7], True, "ASSAULT", "Odesa · 40 events")
    assert sorted(found) == sorted(shares)


@pytest.mark.parametrize(("lat", "km"), [(0, 20), (46.5, 120), (60, 600), (-33, 1500)])
def test_a_circle_is_as_wide_as_its_kilometres(run: Any, lat: float, km: float) -> None:
    script = """async (m, [lat, km]) => {
      const { geoDistance } = await import("/static/vendor/d3-geo.js");
      const path = m.circle(lat, 30, km), canvas = new OffscreenCanvas(1024, 1024).getContext("2d");
      const inside = (la, lo) => canvas.isPointInPath(path, ...m.spot(la, lo));
      let reach = 0; while (inside(lat + reach, 30)) reach += 0.01;
      return geoDistance([30, lat], [30, lat + reach]) * 6371.0088; }"""
    assert run("map/atlas.js", script, [lat, km]) == pytest.approx(km, rel=0.05)


@pytest.mark.parametrize(
    ("place", "drawn"),
    [
        ({"precision": "town", "lat": 46.5, "lon": 30.7, "radius_km": 12, "country": "UKR"}, "point"),
        ({"precision": "province", "lat": 46.5, "lon": 30.7, "radius_km": 120, "country": "UKR"}, "area"),
        ({"precision": "country", "lat": 49.0, "lon": 32.0, "radius_km": 600, "country": "UKR"}, "country"),
        ({"precision": "town", "lat": None, "lon": None, "radius_km": None, "country": "UKR"}, "country"),
        ({"precision": "town", "lat": None, "lon": None, "radius_km": None, "country": None}, None),
    ],
)
def test_only_a_spot_is_drawn_as_a_point(run: Any, place: dict[str, Any], drawn: str | None) -> None:
    assert run("map/layers.js", "(m, place) => m.drawnAs(place)", place) == drawn


def test_the_hatch_of_a_country_follows_the_gazetteer_and_disputed_borders_are_apart(run: Any) -> None:
    script = """async m => { const atlas = await m.fetchAtlas(true), canvas = new OffscreenCanvas(1024, 1024).getContext("2d");
      const inside = (path, la, lo) => canvas.isPointInPath(path, ...m.spot(la, lo)), { path } = atlas.country("UKR");
      canvas.lineWidth = 0.4; const on = (p, la, lo) => canvas.isPointInStroke(p, ...m.spot(la, lo));
      return [inside(path, 45.2, 34.0), inside(atlas.country("RUS").path, 45.2, 34.0), inside(path, 50.4, 30.5), atlas.country("XKX").name,
        atlas.names.length > 150]; }"""
    assert run("map/atlas.js", script) == [True, False, True, "Kosovo", True]


@pytest.mark.parametrize(
    ("record", "said", "soft"),
    [
        ({"start": "2024-03-14", "end": "2024-03-14"}, "14 March 2024", False),
        ({"start": "2024-03-14", "end": "2024-03-16"}, "14–16 March 2024", False),
        ({"start": "2024-03-01", "end": "2024-03-31"}, "March 2024", True),
        ({"start": "2024-01-01", "end": "2024-12-31"}, "2024", True),
        ({"start": None, "end": None}, "", False),
        ({"start": "2024-03-11", "end": "2024-03-17", "granularity": "week"}, "11–17 March 2024", True),
    ],
)
def test_days_are_said_as_exactly_as_they_are_known(run: Any, record: dict[str, Any], said: str, *, soft: bool) -> None:
    script = "(m, record) => [m.sayDays(record), m.isSoft(record)]"
    assert run("days.js", script, record) == [said, soft]


def test_keys_can_be_given_to_other_actions_and_none_is_lost(run: Any) -> None:
    script = """m => { const kept = new Map(), store = {getItem: k => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: k => kept.delete(k)};
      const keys = new m.Keys(store); keys.add("a", "accept", () => {}).add("x", "reject", () => {}); keys.remap("accept", "x");
      return [keys.keyOf("accept"), keys.keyOf("reject"), new m.Keys(store).own]; }"""
    assert run("keys.js", script) == ["x", "a", {"reject": "a", "accept": "x"}]
