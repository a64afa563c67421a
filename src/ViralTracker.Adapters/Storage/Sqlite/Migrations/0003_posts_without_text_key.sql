-- Vectors are kept by a text's key, which is computed where they are asked for.
ALTER TABLE posts DROP COLUMN text_key;

-- Databases made before the first release may lack it.
CREATE INDEX IF NOT EXISTS posts_conversation ON posts (conversation_id) WHERE parent_key IS NOT NULL;
