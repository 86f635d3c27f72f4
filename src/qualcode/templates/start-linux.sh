#!/bin/sh
# Opens qualcode in this study's folder.
cd "$(dirname "$0")" || exit 1
PATH="PROGRAM_FOLDER:$PATH"
qualcode || echo "If qualcode was not found, it has moved: install it again."
exec "${SHELL:-/bin/sh}"
