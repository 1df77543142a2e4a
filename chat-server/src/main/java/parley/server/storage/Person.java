package parley.server.storage;

import parley.protocol.UserName;

/// A user as the store knows them: by a short number, whether or not they still have an account.
final class Person {
    private final int id;
    private volatile UserName name;

    Person(int id, UserName name) {
        this.id = id;
        this.name = name;
    }

    int id() {
        return id;
    }

    UserName name() {
        return name;
    }

    void respell(UserName spelled) {
        name = spelled;
    }

    /// The number and name, for a log line.
    @Override
    public String toString() {
        return id + ":" + name;
    }
}
