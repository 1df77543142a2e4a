package parley.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.server.account.BadCredentials;
import parley.server.admin.AdminDoor;
import parley.server.net.Acceptor;
import parley.server.storage.Database;
import parley.server.storage.StoreDamaged;
import parley.server.storage.StoreUnavailable;

import java.util.concurrent.atomic.AtomicBoolean;

/// The server, built from its parts: it starts them in order and stops them in reverse. Any thread
/// may use it.
public final class ChatServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatServer.class);

    private final Database database;
    private final Parts parts;
    private final Acceptor acceptor;
    private final Started all;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ChatServer(Database database, Parts parts, Acceptor acceptor, Started all) {
        this.database = database;
        this.parts = parts;
        this.acceptor = acceptor;
        this.all = all;
    }

    /// Builds and starts a server; when this returns it takes connections.
    ///
    /// @throws CannotStart for what its operator can mend
    public static ChatServer start(ServerConfig config) throws CannotStart {
        try (Started started = new Started()) {
            DataFolder folder = started.add(DataFolder.open(config.data()));
            Identity identity = ServerIdentity.of(config, folder);
            Database database = started.add(openStore(folder));
            started.add(AdminDoor.open(folder.path(), database::copyTo));
            Parts parts = started.add(build(config, database));
            Acceptor acceptor =
                    started.add(
                            Listening.open(config, TlsContexts.server(identity), parts.house()));
            Fingerprint fingerprint = identity.fingerprint();
            LOG.info("TLS key fingerprint={} ({})", fingerprint.forPeople(), fingerprint);
            parts.start();
            acceptor.start();
            return new ChatServer(database, parts, acceptor, started.handOver());
        }
    }

    private static Database openStore(DataFolder folder) throws CannotStart {
        try {
            return Database.open(folder.path());
        } catch (StoreUnavailable failed) {
            throw cannotUse(folder, failed);
        }
    }

    private static CannotStart cannotUse(DataFolder folder, StoreUnavailable failed) {
        if (failed instanceof StoreDamaged) {
            return new CannotStart(
                    "The store in "
                            + folder.path()
                            + " is damaged, and was left as it is: ./parley admin check tells more,"
                            + " ./parley admin restore puts a backup in its place.",
                    failed);
        }
        return new CannotStart(
                "The store in "
                        + folder.path()
                        + " can't be used; see that the disk has room, the files belong to this"
                        + " user and no newer server has written them, or restore a backup.",
                failed);
    }

    private static Parts build(ServerConfig config, Database database) throws CannotStart {
        try {
            return Parts.build(config, database);
        } catch (BadCredentials bad) {
            throw new CannotStart(String.valueOf(bad.getMessage()), bad);
        } catch (StoreUnavailable failed) {
            throw new CannotStart(
                    "The store can't be read; ./parley admin check tells more, ./parley admin"
                            + " restore puts a backup in its place.",
                    failed);
        }
    }

    /// The port that it listens on.
    public int port() {
        return acceptor.port();
    }

    /// Does this once the store can be used no more; on one of the store's threads, which it must
    /// not hold up.
    public void onBroken(Runnable action) {
        database.onBroken(why -> {
            LOG.error("the disk fails or the store is damaged", why);
            action.run();
        });
    }

    /// How many users are signed in.
    public int signedIn() {
        return parts.house().signedIn();
    }

    /// Tells every client `bye` `shutdown`, keeps what was accepted, and ends. Bounded for whatever
    /// clients and a disk that hangs may do: 2.5 s for the good-byes, 3 s for the store's writers
    /// and 1 s for its readers. Doing it again does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            all.close();
        }
    }
}
