"""Document-level facts: place, periods, dates, people."""
