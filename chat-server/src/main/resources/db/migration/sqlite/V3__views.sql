-- Views of the log, so that a start need not read all of it. Each says up to which position it holds and is caught up
-- from there; one that is lost or does not add up is made anew.
CREATE TABLE view (
    name TEXT PRIMARY KEY,
    pos  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest message of each chat, and of each of its two members; everyone's lane has no members.
CREATE TABLE head (
    chat INTEGER PRIMARY KEY,
    seq  INTEGER NOT NULL,
    pos  INTEGER NOT NULL,
    time INTEGER NOT NULL,
    low  INTEGER NOT NULL,
    high INTEGER NOT NULL
) STRICT;

-- Where every 32nd message of a chat stands: the first of them has number 0.
CREATE TABLE place (
    chat   INTEGER NOT NULL,
    number INTEGER NOT NULL,
    pos    INTEGER NOT NULL,
    PRIMARY KEY (chat, number)
) STRICT, WITHOUT ROWID;

-- The hashes of the ids of 4,096 messages, up to and with the one at last, which arrived at time; 8 bytes each, high
-- byte first, 0 where a message had no id.
CREATE TABLE seen (
    last   INTEGER PRIMARY KEY,
    time   INTEGER NOT NULL,
    hashes BLOB NOT NULL
) STRICT;

-- What the hashes are keyed with, so that nobody can choose ids that collide.
INSERT INTO store (name, value) VALUES ('seen-key', lower(hex(randomblob(8))));
