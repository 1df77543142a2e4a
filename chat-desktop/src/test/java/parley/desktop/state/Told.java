package parley.desktop.state;

import parley.desktop.client.Change;
import parley.desktop.local.Person;
import parley.desktop.peer.PeerChange;

import java.util.List;

/// Changes that are applied at once, for tests of what follows from them.
public final class Told {
    private Told() {}

    /// Applies what a client tells.
    public static void change(ClientState state, Change change) {
        ServerChanges.apply(change, state);
        state.settle();
    }

    /// Applies what private chats tell.
    public static void change(ClientState state, PeerChange change) {
        PeerChanges.apply(change, state);
        state.settle();
    }

    /// These are all there are.
    public static void people(ClientState state, Person... people) {
        change(state, new Change.People(List.of(people)));
    }

    /// Somebody stands so now.
    public static void person(ClientState state, Person person) {
        change(state, new Change.PersonChanged(person));
    }
}
