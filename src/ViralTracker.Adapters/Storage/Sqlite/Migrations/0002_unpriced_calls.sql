-- An answer without a known price counts by its reservation, not as nothing. SQLite changes a check only by building the table anew.

CREATE TABLE api_calls_new (
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
    -- What budgets count: what was paid, or what may have been or may yet be. No generated column: SQLite would not read it from an index alone.
    counted_nanousd INTEGER NOT NULL,
    CHECK (counted_nanousd =
        CASE state
            WHEN 'settled' THEN coalesce(cost_nanousd, reserved_nanousd, 0)
            WHEN 'refused' THEN 0
            ELSE coalesce(reserved_nanousd, 0)
        END)
) STRICT;

INSERT INTO api_calls_new (
    call_id, run_id, project_id, provider, key_fingerprint, model_requested, model_version, purpose, attempt, state, outcome,
    reserved_nanousd, cost_nanousd, reserved_tokens, counted_tokens, prompt_tokens, cached_tokens, output_tokens, thoughts_tokens, tool_tokens,
    prompt_hash, owner, sent_at, answered_at, latency_ms, quota_wait_ms, http_status, finish_reason, response_id, error, posts, posts_answered,
    counted_nanousd)
SELECT
    call_id, run_id, project_id, provider, key_fingerprint, model_requested, model_version, purpose, attempt, state, outcome,
    reserved_nanousd, cost_nanousd, reserved_tokens, counted_tokens, prompt_tokens, cached_tokens, output_tokens, thoughts_tokens, tool_tokens,
    prompt_hash, owner, sent_at, answered_at, latency_ms, quota_wait_ms, http_status, finish_reason, response_id, error, posts, posts_answered,
    CASE state WHEN 'settled' THEN coalesce(cost_nanousd, reserved_nanousd, 0) ELSE counted_nanousd END
FROM api_calls;

DROP TABLE api_calls;
ALTER TABLE api_calls_new RENAME TO api_calls;

CREATE INDEX api_calls_quota ON api_calls (provider, key_fingerprint, model_requested, sent_at, counted_nanousd, counted_tokens, purpose);
CREATE INDEX api_calls_project ON api_calls (project_id, sent_at, counted_nanousd, cost_nanousd);
-- For learning how a model fares, at all and with a project: its newest answered calls.
CREATE INDEX api_calls_history ON api_calls (provider, model_requested) WHERE state = 'settled' AND purpose = 'draft';
CREATE INDEX api_calls_project_history ON api_calls (project_id, provider, model_requested) WHERE state = 'settled' AND purpose = 'draft';
CREATE INDEX api_calls_run ON api_calls (run_id, counted_nanousd);
CREATE INDEX api_calls_open ON api_calls (project_id, run_id, owner, reserved_nanousd) WHERE state = 'reserved';
