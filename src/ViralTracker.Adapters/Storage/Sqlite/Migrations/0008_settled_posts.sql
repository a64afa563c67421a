-- Posts settled for good without a draft: one look a post, however often it was assessed.
CREATE INDEX assessments_settled ON assessments (project_id, post_id, skip_reason)
    WHERE skip_reason IN ('blocked_by_provider', 'nothing_to_say', 'all_rejected');
