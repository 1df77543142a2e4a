-- The truth: every message in the order of arrival. No other index: a keyed one costs ten times as much to write.
-- chat 0 is the lane that everyone hears. prev is the position of that chat's message before, 0 where it is the first.
CREATE TABLE message (
    pos    INTEGER PRIMARY KEY,
    chat   INTEGER NOT NULL,
    seq    INTEGER NOT NULL,
    sender INTEGER NOT NULL,
    time   INTEGER NOT NULL,
    prev   INTEGER NOT NULL,
    id     BLOB,
    text   BLOB    NOT NULL
) STRICT;

-- What a broadcast's answer said beyond its message, so that it can be said again.
CREATE TABLE broadcast (
    pos        INTEGER PRIMARY KEY,
    recipients INTEGER NOT NULL,
    withheld   INTEGER NOT NULL
) STRICT;

-- a has blocked b from the position from_pos on, up to to_pos; NULL where the block is in force.
CREATE TABLE block (
    a        INTEGER NOT NULL,
    b        INTEGER NOT NULL,
    from_pos INTEGER NOT NULL,
    to_pos   INTEGER,
    since    INTEGER NOT NULL,
    PRIMARY KEY (a, b, from_pos)
) STRICT, WITHOUT ROWID;

-- Short numbers for who has ever said, heard or blocked something, and for who talks with whom.
CREATE TABLE user (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL UNIQUE,
    shown TEXT NOT NULL
) STRICT;

CREATE TABLE chat (
    id   INTEGER PRIMARY KEY,
    low  INTEGER NOT NULL,
    high INTEGER NOT NULL,
    UNIQUE (low, high)
) STRICT;

-- How far a member of a chat has got, and what they were told of the other's getting on.
CREATE TABLE cursor (
    user           INTEGER NOT NULL,
    chat           INTEGER NOT NULL,
    delivered      INTEGER NOT NULL,
    read           INTEGER NOT NULL,
    told_delivered INTEGER NOT NULL,
    told_read      INTEGER NOT NULL,
    PRIMARY KEY (user, chat)
) STRICT, WITHOUT ROWID;

-- log: the name of this store, that every seq belongs to.
CREATE TABLE store (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO store (name, value) VALUES ('log', lower(hex(randomblob(16))));
