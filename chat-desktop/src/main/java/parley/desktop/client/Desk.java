package parley.desktop.client;

import parley.desktop.local.Accounts.Account;
import parley.desktop.local.Database;
import parley.desktop.local.Entry;
import parley.desktop.local.KeptChats;
import parley.desktop.local.People;
import parley.desktop.local.Snapshot;
import parley.desktop.local.SqlKeptChats;
import parley.desktop.local.SqlKnownPeers;
import parley.desktop.net.Answer;
import parley.protocol.Chat;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.words.Wanted;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One account's open window: what is known of its people and chats, and what is done for it. Lives
/// on the loop, from its opening to the sign-out, with a line or without.
final class Desk {
    private static final Duration TYPING_EVERY = Duration.ofSeconds(3);

    private final Context context;
    private final Account account;
    private final Directory directory;
    private final Conversations conversations;
    private final Letters letters;
    private final Acknowledgements acknowledgements;
    private final Pages pages;
    private final CatchUp catchUp;
    private final SqlKnownPeers knownPeers;
    private final SqlKeptChats kept;
    private final Map<UserName, Long> typed = new HashMap<>();
    private Status status = Status.ONLINE;

    Desk(Context context, Database database, Account account) {
        this.context = context;
        this.account = account;
        this.directory = new Directory(context, new People(database, account), account.me());
        this.conversations = new Conversations(context, database, account);
        this.letters = new Letters(context, conversations);
        this.acknowledgements = new Acknowledgements(context);
        Fetcher fetcher = new Fetcher(context, conversations);
        this.pages = new Pages(context, conversations, fetcher);
        this.catchUp = new CatchUp(context, conversations, fetcher, pages);
        this.knownPeers = new SqlKnownPeers(database, account, context.loop(), context.clock());
        this.kept = new SqlKeptChats(database, account);
    }

    Account account() {
        return account;
    }

    SqlKnownPeers knownPeers() {
        return knownPeers;
    }

    KeptChats kept() {
        return kept;
    }

    /// Shows everything that is here.
    void open() {
        Snapshot snapshot = new Snapshot(account.me(), directory.all(), conversations.summaries());
        context.tell(new Change.Opened(account.server(), snapshot));
        context.tell(new Change.Kept(kept.all()));
    }

    /// The server has let the account in, with this store behind it.
    void welcomed(String log) {
        if (conversations.enter(log)) {
            open();
        }
    }

    /// The line is there: what waited goes out.
    void online() {
        letters.goOn();
        if (status != Status.ONLINE) {
            tellStatus();
        }
        directory.signedIn();
    }

    /// The window is closed; what still waits for a timer comes to nothing.
    void close() {
        letters.close();
    }

    void parted() {
        letters.parted();
        acknowledgements.parted();
        directory.parted();
        catchUp.parted();
    }

    void hear(Event event) {
        switch (event) {
            case Event.Message(var message) -> {
                conversations.hear(message);
                acknowledgements.got(message);
            }
            case Event.Presence presence -> directory.hear(presence);
            case Event.Presences(List<Event.Presence> users) -> users.forEach(directory::hear);
            case Event.Receipt(UserName user, long delivered, long read) ->
                    conversations.theirs(Chat.with(user), delivered, read);
            case Event.Typing(UserName user) -> context.tell(new Change.Typing(user));
            case Event.CaughtUp() -> catchUp.begin();
            case Event.PrivateRequest request -> context.tell(new Change.Private(request));
            case Event.PrivateReady ready -> context.tell(new Change.Private(ready));
            case Event.PrivateDeclined declined -> context.tell(new Change.Private(declined));
            case Event.RelayWanted wanted -> context.tell(new Change.Private(wanted));
            case Event.Ping ping -> {}
            case Event.Bye bye -> {}
        }
    }

    /// What is kept here and holds these words, the newest first.
    List<Entry> search(Wanted wanted) {
        return conversations.entries().search(wanted);
    }

    Letters letters() {
        return letters;
    }

    Directory directory() {
        return directory;
    }

    Pages pages() {
        return pages;
    }

    void draft(Chat chat, String text) {
        conversations.draft(chat, text);
    }

    void read(Chat chat, long seq) {
        if (conversations.read(chat, seq) && chat instanceof Chat.With) {
            context.link().say(new Request.Read(chat.toString(), seq));
        }
    }

    void typing(UserName user) {
        long now = context.loop().nanoTime();
        Long last = typed.get(user);
        if (last == null || now - last >= TYPING_EVERY.toNanos()) {
            typed.put(user, now);
            context.link().say(new Request.Typing(user.toString()));
        }
    }

    void status(Status wanted) {
        if (wanted == Status.OFFLINE) {
            throw new IllegalArgumentException("nobody sets themselves offline");
        }
        if (wanted != status) {
            status = wanted;
            context.tell(new Change.OwnStatus(wanted));
            tellStatus();
        }
    }

    private void tellStatus() {
        context.link().ask(new Request.SetStatus(status), new Unheeded());
    }

    /// An answer that changes nothing: without a line the status is told with the next one.
    private static final class Unheeded implements Answer {
        @Override
        public void came(Reply reply) {}

        @Override
        public void lost() {}
    }
}
