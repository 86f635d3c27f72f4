"""What was signed off: frozen under a name, never changed afterwards."""

from collections.abc import Mapping

from qualcode.store.connection import Database
from qualcode.store.log import now


class SignOffs(Database):
    """The signed-off states of a study."""

    def put_sign_off(self, name: str, coder: str, content: str) -> None:
        """Keeps a state under a name that is not taken."""
        self._write(
            "INSERT INTO sign_offs (name, time, coder, content) VALUES (?, ?, ?, ?)", name, now(), coder, content
        )

    def sign_offs(self) -> Mapping[str, str]:
        """Name to content, the earliest first."""
        return dict(self._rows("SELECT name, content FROM sign_offs ORDER BY number"))
