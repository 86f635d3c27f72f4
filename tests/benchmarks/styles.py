"""How clauses begin, are joined and end, in the speech of key informants and of refugees and migrants."""

INFORMANT = {
    "official_front": """
        as far as I know, | in my view | I would say that | from what we see, | to be honest, | on the one hand
        in {town} | according to colleagues in {town}, | what we observe is that | it is said that | reportedly
        {period} | our impression is that | as I mentioned, | the problem is that | I think that | officially
        we heard from {movers} that
    """,
    "official_link": """
        and | while | because | although | which means that | but | so that | whereas | and at the same time
        since | and as a consequence | unless {officials} react and | even though | and, what is more,
        , while on paper
    """,
    "official_tail": """
        , at least on paper | , as the report of {month} says | , and I can confirm that
        , but this is anecdotal | , which nobody expected | , especially in {town} | , if you ask me
        , not only in {town} | , compared with {country} | , as elsewhere in {country}
        , and that worries {organisations} | , to give you one example
    """,
}

MIGRANT = {
    "talk_front": """
        so | then | and then | but | you know, | I think | maybe | after that | first | {when} | {when}
        in {town} | they said that | people say that | my friend told me that | I heard that | to be honest,
        honestly | because | when we were in {place}, | thanks to God | he told us that | before {when}
        the problem was that | when {weather},
    """,
    "talk_link": """
        and | and | and | but | because | so | then | and then | when | , and after {how_long} | until
        and also | but still | , so | while | if | as | although | , you know, and | or
    """,
    "talk_tail": """
        , you know | , I swear | , {how_long} | and nothing else | like this | , thanks to God | , no more
        , that was {opinion} | , in {place} | together with {friend} | , {when} | , all of us
        , I remember this well | , sorry | , believe me | for {how_long} | because of {kin} | , {number} of us
        , this I saw myself | , this I only heard | , can you imagine
    """,
}
