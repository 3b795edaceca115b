"""What helps people to write entries: schemas and snippets for their editors, and the one writer of front matter."""
