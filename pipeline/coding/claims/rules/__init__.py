"""When each rule of `status.py` applies, a module per theme."""
