"""Builds meet with every accident that a machine knows, and what they leave behind is counted."""
