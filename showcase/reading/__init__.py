"""Turns source files into documents."""
