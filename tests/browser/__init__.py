"""What visitors do, in a real browser."""
