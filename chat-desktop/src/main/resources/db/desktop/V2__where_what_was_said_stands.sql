-- The ordinal of the store among whose entries an entry stands. Where a store was restored from a backup,
-- what both stores have counts as the new one's and goes on standing among the old one's.
ALTER TABLE entry ADD COLUMN era INTEGER;

UPDATE entry SET era = (SELECT ordinal FROM store WHERE store.id = entry.store);

CREATE INDEX entry_era ON entry (account, chat, era, seq) WHERE state = 0;
