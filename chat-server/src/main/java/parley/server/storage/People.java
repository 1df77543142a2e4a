package parley.server.storage;

import parley.protocol.UserName;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The users that the store knows. Any thread may look somebody up; the writer adds.
final class People implements Participant {
    private final Map<UserName, Person> byName = new ConcurrentHashMap<>();
    private final Map<Integer, Person> byId = new ConcurrentHashMap<>();
    private final List<Person> fresh = new ArrayList<>();

    Optional<Person> find(UserName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The user of this number, who must be there.
    Person get(int id) {
        Person person = byId.get(id);
        if (person == null) {
            throw new IllegalStateException("the store names a user that it does not have: " + id);
        }
        return person;
    }

    /// The user of this name, who becomes known where they were not.
    Person obtain(Connection connection, UserName name) throws SQLException {
        Person known = byName.get(name);
        if (known == null) {
            return add(connection, name);
        }
        if (!known.name().toString().equals(name.toString())) {
            respell(connection, known, name);
        }
        return known;
    }

    private Person add(Connection connection, UserName name) throws SQLException {
        Person person = new Person(byId.size() + 1, name);
        Sql.update(
                connection,
                "INSERT INTO user (id, name, shown) VALUES (?, ?, ?)",
                person.id(),
                name.key(),
                name.toString());
        know(person);
        fresh.add(person);
        return person;
    }

    private static void respell(Connection connection, Person person, UserName name)
            throws SQLException {
        Sql.update(
                connection, "UPDATE user SET shown = ? WHERE id = ?", name.toString(), person.id());
        person.respell(name);
    }

    private void know(Person person) {
        byName.put(person.name(), person);
        byId.put(person.id(), person);
    }

    @Override
    public void opened(Connection connection) throws SQLException {
        Sql.all(
                        connection,
                        "SELECT id, shown FROM user",
                        row -> new Person(row.getInt(1), UserName.of(row.getString(2))))
                .stream()
                .filter(person -> !byId.containsKey(person.id()))
                .forEach(this::know);
    }

    @Override
    public void flush() {}

    @Override
    public void committed() {
        fresh.clear();
    }

    @Override
    public void lost() {
        for (Person person : fresh) {
            byName.remove(person.name());
            byId.remove(person.id());
        }
        fresh.clear();
    }
}
