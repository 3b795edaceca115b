"""What a site carries with it when it goes to a host: compressed twins, digests, a record of what it was made of."""
