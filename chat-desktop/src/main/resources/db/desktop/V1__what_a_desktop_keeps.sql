-- Who has signed in from this desktop. The token is there only where its owner wanted to be kept signed in.
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    token TEXT,
    used INTEGER NOT NULL,
    UNIQUE (host, port, user)
);

-- The servers' keys that their users have accepted: base64url of the SHA-256 of the public key.
CREATE TABLE server_key (
    host TEXT NOT NULL,
    port INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (host, port)
);

-- The keys of people met in private chats; one person may have several.
CREATE TABLE peer_key (
    account INTEGER NOT NULL,
    user TEXT NOT NULL,
    key TEXT NOT NULL,
    welcome INTEGER NOT NULL,
    PRIMARY KEY (account, user, key)
);

-- Everybody an account has heard of.
CREATE TABLE person (
    account INTEGER NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    seen INTEGER,
    blocked INTEGER NOT NULL,
    PRIMARY KEY (account, user)
);

-- The stores that a server has had, by what it calls its log; the one with the highest ordinal is the present one.
CREATE TABLE store (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    log TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    UNIQUE (account, log)
);

-- Chats by name ('*' is everyone), with what is written and not sent.
CREATE TABLE chat (
    account INTEGER NOT NULL,
    chat TEXT NOT NULL,
    name TEXT NOT NULL,
    draft TEXT NOT NULL,
    PRIMARY KEY (account, chat)
);

-- How far a chat has been read, and, in the floor, down to where all of it is wanted: 0 until the first fill is done.
CREATE TABLE cursor (
    store INTEGER NOT NULL,
    chat TEXT NOT NULL,
    read INTEGER NOT NULL,
    their_delivered INTEGER NOT NULL,
    their_read INTEGER NOT NULL,
    floor INTEGER NOT NULL,
    PRIMARY KEY (store, chat)
);

-- What was said (state 0: it has a store and a seq), what waits (1) and what was refused (2).
CREATE TABLE entry (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL,
    chat TEXT NOT NULL,
    store INTEGER,
    seq INTEGER,
    mine INTEGER NOT NULL,
    sender TEXT NOT NULL,
    text TEXT NOT NULL,
    time INTEGER NOT NULL,
    id TEXT NOT NULL,
    state INTEGER NOT NULL,
    failure TEXT,
    UNIQUE (store, chat, seq)
);

CREATE INDEX entry_unsaid ON entry (account, chat) WHERE state <> 0;

-- The ranges of a chat's numbers of which everything that may be seen is here.
CREATE TABLE span (
    store INTEGER NOT NULL,
    chat TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (store, chat, first)
);
