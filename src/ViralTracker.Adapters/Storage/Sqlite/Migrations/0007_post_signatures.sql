-- Handled posts in the form that the search for repeats compares, so that each is read once and not in every run.
CREATE TABLE post_signatures (
    post_id   INTEGER PRIMARY KEY REFERENCES posts,
    form      TEXT NOT NULL, -- embedder and layout
    signature BLOB NOT NULL
) STRICT;
