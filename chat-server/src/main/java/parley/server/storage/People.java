package parley.server.storage;

import parley.protocol.UserName;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO user (id, name, shown) VALUES (?, ?, ?)")) {
            insert.setInt(1, person.id());
            insert.setString(2, name.key());
            insert.setString(3, name.toString());
            insert.executeUpdate();
        }
        know(person);
        fresh.add(person);
        return person;
    }

    private static void respell(Connection connection, Person person, UserName name)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE user SET shown = ? WHERE id = ?")) {
            update.setString(1, name.toString());
            update.setInt(2, person.id());
            update.executeUpdate();
        }
        person.respell(name);
    }

    private void know(Person person) {
        byName.put(person.name(), person);
        byId.put(person.id(), person);
    }

    @Override
    public void opened(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT id, shown FROM user");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                if (!byId.containsKey(rows.getInt(1))) {
                    know(new Person(rows.getInt(1), UserName.of(rows.getString(2))));
                }
            }
        }
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
