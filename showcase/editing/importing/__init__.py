"""Tables and folders of other programs become entries; what is lost or guessed on the way is told."""
