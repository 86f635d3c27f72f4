"""Whether it happened, and how the speaker knows: the four axes of an assertion, read from the parse."""
