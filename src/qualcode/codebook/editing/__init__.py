"""Changes a codebook's files and keeps every word, comment and space of what is not changed.

Every function gives an `Edit`, which says what would change; only `write` changes anything.
"""

from qualcode.codebook.editing.adding import add_code, add_term
from qualcode.codebook.editing.edit import Edit, new_problems, write
from qualcode.codebook.editing.merging import merge
from qualcode.codebook.editing.moving import move
from qualcode.codebook.editing.renaming import rename
from qualcode.codebook.editing.splitting import split

__all__ = ["Edit", "add_code", "add_term", "merge", "move", "new_problems", "rename", "split", "write"]
