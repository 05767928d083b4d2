"""Which function reads what a pattern finds: the names that patterns.toml uses."""

from collections.abc import Mapping

from dateline.stages.times.phrases import clock, dates, named, picked, seasons, spans, units
from dateline.stages.times.phrases.patterns import Reader

READERS: Mapping[str, Reader] = {
    "ago": units.read_ago,
    "bare": units.read_bare,
    "bc-range": dates.read_bc_range,
    "century": dates.read_century,
    "clock": clock.read_clock,
    "cycle": spans.read_cycle,
    "day": dates.read_day,
    "day-alone": dates.read_month_day_alone,
    "day-list": picked.read_day_list,
    "day-range": dates.read_day_range,
    "decade": dates.read_decade,
    "duration": spans.read_duration,
    "fixed": clock.read_fixed,
    "half": seasons.read_half,
    "iso": dates.read_iso,
    "lasting": spans.read_lasting,
    "month": dates.read_month,
    "nth-weekday": picked.read_nth_weekday,
    "part": clock.read_part,
    "quarter": seasons.read_quarter,
    "rate": spans.read_rate,
    "ref": named.read_ref,
    "season": seasons.read_season,
    "slash": dates.read_slash,
    "span": spans.read_span,
    "spelled-year": dates.read_spelled_year,
    "step": units.read_step,
    "this-quarter": seasons.read_this_quarter,
    "two-durations": spans.read_two_durations,
    "week-of": picked.read_week_of,
    "week-of-month": dates.read_week_of_month,
    "weekday": dates.read_weekday,
    "weekday-pair": dates.read_weekday_pair,
    "weekdays": spans.read_weekdays,
    "within": picked.read_within,
    "year": dates.read_year,
    "year-end": units.read_year_end,
    "year-range": dates.read_year_range,
}
