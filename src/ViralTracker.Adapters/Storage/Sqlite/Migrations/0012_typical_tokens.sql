-- Input tokens of a call for drafts as such a prompt usually has: beside prompt_tokens they tell how a model counts. Reservations do not,
-- for a run that goes on reserves less.
ALTER TABLE api_calls ADD COLUMN typical_tokens INTEGER;
