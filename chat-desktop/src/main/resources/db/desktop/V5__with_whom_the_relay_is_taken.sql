-- The people with whom the server's relay is taken without asking, once their owner has said so.
CREATE TABLE peer_relay (
    account INTEGER NOT NULL,
    user TEXT NOT NULL,
    PRIMARY KEY (account, user)
) WITHOUT ROWID;
