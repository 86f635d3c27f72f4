"""Nouns for what goes on, and for what has a content."""

ACTIVITY_ENDINGS = tuple("ing tion sion ment ence ance ity ism ure back age ship ness".split())
ACTIVITIES = frozenset(
    "abuse attack war fight theft robbery torture rape raid control help aid work support project service program "
    "programme patrol fraud threat visit strike operation route game trade flow arrival crossing push-back return "
    "check ban order curfew siege restriction eviction arrest conflict crackdown business harm travel movement beating "
    "practice system custom habit scheme procedure fear "
    "hope hunger law rule policy job peace contact search release transfer removal rescue trust faith "
    "respect joy".split()
)
"""Nouns that name something that goes on, happens and ends."""

CONTENTS = frozenset(
    "rumor rumour report story news allegation accusation claim charge complaint suggestion assertion idea belief fact "
    "lie myth fairy-tale suspicion impression".split()
)
"""Nouns with a content that a clause tells ("the claim that they took money")."""
CHANCES = frozenset("chance possibility probability likelihood risk danger".split())
"""Nouns for what may be, which a clause without "that" tells too ("a good chance they noticed us")."""
PASSED_ON = frozenset("tell say make hear give spread repeat publish write read believe".split())
"""What is done with a story itself ("the story that they told us")."""


def is_activity(noun: str) -> bool:
    """Whether the noun names something that can go on and end, unlike a car that stops."""
    one = noun if noun in ACTIVITIES else noun.removesuffix("s")
    return one in ACTIVITIES or one.endswith(ACTIVITY_ENDINGS)
