#!/bin/sh
# Opens qualcode in this study's folder.
cd "$(dirname "$0")" || exit 1
[ -f .venv/bin/activate ] && . .venv/bin/activate
qualcode || echo "If qualcode was not found, install it first. See its README."
exec "${SHELL:-/bin/sh}"
