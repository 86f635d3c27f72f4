"""What qualcode does, as functions that return values: import, code, tabulate, export. Faces render them."""
