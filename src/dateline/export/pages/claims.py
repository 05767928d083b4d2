"""A picture of an incident: what sources claim of it, field by field, over time, as SVG."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape

from dateline.incidents.model import Claim, ClaimState, Incident

_WIDTH, _LEFT, _RIGHT, _TOP, _LANE, _STEP = 900, 120, 60, 76, 30, 20
_COLOURS: Mapping[ClaimState, str] = {
    "agree": "#1b7f5c", "refine": "#2b6cb0", "conflict": "#c0392b", "superseded": "#8a8a8a", "denied": "#7b3fa0",
}  # fmt: skip
_MARKS: Mapping[ClaimState, str] = {"agree": "●", "refine": "◐", "conflict": "✕", "superseded": "○", "denied": "⊘"}
_LONGEST = 28


def draw_claims(incident: Incident, claims: Sequence[Claim]) -> str:
    """Return an SVG of the claims: time goes to the right, each field has its lane, each value its line and mark."""
    lanes = _lanes(claims)
    height = _TOP + sum(_lane_height(found) for found in lanes.values()) + 40
    times = [t for c in claims if (t := _moment(c.told))]
    body = [*_head(incident, height), *_axis(times, height)]
    y = _TOP
    for field, found in lanes.items():
        body += _lane(field, found, y, times)
        y += _lane_height(found)
    return "\n".join([*body, "</svg>", ""])


def _lanes(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    lanes: dict[str, list[Claim]] = {}
    for claim in claims:
        lanes.setdefault(claim.field, []).append(claim)
    return lanes


def _lane_height(found: Sequence[Claim]) -> int:
    return _LANE + _STEP * (len(found) - 1) + 8


def _head(incident: Incident, height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        'font-family="sans-serif" font-size="13" role="img">'
    )
    yield f"<title>{escape(incident.title)}</title>"
    yield f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>'
    sources = f"{incident.reports} reports, {incident.roots} independent sources, by {incident.rule}"
    yield f'<text x="16" y="24" font-size="16" font-weight="bold">{escape(incident.title)}</text>'
    yield f'<text x="16" y="42" fill="#555">{escape(sources)}</text>'
    for n, (state, mark) in enumerate(_MARKS.items()):
        yield f'<text x="{_WIDTH - 480 + 95 * n}" y="42" fill="{_COLOURS[state]}">{mark} {state}</text>'


def _axis(times: Sequence[datetime], height: int) -> Iterator[str]:
    foot = height - 24
    yield f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{foot}" y2="{foot}" stroke="#999"/>'
    if times:
        for moment, anchor in ((min(times), "start"), (max(times), "end")):
            x = _x(moment, times)
            yield f'<text x="{x:.0f}" y="{foot + 16}" text-anchor="{anchor}" fill="#555">{moment:%Y-%m-%d %H:%M}</text>'


def _lane(field: str, found: Sequence[Claim], y: int, times: Sequence[datetime]) -> Iterator[str]:
    yield f'<line x1="16" x2="{_WIDTH - 16}" y1="{y - 12}" y2="{y - 12}" stroke="#e4e4e4"/>'
    yield f'<text x="16" y="{y + 8}" font-weight="bold">{escape(field)}</text>'
    for n, claim in enumerate(found):
        yield from _claim(claim, y + 8 + n * _STEP, times)


def _claim(claim: Claim, y: int, times: Sequence[datetime]) -> Iterator[str]:
    x = _x(_moment(claim.told), times)
    colour = _COLOURS[claim.state]
    weight = ' font-weight="bold"' if claim.chosen else ""
    told = f"{_value(claim)} · {claim.roots} source{'' if claim.roots == 1 else 's'}"
    told += f" · taken ({claim.by})" if claim.chosen else ""
    left = x > _WIDTH * 0.6
    yield f"<g><title>{escape('; '.join(claim.reports))}</title>"
    yield f'<text x="{x:.0f}" y="{y}" text-anchor="middle" fill="{colour}">{_MARKS[claim.state]}</text>'
    at, anchor = (x - 12, "end") if left else (x + 12, "start")
    yield f'<text x="{at:.0f}" y="{y}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(told)}</text></g>'


def _value(claim: Claim) -> str:
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        return f"{claim.low:,.12g}–{claim.high:,.12g}"
    if isinstance(claim.value, float | int):
        more = "at least " if claim.low is not None and claim.high is None else ""
        return f"{more}{claim.value:,.12g}"
    line = str(claim.value or "")
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _moment(told: str | None) -> datetime | None:
    if not told:
        return None
    moment = datetime.fromisoformat(told)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _x(moment: datetime | None, times: Sequence[datetime]) -> float:
    """Return where a moment lies; what was told at no known time lies at the left edge."""
    if moment is None or not times:
        return _LEFT
    whole = (max(times) - min(times)).total_seconds()
    share = (moment - min(times)).total_seconds() / whole if whole else 0.5
    return _LEFT + 10 + share * (_WIDTH - _LEFT - _RIGHT - 20)
