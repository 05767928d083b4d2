"""The layout of the gazetteer's file, shared by the script that writes it and the reader. Standard library alone."""

FORMAT = 2
"""Raise it with every change of the schema or of what a column means: the reader refuses any other."""

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE admin (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,          -- site, town, district, province, country, region, water
    feature TEXT NOT NULL,       -- GeoNames feature code
    country TEXT,                -- ISO 3166-1 alpha-3
    admin1 INTEGER REFERENCES admin (id),
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    population INTEGER NOT NULL, -- for hand-made places a weight on the same scale
    radius_km REAL NOT NULL,
    geonames INTEGER,
    fame REAL NOT NULL           -- log weight on top of what the population says: capitals, seats of diplomacy and war
);
CREATE TABLE name (
    key TEXT NOT NULL,           -- keys.key() of the name
    place INTEGER NOT NULL REFERENCES place (id),
    form INTEGER NOT NULL,       -- 0 usual name, 1 alternate name, 2 only with a class word ("X county")
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;
"""

CLASS_WORDS = (
    "oblast|province|governorate|region|krai|republic|department|county|district|prefecture|raion|rayon|municipality|"
    "state|territory|division|canton|commune|parish|autonomous region|autonomous republic|metropolitan city|"
    "voivodeship|subdistrict|regency|borough|census area|city|commissariat|emirate"
)
"""Words that name the class of an administrative unit after its name, joined for a regular expression."""

STATE_FIPS = {
    "AL": "01", "AK": "02", "AZ": "04", "AR": "05", "CA": "06", "CO": "08", "CT": "09", "DE": "10", "DC": "11",
    "FL": "12", "GA": "13", "HI": "15", "ID": "16", "IL": "17", "IN": "18", "IA": "19", "KS": "20", "KY": "21",
    "LA": "22", "ME": "23", "MD": "24", "MA": "25", "MI": "26", "MN": "27", "MS": "28", "MO": "29", "MT": "30",
    "NE": "31", "NV": "32", "NH": "33", "NJ": "34", "NM": "35", "NY": "36", "NC": "37", "ND": "38", "OH": "39",
    "OK": "40", "OR": "41", "PA": "42", "RI": "44", "SC": "45", "SD": "46", "TN": "47", "TX": "48", "UT": "49",
    "VT": "50", "VA": "51", "WA": "53", "WV": "54", "WI": "55", "WY": "56",
}  # fmt: skip
"""FIPS numbers of the states of the US by postal code."""
