-- What belongs to accounts. Users stand under the keys of their names.

-- What the marks of passwords are keyed with.
CREATE TABLE account_secret (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- The password that each account had when the server last looked: a keyed digest.
CREATE TABLE password_mark (
    user TEXT PRIMARY KEY,
    mark TEXT NOT NULL
) WITHOUT ROWID;

-- Wrong passwords in a row. locked_at: milliseconds since 1970, where the last of them locked the user.
CREATE TABLE failure (
    user      TEXT PRIMARY KEY,
    count     INTEGER NOT NULL,
    locked_at INTEGER
) WITHOUT ROWID;

-- id: the token's SHA-256. last_used: days since 1970.
CREATE TABLE token (
    id        TEXT PRIMARY KEY,
    user      TEXT NOT NULL,
    number    INTEGER NOT NULL,
    last_used INTEGER NOT NULL
) WITHOUT ROWID;

-- Who was last there when: milliseconds since 1970. Of those who are there now (online = 1) the
-- row in alive tells, after a crash, until when they surely were.
CREATE TABLE last_seen (
    user   TEXT PRIMARY KEY,
    seen   INTEGER NOT NULL,
    online INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE alive (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    time INTEGER NOT NULL
);
