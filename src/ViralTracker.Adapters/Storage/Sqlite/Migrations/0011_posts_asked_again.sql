-- Posts of an answered call of which something was asked once more, whatever the reason: what repeats cost. What calls of before
-- left out is posts - posts_answered.
ALTER TABLE api_calls ADD COLUMN posts_asked_again INTEGER;
