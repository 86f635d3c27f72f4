"""What the database knows about the study itself: short facts by name."""

from qualcode.store.connection import Database


class Meta(Database):
    """Facts about the study by key."""

    def identity(self) -> str:
        """32 hex digits, given once at random: the same wherever the study's folder is moved or copied."""
        return self.fact("study")

    def fact(self, key: str) -> str:
        """What is stored under `key`, "" where nothing is."""
        return "".join(value for (value,) in self._rows("SELECT value FROM meta WHERE key = ?", key))

    def put_fact(self, key: str, value: str) -> None:
        """Stores `value` under `key` in the place of what was there."""
        self._write("INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
