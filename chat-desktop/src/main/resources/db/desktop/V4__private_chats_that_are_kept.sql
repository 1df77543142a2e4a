-- Private chats that their owner keeps on this computer, and since when. Nothing of any other private chat is here.
CREATE TABLE kept_chat (
    account INTEGER NOT NULL,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (account, user)
);

-- What was said there since then, in the order in which it was. How far it got is known of the owner's own words only.
CREATE TABLE kept_word (
    key INTEGER PRIMARY KEY,
    account INTEGER NOT NULL,
    user TEXT NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    time INTEGER NOT NULL,
    state TEXT
);

CREATE INDEX kept_word_said ON kept_word (account, user, id) WHERE state IS NOT NULL;

CREATE INDEX kept_word_in ON kept_word (account, user);
