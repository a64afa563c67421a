-- What nobody knows the price of was not free: a draft of such a call shows no cost.
DROP VIEW generated_comments;

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
       CASE WHEN EXISTS (SELECT 1 FROM api_calls c WHERE c.call_id = d.call_id AND c.cost_nanousd IS NULL) THEN NULL
            ELSE d.cost_nanousd / 1e9 END AS api_cost_usd, -- null: not known
       d.created_at,
       d.rule_detail             AS mark -- what to look at before using it
FROM drafts d
JOIN posts p ON p.post_id = d.post_id
LEFT JOIN assessments a ON a.assessment_id = d.assessment_id
WHERE d.state = 'offered'
  AND d.origin = 'model'
  AND d.version = (SELECT max(n.version) FROM drafts n
                   WHERE n.project_id = d.project_id AND n.post_id = d.post_id
                     AND n.state = 'offered' AND n.origin = 'model');
