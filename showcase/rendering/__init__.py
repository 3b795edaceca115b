"""Jobs become artifacts: the theme, the templates, the pictures."""
