"""When to ask again: log rows in, card states out; pure."""
