"""A release goes to its host: only what changed, in an order in which no visitor meets half a site."""
