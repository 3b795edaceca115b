"""Links that lead outside are looked at on demand: politely, a host at a time, and not again for a while."""
