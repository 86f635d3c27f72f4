"""Survey exports: one row an interview, one column a question."""
