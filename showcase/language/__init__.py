"""The languages of the site: text, slugs, order, formats and catalogues. The locale is always an argument."""
