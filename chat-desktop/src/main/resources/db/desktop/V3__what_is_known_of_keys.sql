-- What the owner has said of a person's key (NONE, TOLERATED, VERIFIED) and when, and when it came for the first time.
ALTER TABLE peer_key ADD COLUMN mark TEXT NOT NULL DEFAULT 'NONE';
ALTER TABLE peer_key ADD COLUMN marked INTEGER;
ALTER TABLE peer_key ADD COLUMN met INTEGER;
