-- What the offline drafter has no words for is not settled: a model may draft it.
DROP INDEX assessments_settled;
CREATE INDEX assessments_settled ON assessments (project_id, post_id, skip_reason)
    WHERE skip_reason IN ('blocked_by_provider', 'nothing_to_say', 'all_rejected') AND skip_finality = 'final';
