"""The kinds become forms: the configuration of the editor in the browser that stands at /admin/."""
