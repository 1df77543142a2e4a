package parley.server.conversation;

import parley.protocol.UserName;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The mailboxes of all who have ever talked or signed in. Any thread may look one up.
public final class Mailboxes {
    private final ConversationStore store;
    private final Receipts receipts;
    private final Map<UserName, Mailbox> byOwner = new ConcurrentHashMap<>();

    /// The mailboxes as this store has kept them.
    public Mailboxes(ConversationStore store, Receipts receipts) {
        this.store = store;
        this.receipts = receipts;
        store.chats().forEach(kept -> add(new Talk(kept, store)));
    }

    Mailbox of(UserName owner) {
        return byOwner.computeIfAbsent(owner, who -> new Mailbox(who, receipts));
    }

    /// The chat of these two, which begins where it was not there. On the one thread that tells.
    Talk talk(Conversation.OfTwo chat) {
        return of(chat.low()).talkWith(chat.high()).orElseGet(() -> add(new Talk(chat, store)));
    }

    private Talk add(Talk talk) {
        of(talk.chat().low()).add(talk);
        of(talk.chat().high()).add(talk);
        return talk;
    }
}
