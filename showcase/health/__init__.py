"""What keeps the program, the settings and the repository from working well, and what to do about it."""
