"""Coding on a cluster: reports in blocks go out as Arrow tables, codings come back and are kept as Parquet."""
