def repaired(p):
    return p
