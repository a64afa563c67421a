-- What offline drafts came to settles no post: a model may draft it.
UPDATE assessments SET skip_finality = 'retry_later'
WHERE skip_reason IN ('blocked_by_provider', 'nothing_to_say', 'all_rejected') AND skip_finality = 'final'
  AND EXISTS (SELECT 1 FROM api_calls c JOIN call_posts s ON s.call_id = c.call_id
              WHERE c.run_id = assessments.run_id AND s.post_id = assessments.post_id AND c.provider = 'offline');

-- Drafting looks at posts as of the moment its run does.
UPDATE assessments SET as_of = (SELECT r.as_of FROM runs r WHERE r.run_id = assessments.run_id)
WHERE skip_reason IN ('blocked_by_provider', 'nothing_to_say', 'all_rejected');
