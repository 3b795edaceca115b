"""A folder of Markdown becomes a bilingual showcase: the engine."""

__version__ = "0.1.0"
