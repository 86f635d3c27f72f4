"""One module a file format, each with `read`; it and its library are imported when a file needs them."""
