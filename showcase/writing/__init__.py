"""Artifacts become the published folder."""
