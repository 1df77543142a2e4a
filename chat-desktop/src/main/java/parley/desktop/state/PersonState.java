package parley.desktop.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import parley.desktop.local.Person;
import parley.protocol.UserName;

/// Somebody, as they stand now.
public final class PersonState {
    private final UserName user;
    private final ReadOnlyObjectWrapper<Person> person;

    PersonState(Person person) {
        this.user = person.user();
        this.person = new ReadOnlyObjectWrapper<>(this, "person", person);
    }

    public UserName user() {
        return user;
    }

    public Person person() {
        return person.get();
    }

    public ReadOnlyObjectProperty<Person> personProperty() {
        return person.getReadOnlyProperty();
    }

    void set(Person now) {
        person.set(now);
    }

    @Override
    public String toString() {
        return "PersonState[" + user + "]";
    }
}
