"""The tables as pandas DataFrames: the one room that loads pandas."""
