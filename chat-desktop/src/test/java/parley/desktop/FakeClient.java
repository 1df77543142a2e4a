package parley.desktop;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.client.NoLine;
import parley.desktop.local.Entry;
import parley.desktop.local.KeptChats;
import parley.desktop.local.KeptWord;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.KnownPeers;
import parley.desktop.peer.Mark;
import parley.desktop.peer.MessageState;
import parley.identity.Fingerprint;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A client without a server: remembers what it was asked, as sentences, and answers and tells what
/// a test wants.
public final class FakeClient implements Client {
    private final List<String> asked = new ArrayList<>();
    private Consumer<Change> listener = _ -> {};
    private CompletableFuture<SignInOutcome> signingIn = new CompletableFuture<>();
    private List<Reply.Someone> visitors = List.of();
    private CompletableFuture<Reply> answer = CompletableFuture.completedFuture(new Reply.Ok());
    private Optional<Remembered> remembered = Optional.empty();
    private Optional<Reply> results = Optional.empty();
    private List<Entry> kept = List.of();
    private final List<CompletableFuture<Reply>> pages = new ArrayList<>();

    /// What was asked since the last time.
    public synchronized List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    private synchronized void note(String deed) {
        asked.add(deed);
    }

    /// Tells the listener.
    public void tell(Change... changes) {
        List.of(changes).forEach(listener);
    }

    /// Answers the sign-in that waits.
    public void answerSignIn(SignInOutcome outcome) {
        CompletableFuture<SignInOutcome> waiting = signingIn;
        signingIn = new CompletableFuture<>();
        waiting.complete(outcome);
    }

    /// What the next block, unblock or question is answered.
    public void answers(CompletableFuture<Reply> answer) {
        this.answer = answer;
    }

    /// Who was online.
    public void visitors(List<Reply.Someone> visitors) {
        this.visitors = visitors;
    }

    /// Who signed in last.
    public void remembers(Remembered last) {
        remembered = Optional.of(last);
    }

    @Override
    public void listen(Consumer<Change> listener) {
        this.listener = listener;
    }

    @Override
    public Optional<Remembered> remembered() {
        return remembered;
    }

    @Override
    public void resume() {
        note("resume");
    }

    @Override
    public CompletableFuture<SignInOutcome> signIn(SignIn how) {
        note(
                "sign in %s at %s%s%s"
                        .formatted(
                                how.user(),
                                how.server(),
                                how.keep() ? ", kept" : "",
                                how.takeover() ? ", taking over" : ""));
        return signingIn;
    }

    @Override
    public void trust(ServerAddress server, Fingerprint key) {
        note("trust " + server + " " + key);
    }

    @Override
    public CompletableFuture<Void> signOut(Leaving how) {
        note("sign out " + how);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public LinkState link() {
        return new LinkState.SignedOut();
    }

    @Override
    public void tryNow() {
        note("try now");
    }

    @Override
    public void active() {
        note("active");
    }

    @Override
    public String send(Chat chat, String text) {
        note("send " + chat + " " + text);
        return "id";
    }

    @Override
    public void retry(String id) {
        note("retry " + id);
    }

    @Override
    public void discard(String id) {
        note("discard " + id);
    }

    @Override
    public void read(Chat chat, long seq) {
        note("read " + chat + " " + seq);
    }

    @Override
    public void typing(UserName user) {
        note("typing " + user);
    }

    @Override
    public void draft(Chat chat, String text) {
        note("draft " + chat + " " + text);
    }

    @Override
    public void status(Status status) {
        note("status " + status.wire());
    }

    @Override
    public CompletableFuture<Reply> block(UserName user) {
        note("block " + user);
        return answer;
    }

    @Override
    public CompletableFuture<Reply> unblock(UserName user) {
        note("unblock " + user);
        return answer;
    }

    @Override
    public void latest(Chat chat) {
        note("latest " + chat);
    }

    @Override
    public void older(Chat chat) {
        note("older " + chat);
    }

    @Override
    public CompletableFuture<List<Reply.Someone>> onlineSince(Duration last) {
        note("online since " + last);
        return CompletableFuture.completedFuture(visitors);
    }

    /// What the next page of a history is.
    public void turnsTo(CompletableFuture<Reply> page) {
        pages.add(page);
    }

    /// What a search finds, at the server and on this computer.
    public void finds(Reply.Results atServer, List<Entry> here) {
        results = Optional.of(atServer);
        kept = here;
    }

    /// The line is gone: what a search finds is on this computer.
    public void findsHere(List<Entry> here) {
        results = Optional.empty();
        kept = here;
    }

    @Override
    public CompletableFuture<List<Entry>> searchHere(String text) {
        note("search here " + text);
        return CompletableFuture.completedFuture(kept);
    }

    @Override
    public CompletableFuture<Reply> ask(Request request) {
        if (request instanceof Request.History history && !pages.isEmpty()) {
            note("history " + history.chat() + " " + history.page());
            return pages.removeFirst();
        }
        if (request instanceof Request.Search search && results.isPresent()) {
            note("search " + search.text() + " before " + search.before());
            return CompletableFuture.completedFuture(results.get());
        }
        return CompletableFuture.failedFuture(new NoLine());
    }

    @Override
    public Door dialAgain() throws IOException {
        throw new IOException("there is no server");
    }

    @Override
    public Reach reach() {
        return Reach.NETWORK;
    }

    @Override
    public CompletableFuture<Fingerprint> serverKey() {
        return CompletableFuture.completedFuture(new Fingerprint("S".repeat(42) + "A"));
    }

    @Override
    public Optional<KnownPeers> knownPeers() {
        return Optional.of(new Strangers());
    }

    @Override
    public KeptChats kept() {
        return new Kept();
    }

    /// What is to be kept is noted.
    private final class Kept implements KeptChats {
        @Override
        public void keep(UserName person, Instant since) {
            note("keep " + person);
        }

        @Override
        public void add(UserName person, KeptWord word) {
            note("keep of " + person + ": " + word.message().text());
        }

        @Override
        public void moved(UserName person, String id, MessageState how) {
            note("keep that " + id + " to " + person + " is " + how);
        }

        @Override
        public void discard(UserName person, String id) {
            note("keep no " + id + " to " + person);
        }

        @Override
        public void delete(UserName person) {
            note("keep nothing of " + person);
        }
    }

    @Override
    public void close() {
        note("close");
    }

    /// Nobody was ever met.
    private static final class Strangers implements KnownPeers {
        @Override
        public Acquaintance look(UserName person, Fingerprint key) {
            return Acquaintance.NEW;
        }

        @Override
        public void remember(UserName person, Fingerprint key) {}

        @Override
        public void welcome(UserName person, Fingerprint key) {}

        @Override
        public Acceptance relays(UserName person) {
            return Acceptance.THIS_TIME;
        }

        @Override
        public void relays(UserName person, Acceptance acceptance) {}

        @Override
        public List<KnownKey> keys(UserName person) {
            return List.of();
        }

        @Override
        public void mark(UserName person, Fingerprint key, Mark mark) {}
    }
}
