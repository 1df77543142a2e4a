package parley.server.conversation;

import parley.protocol.Chat;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.server.delivery.Hearer;
import parley.server.delivery.Hearers;
import parley.server.delivery.Line;
import parley.server.delivery.Wakeups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is said, to one and to everyone: checked, made durable, and only then told.
///
/// Posting does not wait. What became of a post is said on the one thread that tells, in the order
/// of the posts, whose batches end with [#batchTold]: whoever was told something in a batch is
/// woken once. Any thread may post.
public final class Conversations {
    private final Directory directory;
    private final PostChecks checks;
    private final Blocks blocks;
    private final ConversationStore store;
    private final Mailboxes mailboxes;
    private final Receipts receipts;
    private final Hearers hearers;
    private final Wakeups wakeups = new Wakeups();
    private volatile long lastToEveryone;

    public Conversations(
            Directory directory,
            PostLimit limit,
            Blocks blocks,
            ConversationStore store,
            Mailboxes mailboxes,
            Receipts receipts,
            Hearers hearers) {
        this.directory = directory;
        this.checks = new PostChecks(directory, blocks, limit);
        this.blocks = blocks;
        this.store = store;
        this.mailboxes = mailboxes;
        this.receipts = receipts;
        this.hearers = hearers;
        this.lastToEveryone = store.lastToEveryone();
        store.onFound(this::found);
    }

    /// Names the store that every `seq` belongs to.
    public String log() {
        return store.log();
    }

    /// A session hears what is said to its user from now on, and first what it missed.
    public Joining attach(UserName user, Hearer hearer) {
        Mailbox mailbox = mailboxes.of(user);
        mailbox.attach(hearer);
        return new Joining(mailbox, hearer, store, directory, receipts);
    }

    /// A session has ended.
    public void detach(UserName user, Hearer hearer) {
        mailboxes.of(user).detach(hearer);
    }

    /// Posts to one user.
    ///
    /// @param id what it is sent under; empty where there is none
    /// @param speaker who posts, and is answered on the thread that tells
    public void post(Speaker speaker, String id, Request.Message message) {
        append(speaker, checks.check(speaker.user(), id, message));
    }

    /// Posts to everyone who is online.
    public void post(Speaker speaker, String id, Request.Broadcast broadcast) {
        append(speaker, checks.check(speaker.user(), id, broadcast));
    }

    private void append(Speaker speaker, Post post) {
        store.append(
                post,
                outcome -> {
                    speaker.answered(settle(outcome));
                    wakeups.add(speaker.hearer());
                });
    }

    /// Wakes all who were told something since the last time. On the thread that tells.
    public void batchTold() {
        wakeups.wakeAll();
    }

    private Reply settle(PostOutcome outcome) {
        return switch (outcome) {
            case PostOutcome.Posted(Logged message) -> {
                tell(message);
                yield sent(message);
            }
            case PostOutcome.Announced(Logged message, var recipients, boolean withheld) -> {
                tell(message, recipients);
                yield sent(message, recipients.size(), withheld);
            }
            case PostOutcome.PostedBefore(Logged message) -> sent(message);
            case PostOutcome.AnnouncedBefore(Logged message, long count, boolean withheld) ->
                    sent(message, count, withheld);
            case PostOutcome.Refused(Reply.Error error) -> error;
            case PostOutcome.Unknown() -> PostRefusals.unavailable();
        };
    }

    private void tell(Logged message) {
        if (message.in() instanceof Conversation.OfTwo two) {
            Talk talk = mailboxes.talk(two);
            mailboxes.of(two.other(message.from())).hear(talk, message, wakeups);
        }
    }

    private void tell(Logged message, Collection<UserName> recipients) {
        lastToEveryone = message.seq();
        Line line = Line.of(new Event.Message(message.seenByOthers()));
        for (UserName recipient : recipients) {
            hearers.of(recipient)
                    .ifPresent(hearer -> {
                        hearer.put(line);
                        wakeups.add(hearer);
                    });
        }
    }

    /// A message was kept although its sender was told that this is not known.
    private void found(PostOutcome outcome) {
        if (outcome
                instanceof PostOutcome.Announced(Logged message, var nobody, boolean withheld)) {
            List<UserName> recipients = new ArrayList<>(hearers.online());
            recipients.removeIf(
                    user -> user.equals(message.from()) || blocks.hides(user, message.from()));
            tell(message, recipients);
        } else {
            settle(outcome);
        }
    }

    private Reply sent(Logged message) {
        Chat chat = message.in().seenBy(message.from());
        Chat shown =
                chat instanceof Chat.With(UserName with) ? Chat.with(directory.shown(with)) : chat;
        return new Reply.Sent(shown, message.seq(), message.time());
    }

    private static Reply sent(Logged message, long recipients, boolean withheld) {
        return new Reply.SentToEveryone(message.seq(), message.time(), recipients, withheld);
    }

    /// Shows somebody typing, where the other is online and nothing stands between.
    public void typing(UserName from, String to) {
        directory
                .find(to)
                .filter(reader -> !reader.equals(from))
                .ifPresent(reader ->
                        blocks.steadily(() -> {
                            if (!blocks.between(reader, from)) {
                                tellTyping(from, reader);
                            }
                        }));
    }

    private void tellTyping(UserName from, UserName to) {
        hearers.of(to)
                .ifPresent(hearer -> {
                    hearer.put(Line.of(new Event.Typing(from)));
                    hearer.wake();
                });
    }

    /// How every chat with a message in it stands for this reader, in the order of names.
    public List<Reply.ChatState> chats(UserName reader) {
        List<Reply.ChatState> chats = new ArrayList<>();
        if (lastToEveryone > 0) {
            chats.add(new Reply.ChatState.OfAll(lastToEveryone));
        }
        for (Talk talk : mailboxes.of(reader).talks()) {
            Reply.ChatState.OfTwo state =
                    receipts.isHeldBack(talk)
                            ? talk.stateStandingStill(reader)
                            : talk.state(reader);
            chats.add(spelled(state));
        }
        return chats;
    }

    private Reply.ChatState.OfTwo spelled(Reply.ChatState.OfTwo state) {
        return new Reply.ChatState.OfTwo(
                directory.shown(state.user()),
                state.last(),
                state.delivered(),
                state.read(),
                state.theirDelivered(),
                state.theirRead());
    }

    /// Somebody who posts.
    public interface Speaker {
        UserName user();

        /// The session that is answered.
        Hearer hearer();

        /// A post has its answer; they come in the order of the posts. Puts it, and wakes nobody.
        void answered(Reply reply);
    }
}
