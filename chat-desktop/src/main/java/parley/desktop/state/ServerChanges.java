package parley.desktop.state;

import parley.desktop.client.Change;
import parley.desktop.local.Entry;
import parley.protocol.Chat;

/// What each of the client's changes does to the state.
final class ServerChanges {
    private ServerChanges() {}

    static void apply(Change change, ClientState state) {
        switch (change) {
            case Change.Link(var link) -> state.link(link);
            case Change.Opened opened -> state.opened(opened);
            case Change.Kept(var chats) -> state.kept(chats);
            case Change.Closed() -> state.closed();
            case Change.People(var people) -> state.people(people);
            case Change.PersonChanged(var person) -> state.person(person);
            case Change.OwnStatus(var status) -> state.ownStatus(status);
            case Change.Said(var entry) -> said(entry, state);
            case Change.NotKept(var chat, var text) -> state.chat(chat).giveBack(text);
            case Change.Discarded(var chat, var key) -> state.chat(chat).discarded(key);
            case Change.BroadcastReached reached -> state.chat(Chat.EVERYONE).reached(reached);
            case Change.HistoryLoaded(var chat, var entries, var more) ->
                    state.chat(chat).loaded(entries, more);
            case Change.HistoryUnreachable(var chat) -> state.chat(chat).unreachable();
            case Change.ChatMoved(var summary) -> state.chat(summary.chat()).summary(summary);
            case Change.Typing(var user) -> state.chat(Chat.with(user)).typing();
            case Change.DiskTrouble(var sentence) -> state.diskTrouble(sentence);
            case Change.CaughtUp _, Change.Private _, Change.Moved _ -> {
                // Nothing of these is shown; the private chats tell what they make of it.
            }
        }
    }

    /// It is told once it is kept: the disk is well again.
    private static void said(Entry entry, ClientState state) {
        state.chat(entry.chat()).said(entry);
        state.diskTrouble("");
    }
}
