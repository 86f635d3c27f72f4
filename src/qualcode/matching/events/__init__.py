"""Who did what to whom: events read from parsed sentences."""
