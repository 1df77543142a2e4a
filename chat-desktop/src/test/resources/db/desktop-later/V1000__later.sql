-- What some later version may change.
CREATE TABLE later (id INTEGER PRIMARY KEY);
