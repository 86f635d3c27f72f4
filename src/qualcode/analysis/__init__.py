"""From codings and profiles to tables: plain functions over values, nothing is read or written here."""
