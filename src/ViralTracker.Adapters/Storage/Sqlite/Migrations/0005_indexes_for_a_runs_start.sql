-- What every run asks before it looks at a post: drafts waiting for a person, what the account said of late, what it posted.
CREATE INDEX drafts_waiting ON drafts (project_id, status, post_id, assessment_id, created_at) WHERE status IN ('pending', 'exported');
CREATE INDEX drafts_said ON drafts (project_id, created_at) WHERE state = 'offered';
CREATE INDEX review_events_posted ON review_events (project_id, post_id, draft_id, at) WHERE action = 'posted';
