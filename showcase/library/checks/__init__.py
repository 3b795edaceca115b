"""Checks of language and style: what the texts of one entry owe each other, the glossary and the house."""
