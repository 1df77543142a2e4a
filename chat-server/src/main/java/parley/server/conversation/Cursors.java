package parley.server.conversation;

import parley.protocol.UserName;
import parley.server.block.BlockListener;

import java.util.Optional;

/// How far everybody has got, as their clients say it. Any thread may use it.
public final class Cursors implements BlockListener {
    private final Directory directory;
    private final Mailboxes mailboxes;
    private final Receipts receipts;

    /// It is to be added to the blocks' listeners.
    public Cursors(Directory directory, Mailboxes mailboxes, Receipts receipts) {
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.receipts = receipts;
    }

    /// A client says that it has safely got everything up to here. A chat that is not there, and a
    /// `seq` that it has not reached, are passed over.
    public void delivered(UserName member, String chat, long seq) {
        find(member, chat)
                .filter(talk -> talk.delivered(member, seq))
                .ifPresent(talk -> receipts.tell(talk.chat().other(member), talk));
    }

    /// A client says that its user has read everything up to here, likewise.
    public void read(UserName member, String chat, long seq) {
        find(member, chat)
                .filter(talk -> talk.read(member, seq))
                .ifPresent(talk -> receipts.tell(talk.chat().other(member), talk));
    }

    private Optional<Talk> find(UserName member, String chat) {
        return directory.name(chat).flatMap(mailboxes.of(member)::talkWith);
    }

    @Override
    public void blocked(UserName blocker, UserName blocked) {}

    /// What was held back is told, unless the other's block still stands.
    @Override
    public void unblocked(UserName blocker, UserName blocked) {
        mailboxes
                .of(blocker)
                .talkWith(blocked)
                .ifPresent(talk -> {
                    receipts.tell(blocker, talk);
                    receipts.tell(blocked, talk);
                });
    }
}
