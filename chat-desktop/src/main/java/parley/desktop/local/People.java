package parley.desktop.local;

import org.jspecify.annotations.Nullable;

import parley.protocol.Status;
import parley.protocol.UserName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everybody that one account has heard of. Who is there now is the server's to say: read back from
/// disk, all are offline. Serves the thread that thinks.
public final class People {
    private final Database database;
    private final long account;

    public People(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
    }

    public List<Person> all() {
        return database.query(
                "SELECT name, seen, blocked FROM person WHERE account = ? ORDER BY user",
                People::read,
                account);
    }

    /// Keeps what is known of a person. When somebody who is there will have been seen last is not
    /// known yet.
    public void keep(Person person) {
        database.update(
                "INSERT INTO person (account, user, name, seen, blocked) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (account, user) DO UPDATE SET name = excluded.name, seen ="
                        + " excluded.seen, blocked = excluded.blocked",
                account,
                person.user().key(),
                person.user().toString(),
                person.time()
                        .filter(seen -> person.status() == Status.OFFLINE)
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                person.blocked() ? 1 : 0);
    }

    /// Forgets who is not among these.
    public void keepOnly(List<Person> people) {
        database.update("DELETE FROM person WHERE account = ?", account);
        people.forEach(this::keep);
    }

    private static Person read(ResultSet row) throws SQLException {
        @Nullable Object seen = row.getObject("seen");
        return new Person(
                UserName.of(row.getString("name")),
                Status.OFFLINE,
                seen instanceof Number millis
                        ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
                        : Optional.empty(),
                row.getInt("blocked") != 0);
    }
}
