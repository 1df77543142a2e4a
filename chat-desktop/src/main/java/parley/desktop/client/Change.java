package parley.desktop.client;

import parley.desktop.local.ChatSummary;
import parley.desktop.local.Entry;
import parley.desktop.local.KeptChat;
import parley.desktop.local.Person;
import parley.desktop.local.Snapshot;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.protocol.Chat;
import parley.protocol.Event;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;

/// Something that has changed in what a desktop knows. Changes are told after they are safe on
/// disk, one after the other and in order.
public sealed interface Change {
    /// The line stands otherwise.
    record Link(LinkState state) implements Change {}

    /// Somebody's window opens, full of what this desktop kept for them: at the start of a kept
    /// session before the server has answered, else with the `Welcome`. What was shown before is
    /// void.
    record Opened(ServerAddress server, Snapshot snapshot) implements Change {}

    /// The private chats that are kept on this computer; told after the window has opened.
    record Kept(List<KeptChat> chats) implements Change {
        public Kept {
            chats = List.copyOf(chats);
        }
    }

    /// The window closes: its owner has signed out.
    record Closed() implements Change {}

    /// Everybody there is, as told anew after each sign-in: replaces the list.
    record People(List<Person> people) implements Change {
        public People {
            people = List.copyOf(people);
        }
    }

    /// One person has come, gone, changed, been blocked or unblocked; perhaps one not heard of yet.
    record PersonChanged(Person person) implements Change {}

    /// One's own status, as others see it.
    record OwnStatus(Status status) implements Change {}

    /// Something was said, here or elsewhere, and is kept now. An entry that is known by its key
    /// already has changed its state: is said, waits again, or failed.
    record Said(Entry entry) implements Change {}

    /// An entry that was never sent is no more.
    record Discarded(Chat chat, long key) implements Change {}

    /// A broadcast has gone out.
    ///
    /// @param recipients how many online users it went to
    /// @param withheld whether some were left out for a block
    record BroadcastReached(long key, long recipients, boolean withheld) implements Change {}

    /// A page of what was said earlier, for `latest` or `older`; ascending, and all of it may be
    /// known already.
    ///
    /// @param more whether `older` has more
    record HistoryLoaded(Chat chat, List<Entry> entries, boolean more) implements Change {
        public HistoryLoaded {
            entries = List.copyOf(entries);
        }
    }

    /// Older entries could not be fetched just now: there is no line.
    record HistoryUnreachable(Chat chat) implements Change {}

    /// A chat's cursors, its count of unread entries or its newest entry have moved.
    record ChatMoved(ChatSummary chat) implements Change {}

    /// Somebody writes. Nothing tells when they stop: forget it after some seconds.
    record Typing(UserName user) implements Change {}

    /// After a sign-in: all that was missed is here.
    record CaughtUp(Instant time) implements Change {}

    /// For the private chats: a request, a `private-ready`, a decline, as the server said it.
    record Private(Event event) implements Change {}

    /// The computer has slept, or has another network: every line may be dead.
    record Moved() implements Change {}

    /// What its owner wanted to send could not be kept, and so was not sent: here it is again.
    record NotKept(Chat chat, String text) implements Change {
        /// Never the text.
        @Override
        public String toString() {
            return "NotKept[chat=" + chat + "]";
        }
    }

    /// This desktop's own disk failed: what was said last is not kept. The line has been dropped
    /// and comes back.
    ///
    /// @param sentence for people: what happened and what to do
    record DiskTrouble(String sentence) implements Change {}
}
