"""The library becomes jobs: every output with its address and a frozen view of all that it shows."""
