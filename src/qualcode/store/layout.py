"""The statements that make study.db, a tuple for each migration. What is released here is never edited."""

INTERVIEWS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE respondents (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, attributes TEXT NOT NULL, consent TEXT NOT NULL, label TEXT NOT NULL,
        files TEXT NOT NULL, speaker TEXT NOT NULL
    )""",
    "CREATE TABLE transcripts (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, hold TEXT)",
    """CREATE TABLE revisions (
        transcript TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL, text TEXT NOT NULL, source TEXT NOT NULL, content_hash TEXT NOT NULL,
        language TEXT NOT NULL, date TEXT NOT NULL, round TEXT NOT NULL, header TEXT NOT NULL,
        sentence_rules TEXT NOT NULL,
        PRIMARY KEY (transcript, revision)
    )""",
    """CREATE TABLE turns (
        transcript TEXT NOT NULL, revision INTEGER NOT NULL, number INTEGER NOT NULL,
        speaker TEXT NOT NULL, role TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        paragraph INTEGER, page INTEGER, "row" INTEGER, time REAL, respondent TEXT, question INTEGER,
        PRIMARY KEY (transcript, revision, number),
        FOREIGN KEY (transcript, revision) REFERENCES revisions (transcript, revision) ON DELETE CASCADE
    )""",
    """CREATE TABLE segments (
        transcript TEXT NOT NULL, revision INTEGER NOT NULL, number INTEGER NOT NULL, turn INTEGER NOT NULL,
        start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        PRIMARY KEY (transcript, revision, number),
        FOREIGN KEY (transcript, revision, turn) REFERENCES turns (transcript, revision, number) ON DELETE CASCADE
    )""",
    "CREATE INDEX segments_of_turn ON segments (transcript, revision, turn)",
    """CREATE TABLE speaker_choices (
        transcript TEXT NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
        label TEXT NOT NULL, role TEXT NOT NULL,
        PRIMARY KEY (transcript, label)
    )""",
    """CREATE VIEW latest_revisions AS
        SELECT r.* FROM revisions r JOIN transcripts t ON t.id = r.transcript AND t.revision = r.revision""",
    """CREATE VIEW latest_turns AS
        SELECT n.* FROM turns n JOIN transcripts t ON t.id = n.transcript AND t.revision = n.revision""",
    """CREATE TRIGGER text_never_changes BEFORE UPDATE OF transcript, revision, text ON revisions
        BEGIN SELECT RAISE(ABORT, 'the text of a revision never changes'); END""",
    """CREATE TRIGGER turns_never_move BEFORE UPDATE OF transcript, revision, number, start, "end" ON turns
        BEGIN SELECT RAISE(ABORT, 'the turns of a revision never move'); END""",
    """CREATE TRIGGER segments_never_change BEFORE UPDATE ON segments
        BEGIN SELECT RAISE(ABORT, 'the segments of a revision never change'); END""",
)

CODINGS = (
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL,
        codebook_name TEXT NOT NULL, codebook_version TEXT NOT NULL, codebook_hash TEXT NOT NULL,
        engine TEXT NOT NULL, model TEXT NOT NULL, transcripts INTEGER NOT NULL, codings INTEGER NOT NULL
    )""",
    """CREATE TABLE codings (
        id INTEGER PRIMARY KEY, run INTEGER REFERENCES runs (id),
        transcript TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, turn INTEGER NOT NULL,
        first_segment INTEGER NOT NULL, last_segment INTEGER NOT NULL,
        theme TEXT NOT NULL, code TEXT NOT NULL, rule TEXT NOT NULL, matched TEXT NOT NULL, evidence TEXT NOT NULL,
        revision INTEGER NOT NULL, agent TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL, via TEXT NOT NULL,
        assertion TEXT NOT NULL, polarity TEXT NOT NULL, modality TEXT NOT NULL, source TEXT NOT NULL,
        experiencer TEXT NOT NULL, place TEXT NOT NULL, period TEXT NOT NULL, method TEXT NOT NULL,
        coder TEXT NOT NULL, status TEXT NOT NULL, memo TEXT NOT NULL,
        FOREIGN KEY (transcript, revision, turn) REFERENCES turns (transcript, revision, number) ON DELETE CASCADE,
        FOREIGN KEY (transcript, revision, first_segment) REFERENCES segments (transcript, revision, number)
            ON DELETE CASCADE,
        FOREIGN KEY (transcript, revision, last_segment) REFERENCES segments (transcript, revision, number)
            ON DELETE CASCADE
    )""",
    """CREATE INDEX codings_in_order ON codings (transcript, start, "end", code, rule, method, coder)""",
    "CREATE INDEX codings_of_turn ON codings (transcript, revision, turn)",
    "CREATE INDEX codings_of_passage ON codings (transcript, revision, first_segment, last_segment, code)",
    "CREATE INDEX codings_of_last_segment ON codings (transcript, revision, last_segment)",
    "CREATE INDEX codings_of_run ON codings (run)",
)

