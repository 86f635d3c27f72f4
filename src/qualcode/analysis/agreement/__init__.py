"""How far coders agree: which units all of them were given, what each put there, and coefficients of agreement."""
