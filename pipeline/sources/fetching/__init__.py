"""Fetch the published texts: politely, safely, and without losing what was.

Scrapy is imported by the modules that need it only, and they by `run` only.
"""
