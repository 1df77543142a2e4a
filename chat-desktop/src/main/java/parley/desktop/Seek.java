package parley.desktop;

import javafx.application.Platform;

import parley.desktop.client.Client;
import parley.desktop.local.Entry;
import parley.desktop.search.Hit;
import parley.desktop.state.ChatState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Older;
import parley.desktop.state.Place;

import java.util.Optional;
import java.util.function.Consumer;

/// Goes to a message in its chat: shows the chat, and loads older pages until the message is among
/// them, as scrolling there would. Ends where its owner goes elsewhere. On the JavaFX thread.
final class Seek {
    /// Pages after which it is too far.
    private static final int PAGES = 400;

    private final ClientState state;
    private final Client client;
    private final ChatState chat;
    private final Hit hit;
    private final Consumer<Entry> found;
    private final Runnable lost;
    private int pages;
    private boolean over;

    /// @param found hears of the message, once it is loaded and its chat is on screen
    /// @param lost hears that it cannot be reached
    private Seek(ClientState state, Client client, Hit hit, Consumer<Entry> found, Runnable lost) {
        this.state = state;
        this.client = client;
        this.chat = state.chat(hit.chat());
        this.hit = hit;
        this.found = found;
        this.lost = lost;
    }

    static void begin(
            ClientState state, Client client, Hit hit, Consumer<Entry> found, Runnable lost) {
        state.shownProperty().set(new Place.Talk(hit.chat()));
        Seek seek = new Seek(state, client, hit, found, lost);
        seek.chat.olderProperty().subscribe(seek::moved);
    }

    /// Later than those who have loaded something hear of it themselves.
    private void moved(Older older) {
        if (!over && older != Older.LOADING && older != Older.UNKNOWN) {
            Platform.runLater(this::look);
        }
    }

    private void look() {
        if (over || chat.olderProperty().get() == Older.LOADING) {
            return;
        }
        Optional<Entry> entry = chat.entries().stream().filter(this::isIt).findFirst();
        over = entry.isPresent() || isElsewhere() || !hasMore();
        if (entry.isPresent() && !isElsewhere()) {
            found.accept(entry.get());
        } else if (over && !isElsewhere()) {
            lost.run();
        } else if (!over) {
            pages++;
            chat.olderProperty().set(Older.LOADING);
            client.older(chat.chat());
        }
    }

    private boolean hasMore() {
        return chat.olderProperty().get() == Older.MORE && pages < PAGES;
    }

    private boolean isElsewhere() {
        return !state.shownProperty().get().equals(new Place.Talk(hit.chat()));
    }

    private boolean isIt(Entry entry) {
        return switch (hit.what()) {
            case Hit.Target.Kept(long key) -> entry.key() == key;
            case Hit.Target.Numbered(long number) ->
                    entry.state() instanceof Entry.State.Said(int store, long seq, _)
                            && seq == number
                            && store == chat.cursorsProperty().get().store();
        };
    }
}
