package parley.desktop.client;

import parley.desktop.local.Entry;
import parley.desktop.local.KeptChats;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.peer.Introducer;
import parley.desktop.peer.KnownPeers;
import parley.identity.Fingerprint;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A desktop without a screen: all that it knows of its server, and all that it does about it.
///
/// Any thread may call it, the JavaFX one too: nothing here waits. What comes of a call is told to
/// the one listener, as a [Change], from a background thread; futures complete there, too, and
/// after the changes that led to them.
public interface Client extends Introducer, AutoCloseable {
    /// Opens the profile in this folder, which is made where it is missing.
    ///
    /// @throws ProfileUnusable with a sentence for people
    static Client open(Path profile) throws ProfileUnusable {
        return DeskClient.open(profile);
    }

    /// Who hears of all changes, one at a time. Called once, before anything else.
    void listen(Consumer<Change> listener);

    /// Who signed in last, for the login dialog.
    Optional<Remembered> remembered();

    /// Who signed in last, and where.
    ///
    /// @param kept whether `resume` would sign in without a password
    record Remembered(ServerAddress server, UserName user, boolean kept) {}

    /// Opens the window of who was kept signed in, and connects for as long as it takes. Does
    /// nothing where nobody was.
    void resume();

    /// Signs in; once. Where it succeeds, the line is kept from then on. Fails with a [NoLine] only
    /// where this desktop's own disk does.
    CompletableFuture<SignInOutcome> signIn(SignIn how);

    /// Accepts a server's key for good, as its owner has compared it; a sign-in follows.
    void trust(ServerAddress server, Fingerprint key);

    /// Signs out and closes the window; the future ends when the server has said goodbye, or a
    /// second later.
    CompletableFuture<Void> signOut(Leaving how);

    /// What becomes of the kept token at a sign-out.
    enum Leaving {
        /// The next start signs in by itself again, where this one was kept.
        KEEPING,
        /// The token is void, here and at the server.
        FORGETTING
    }

    /// How the line stands now.
    LinkState link();

    /// Comes back at once, where the line is down; also after a takeover, which it takes back.
    void tryNow();

    /// The owner is at work: a touch of mouse or keyboard in any of Parley's windows. May be called
    /// as often as it happens.
    void active();

    /// Says something. It is kept on disk first and goes out once, now or when the line is back.
    /// Nothing happens where no window is open.
    ///
    /// @return the id it goes out under
    String send(Chat chat, String text);

    /// Sends a failed message again.
    void retry(String id);

    /// Gives up a message that failed, or one that waits and whose answer is not awaited just now.
    /// Where one that waited has arrived all the same, over a line that broke, history brings it
    /// back.
    void discard(String id);

    /// Moves the read position forward.
    void read(Chat chat, long seq);

    /// The owner writes to somebody. May be called with each key; says so every three seconds.
    void typing(UserName user);

    /// Keeps what is written and not sent.
    void draft(Chat chat, String text);

    /// Sets one's own status: `ONLINE`, `AWAY` or `BUSY`. Holds across lost lines.
    void status(Status status);

    /// Blocks somebody: nothing of theirs arrives from then on.
    CompletableFuture<Reply> block(UserName user);

    CompletableFuture<Reply> unblock(UserName user);

    /// Loads the newest page of a chat: told as [Change.HistoryLoaded].
    void latest(Chat chat);

    /// Loads the page before the oldest that was loaded so far, from the disk or from the server:
    /// told as [Change.HistoryLoaded] or [Change.HistoryUnreachable].
    void older(Chat chat);

    /// Who was online at any time in the last while, and who is.
    CompletableFuture<List<Reply.Someone>> onlineSince(Duration last);

    /// Looks through the newest of what is kept on this computer for messages that hold all the
    /// words of a text, the newest first.
    CompletableFuture<List<Entry>> searchHere(String text);

    /// Asks the server anything.
    ///
    /// @return what it answered, refusals too; fails with a [NoLine] where there was no line or it
    ///   broke before the answer
    @Override
    CompletableFuture<Reply> ask(Request request);

    /// Where the connection to the server runs now.
    @Override
    Reach reach();

    /// The key of the server that somebody is signed in at: the one shown on the line or, where
    /// that is plain, in a handshake of its own. Known from then on, also when the server has gone;
    /// fails where it is not known and the server cannot be asked.
    CompletableFuture<Fingerprint> serverKey();

    /// The keys of people met in private chats, of whoever's window is open; nothing where none is.
    Optional<KnownPeers> knownPeers();

    /// The private chats that are kept on this computer, of whoever's window is open when something
    /// is done to them; what is there is told as [Change.Kept]. Any thread may use it, and nothing
    /// waits.
    KeptChats kept();

    /// Ends everything; what waits on disk stays there. Waits some two seconds at most.
    @Override
    void close();
}
