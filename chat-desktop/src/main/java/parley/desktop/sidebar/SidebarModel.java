package parley.desktop.sidebar;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import parley.desktop.kit.Texts;
import parley.desktop.local.Person;
import parley.desktop.state.ClientState;
import parley.desktop.state.PersonState;
import parley.protocol.Chat;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The rows of the list: everyone, private chats, then people, those online first. What a row
/// itself shows follows by itself; the list is made anew when somebody comes or goes, or when the
/// filter changes.
final class SidebarModel {
    private static final Texts TEXTS = Texts.of(SidebarModel.class);

    private final ClientState state;
    private final ObservableList<SidebarRow> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");

    SidebarModel(ClientState state) {
        this.state = state;
        state.rosterProperty().addListener((_, _, _) -> arrange());
        state.ownerProperty().addListener((_, _, _) -> filter.set(""));
        filter.addListener((_, _, _) -> arrange());
        arrange();
    }

    ObservableList<SidebarRow> rows() {
        return rows;
    }

    /// Only whom this is part of the name of is shown.
    StringProperty filterProperty() {
        return filter;
    }

    private void arrange() {
        List<SidebarRow> now = new ArrayList<>();
        if (matches(TEXTS.get("everyone"))) {
            now.add(new SidebarRow.Everyone(state.chat(Chat.EVERYONE)));
        }
        addGroup(now, Group.PRIVATE, privateRows());
        addGroup(now, Group.ONLINE, people(Group.ONLINE));
        addGroup(now, Group.OFFLINE, people(Group.OFFLINE));
        addGroup(now, Group.BLOCKED, people(Group.BLOCKED));
        sayWhereEmpty(now);
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    private static void addGroup(List<SidebarRow> now, Group group, List<SidebarRow> members) {
        if (!members.isEmpty()) {
            now.add(new SidebarRow.Heading(group, members.size()));
            now.addAll(members);
        }
    }

    private void sayWhereEmpty(List<SidebarRow> now) {
        if (now.isEmpty()) {
            now.add(new SidebarRow.Nobody(TEXTS.get("nobody.found", filter.get().strip())));
        } else if (filter.get().isBlank() && people(Group.ONLINE).isEmpty()) {
            now.add(1, new SidebarRow.Nobody(TEXTS.get("nobody.online")));
        }
    }

    private List<SidebarRow> privateRows() {
        return state.privateChats().stream()
                .filter(chat -> matches(chat.person()))
                .<SidebarRow>map(SidebarRow.Privately::new)
                .toList();
    }

    private List<SidebarRow> people(Group group) {
        return state.people().stream()
                .filter(person -> group(person.person()) == group)
                .filter(person -> matches(person.user()))
                .sorted(Comparator.comparing(person -> rank(person.person().status())))
                .<SidebarRow>map(this::row)
                .toList();
    }

    private SidebarRow row(PersonState person) {
        return new SidebarRow.Someone(person, state.chat(Chat.with(person.user())));
    }

    private static Group group(Person person) {
        return person.blocked()
                ? Group.BLOCKED
                : person.status() == Status.OFFLINE ? Group.OFFLINE : Group.ONLINE;
    }

    /// Away and busy stand last among those online.
    private static int rank(Status status) {
        return switch (status) {
            case ONLINE -> 0;
            case AWAY -> 1;
            case BUSY -> 2;
            case OFFLINE -> 3;
        };
    }

    private boolean matches(UserName name) {
        return matches(name.toString());
    }

    private boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT)
                .contains(filter.get().strip().toLowerCase(Locale.ROOT));
    }

    /// The first row that can be chosen, for Enter in the filter.
    Optional<SidebarRow> first() {
        return rows.stream().filter(row -> row.place().isPresent()).findFirst();
    }
}
