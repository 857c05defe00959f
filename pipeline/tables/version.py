"""The versions that a run writes down beside its tables."""

VERSION = "0.1.0"
"""Version of the code and the wording it reads by; the same as in `pyproject.toml`."""

TABLES_VERSION = "1"
"""Version of the tables: it grows when a table or column changes its name or meaning."""
