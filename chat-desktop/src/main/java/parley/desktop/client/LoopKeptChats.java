package parley.desktop.client;

import parley.desktop.local.KeptChats;
import parley.desktop.local.KeptWord;
import parley.desktop.peer.MessageState;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.function.Consumer;

/// The kept private chats as any thread may use them: hands everything to the desk that is open, on
/// the loop, in the order of the calls.
final class LoopKeptChats implements KeptChats {
    private final Consumer<Consumer<Desk>> onDesk;

    /// @param onDesk does something with the desk that is open; nothing where none is
    LoopKeptChats(Consumer<Consumer<Desk>> onDesk) {
        this.onDesk = onDesk;
    }

    @Override
    public void keep(UserName person, Instant since) {
        onDesk.accept(desk -> desk.kept().keep(person, since));
    }

    @Override
    public void add(UserName person, KeptWord word) {
        onDesk.accept(desk -> desk.kept().add(person, word));
    }

    @Override
    public void moved(UserName person, String id, MessageState state) {
        onDesk.accept(desk -> desk.kept().moved(person, id, state));
    }

    @Override
    public void discard(UserName person, String id) {
        onDesk.accept(desk -> desk.kept().discard(person, id));
    }

    @Override
    public void delete(UserName person) {
        onDesk.accept(desk -> desk.kept().delete(person));
    }
}
