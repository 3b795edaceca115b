"""One command of `python build.py` in each file."""
