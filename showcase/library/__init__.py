"""Documents become a library: every entry in every language, with its address and its relations."""
