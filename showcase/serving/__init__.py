"""The site while it is edited: served on this machine, and brought up to date in the browser as files change."""
