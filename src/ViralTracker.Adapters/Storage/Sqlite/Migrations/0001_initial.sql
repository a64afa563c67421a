-- Times are UTC text 'YYYY-MM-DD HH:MM:SS.fff'; money is integer nano-dollars; enums are snake_case text.

-- Which database this is: files beside it that hold ids of its rows name it.
CREATE TABLE store (
    store_id TEXT NOT NULL PRIMARY KEY,
    probe    BLOB -- written to see whether the disk has room
) STRICT;

INSERT INTO store (store_id) VALUES (lower(hex(randomblob(16))));

-- The accounts one posts as; several projects may share one.
CREATE TABLE accounts (
    account_id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO accounts (account_id) VALUES ('default');

CREATE TABLE projects (
    project_id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL DEFAULT 'default' REFERENCES accounts
) STRICT, WITHOUT ROWID;

CREATE TABLE posts (
    post_id         INTEGER PRIMARY KEY,
    source          TEXT    NOT NULL,
    native_id       TEXT    NOT NULL,
    posted_at       TEXT    NOT NULL,
    text            TEXT    NOT NULL,
    text_key        BLOB    NOT NULL,
    language        TEXT,
    url             TEXT,
    author_id       TEXT,
    author_handle   TEXT,
    author_name     TEXT,
    followers       INTEGER,
    verified        INTEGER,
    likes           INTEGER,
    replies         INTEGER,
    retweets        INTEGER,
    quotes          INTEGER,
    views           INTEGER,
    bookmarks       INTEGER,
    snapshot_at     TEXT    NOT NULL,
    conversation_id TEXT,
    parent_key      TEXT,   -- native id, same source
    quoted_key      TEXT,   -- native id, same source
    reply_settings  TEXT,
    sensitive       INTEGER,
    linkable        INTEGER NOT NULL,
    media           TEXT,   -- JSON array
    raw             BLOB,   -- Brotli of the source's row; last, so that reading the others does not touch it
    UNIQUE (native_id, source)
) STRICT;

CREATE INDEX posts_posted_at ON posts (posted_at);
-- An address on X holds the native id, so only the others need looking up.
CREATE INDEX posts_url ON posts (url) WHERE source <> 'x';

-- For seeing whether an author answers those who reply.
CREATE INDEX posts_conversation ON posts (conversation_id) WHERE parent_key IS NOT NULL;

CREATE TABLE post_snapshots (
    post_id   INTEGER NOT NULL REFERENCES posts,
    seen_at   TEXT    NOT NULL,
    followers INTEGER,
    likes     INTEGER,
    replies   INTEGER,
    retweets  INTEGER,
    quotes    INTEGER,
    views     INTEGER,
    bookmarks INTEGER,
    PRIMARY KEY (post_id, seen_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE found_by (
    project_id TEXT    NOT NULL REFERENCES projects,
    post_id    INTEGER NOT NULL REFERENCES posts,
    query      TEXT    NOT NULL,
    found_at   TEXT    NOT NULL,
    PRIMARY KEY (project_id, post_id, query)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    project_id   TEXT NOT NULL REFERENCES projects,
    content_hash TEXT NOT NULL,
    path         TEXT NOT NULL,
    imported_at  TEXT NOT NULL,
    PRIMARY KEY (project_id, content_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE embeddings (
    model    TEXT NOT NULL,
    text_key BLOB NOT NULL,
    vector   BLOB NOT NULL, -- little-endian float32
    PRIMARY KEY (model, text_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    run_id      INTEGER PRIMARY KEY,
    project_id  TEXT NOT NULL REFERENCES projects,
    command     TEXT NOT NULL,
    arguments   TEXT NOT NULL, -- JSON
    owner       TEXT NOT NULL,
    started_at  TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    finished_at TEXT,
    outcome     TEXT NOT NULL,
    counts      TEXT           -- JSON
) STRICT;

CREATE INDEX runs_project ON runs (project_id, run_id);
CREATE INDEX runs_running ON runs (owner) WHERE outcome = 'running';

-- Append-only: a row is a score or a skip.
CREATE TABLE assessments (
    assessment_id   INTEGER PRIMARY KEY,
    project_id      TEXT    NOT NULL REFERENCES projects,
    post_id         INTEGER NOT NULL REFERENCES posts,
    run_id          INTEGER NOT NULL REFERENCES runs,
    scorer          TEXT    NOT NULL,
    config_hash     TEXT    NOT NULL,
    snapshot_at     TEXT    NOT NULL,
    as_of           TEXT    NOT NULL,
    total           REAL,
    label           TEXT,
    topic           TEXT,
    why             TEXT,
    components      TEXT,   -- JSON, each 0..1
    inputs          TEXT,   -- JSON
    skip_reason     TEXT,
    skip_detail     TEXT,
    skip_finality   TEXT,
    repeats_post_id INTEGER REFERENCES posts,
    CHECK ((total IS NULL) <> (skip_reason IS NULL))
) STRICT;

CREATE INDEX assessments_post ON assessments (project_id, post_id, assessment_id, skip_reason);

CREATE TABLE leases (
    project_id TEXT    NOT NULL REFERENCES projects,
    post_id    INTEGER NOT NULL REFERENCES posts,
    owner      TEXT,            -- null: free
    expires_at TEXT    NOT NULL,
    fence      INTEGER NOT NULL, -- only grows, so rows stay when a lease ends
    PRIMARY KEY (project_id, post_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX leases_owner ON leases (owner) WHERE owner IS NOT NULL;

CREATE TABLE api_calls (
    call_id         INTEGER PRIMARY KEY,
    run_id          INTEGER NOT NULL REFERENCES runs,
    project_id      TEXT    NOT NULL REFERENCES projects,
    provider        TEXT    NOT NULL,
    key_fingerprint TEXT    NOT NULL,
    model_requested TEXT    NOT NULL,
    model_version   TEXT,
    purpose         TEXT    NOT NULL,
    attempt         INTEGER NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('reserved', 'settled', 'refused', 'unknown')),
    outcome         TEXT,
    reserved_nanousd INTEGER,
    cost_nanousd    INTEGER CHECK (cost_nanousd IS NULL OR state = 'settled'),
    reserved_tokens INTEGER NOT NULL,
    counted_tokens  INTEGER NOT NULL, -- input tokens: as settled, else as reserved
    prompt_tokens   INTEGER,
    cached_tokens   INTEGER,
    output_tokens   INTEGER,
    thoughts_tokens INTEGER,
    tool_tokens     INTEGER,
    prompt_hash     TEXT    NOT NULL,
    owner           TEXT    NOT NULL,
    sent_at         TEXT    NOT NULL,
    answered_at     TEXT,
    latency_ms      INTEGER,
    quota_wait_ms   INTEGER,
    http_status     INTEGER,
    finish_reason   TEXT,
    response_id     TEXT,
    error           TEXT,
    posts           INTEGER NOT NULL, -- asked
    posts_answered  INTEGER,          -- whose part was usable, once answered
    -- What budgets count: what was paid, or what may yet be. No generated column: SQLite would not read it from an index alone.
    counted_nanousd INTEGER NOT NULL,
    CHECK (counted_nanousd =
        CASE state
            WHEN 'settled' THEN coalesce(cost_nanousd, 0)
            WHEN 'refused' THEN 0
            ELSE coalesce(reserved_nanousd, 0)
        END)
) STRICT;

CREATE INDEX api_calls_quota ON api_calls (provider, key_fingerprint, model_requested, sent_at, counted_nanousd, counted_tokens, purpose);
CREATE INDEX api_calls_project ON api_calls (project_id, sent_at, counted_nanousd, cost_nanousd);
-- For learning how a model fares: its newest answered calls.
CREATE INDEX api_calls_history ON api_calls (provider, model_requested) WHERE state = 'settled' AND purpose = 'draft';
CREATE INDEX api_calls_run ON api_calls (run_id, counted_nanousd);
CREATE INDEX api_calls_open ON api_calls (project_id, owner, reserved_nanousd) WHERE state = 'reserved';

CREATE TABLE call_posts (
    call_id      INTEGER NOT NULL REFERENCES api_calls,
    post_id      INTEGER NOT NULL REFERENCES posts,
    cost_nanousd INTEGER, -- the post's share, once settled
    PRIMARY KEY (call_id, post_id)
) STRICT, WITHOUT ROWID;

-- Answers by the content of their question: what was paid once is not paid again.
CREATE TABLE answers (
    cache_key  TEXT    NOT NULL PRIMARY KEY,
    call_id    INTEGER NOT NULL REFERENCES api_calls,
    answer     TEXT    NOT NULL, -- JSON
    created_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- What was learned of a provider's model and holds over runs.
CREATE TABLE model_notes (
    provider TEXT NOT NULL,
    model    TEXT NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (provider, model, name)
) STRICT, WITHOUT ROWID;

-- A text never changes; an edit and the text finally posted are rows that point to their parent.
CREATE TABLE drafts (
    draft_id        INTEGER PRIMARY KEY,
    project_id      TEXT    NOT NULL REFERENCES projects,
    post_id         INTEGER NOT NULL REFERENCES posts,
    kind            TEXT    NOT NULL,
    version         INTEGER NOT NULL,
    text            TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('offered', 'rejected')),
    rule            TEXT,
    rule_detail     TEXT,
    rank            INTEGER NOT NULL,
    origin          TEXT    NOT NULL CHECK (origin IN ('model', 'edit', 'posted')),
    parent_draft_id INTEGER REFERENCES drafts,
    run_id          INTEGER REFERENCES runs,
    call_id         INTEGER REFERENCES api_calls,
    assessment_id   INTEGER REFERENCES assessments,
    cost_nanousd    INTEGER NOT NULL,
    provenance      TEXT,            -- JSON
    status          TEXT CHECK (status IN ('pending', 'exported', 'posted', 'skipped')),
    review_status   TEXT CHECK (review_status IN ('pending', 'edited', 'approved', 'posted', 'skipped')),
    created_at      TEXT    NOT NULL,
    CHECK ((state = 'offered') = (status IS NOT NULL AND review_status IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX drafts_offered ON drafts (project_id, post_id, version, kind)
    WHERE state = 'offered' AND origin = 'model';
CREATE INDEX drafts_post ON drafts (project_id, post_id, version);
CREATE INDEX drafts_call ON drafts (call_id, post_id);

-- Append-only; drafts.status and drafts.review_status are its projection.
CREATE TABLE review_events (
    event_id   TEXT    NOT NULL UNIQUE, -- ULID
    at         TEXT    NOT NULL,
    actor      TEXT    NOT NULL,
    project_id TEXT    NOT NULL REFERENCES projects,
    post_id    INTEGER NOT NULL REFERENCES posts,
    draft_id   INTEGER NOT NULL REFERENCES drafts,
    action     TEXT    NOT NULL CHECK (action IN ('exported', 'posted', 'skipped', 'closed', 'reopened')),
    reason     TEXT,
    note       TEXT,
    shown      TEXT,   -- JSON: what was shown, in which order
    undoes     TEXT REFERENCES review_events (event_id)
) STRICT;

CREATE INDEX review_events_draft ON review_events (draft_id);

-- The reference's table: the offered drafts of the newest version that has any.
CREATE VIEW generated_comments AS
SELECT d.project_id,
       p.native_id               AS tweet_id,
       d.kind                    AS suggestion_type,
       d.text                    AS comment_text,
       a.total                   AS score_total,
       a.label,
       a.topic,
       a.why,
       d.rank,
       d.review_status,
       d.status,
       d.cost_nanousd / 1e9      AS api_cost_usd,
       d.created_at
FROM drafts d
JOIN posts p ON p.post_id = d.post_id
LEFT JOIN assessments a ON a.assessment_id = d.assessment_id
WHERE d.state = 'offered'
  AND d.origin = 'model'
  AND d.version = (SELECT max(n.version) FROM drafts n
                   WHERE n.project_id = d.project_id AND n.post_id = d.post_id
                     AND n.state = 'offered' AND n.origin = 'model');