LOG = (
    """CREATE TABLE log (
        number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, action TEXT NOT NULL, details TEXT NOT NULL
    )""",
    """CREATE TRIGGER log_keeps_words BEFORE UPDATE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
    """CREATE TRIGGER log_keeps_entries BEFORE DELETE ON log
        BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
    # INSERT OR REPLACE would put an entry in the place of another without a DELETE that a trigger sees.
    """CREATE TRIGGER log_keeps_places BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE number = NEW.number)
        BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END""",
)

INCREMENTAL = (
    "ALTER TABLE codings ADD COLUMN spans TEXT NOT NULL DEFAULT '[]'",
    # A run writes a hundred thousand rows: only what it and the foreign keys look rows up by keeps an index. The lists
    # of one transcript are short, so that its index serves every order and every foreign key.
    "DROP INDEX codings_in_order",
    "DROP INDEX codings_of_turn",
    "DROP INDEX codings_of_passage",
    "DROP INDEX codings_of_last_segment",
    "DROP INDEX codings_of_run",
    "CREATE INDEX codings_of_transcript ON codings (transcript)",
    "CREATE INDEX codings_of_code ON codings (code) WHERE method = 'rule'",
    "CREATE TABLE coded_codes (code TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE coded_transcripts (
        transcript TEXT PRIMARY KEY REFERENCES transcripts (id) ON DELETE CASCADE, fingerprint TEXT NOT NULL
    ) WITHOUT ROWID""",
)

IDENTITY = ("INSERT INTO meta VALUES ('study', lower(hex(randomblob(16))))",)

RELEASES = (
    """CREATE TABLE releases (
        number INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, file TEXT NOT NULL, counts TEXT NOT NULL
    )""",
)

SUMMARIES = (
    """CREATE TABLE summaries (
        respondent TEXT NOT NULL, theme TEXT NOT NULL, text TEXT NOT NULL, fingerprint TEXT NOT NULL,
        time TEXT NOT NULL, PRIMARY KEY (respondent, theme)
    ) WITHOUT ROWID""",
)

PICKS = (
    """CREATE TABLE picks (
        number INTEGER PRIMARY KEY AUTOINCREMENT, segment TEXT NOT NULL, respondent TEXT NOT NULL, words TEXT NOT NULL,
        label TEXT NOT NULL, verbatim TEXT NOT NULL, section TEXT NOT NULL, code TEXT NOT NULL, memo TEXT NOT NULL,
        time TEXT NOT NULL, UNIQUE (segment, section)
    )""",
)

DECISIONS_KEEP_WORDS = """CREATE TRIGGER decisions_keep_words BEFORE UPDATE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END"""

DECISIONS = (
    """CREATE TABLE decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, transcript TEXT NOT NULL,
        coder TEXT NOT NULL, content TEXT NOT NULL
    )""",
    "CREATE INDEX decisions_of_transcript ON decisions (transcript)",
    "CREATE INDEX decisions_of_coder ON decisions (coder, number)",
    DECISIONS_KEEP_WORDS,
    """CREATE TRIGGER decisions_keep_entries BEFORE DELETE ON decisions
        BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END""",
    """CREATE TRIGGER decisions_keep_places BEFORE INSERT ON decisions
        WHEN EXISTS (SELECT 1 FROM decisions WHERE number = NEW.number)
        BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END""",
)

SIGN_OFFS = (
    """CREATE TABLE sign_offs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, time TEXT NOT NULL, coder TEXT NOT NULL,
        content TEXT NOT NULL
    )""",
)

GIVEN = (
    """CREATE TABLE given (
        number INTEGER PRIMARY KEY AUTOINCREMENT, coder TEXT NOT NULL, transcript TEXT NOT NULL,
        revision INTEGER NOT NULL, segment INTEGER NOT NULL, time TEXT NOT NULL,
        UNIQUE (coder, transcript, revision, segment)
    )""",
    """CREATE TRIGGER given_never_changes BEFORE UPDATE ON given
        BEGIN SELECT RAISE(ABORT, 'what was given is only ever added to'); END""",
)
