-- The ids that were used lately, by runs of 16,384 messages, so that they need not be held in memory. What was kept of
-- them in another form is made anew from the log.
DROP TABLE seen;
DELETE FROM view WHERE name = 'SEEN';

-- Run 0 has the positions 1 to 16,384. ids: how many of its messages have one. time: when its last message arrived.
CREATE TABLE seen_run (
    number INTEGER PRIMARY KEY,
    ids    INTEGER NOT NULL,
    time   INTEGER NOT NULL
) STRICT;

-- A run's ids by the first 6 bits of their hashes: key is those bits * 2^32 + the run's number. An entry has 6 bytes,
-- high byte first: the last 32 bits of the hash, and the message's place in the run, from 0.
CREATE TABLE seen (
    key     INTEGER PRIMARY KEY,
    entries BLOB NOT NULL
) STRICT;
