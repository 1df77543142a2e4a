package parley.desktop.local;

import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.OwnerOnly;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// The folder of one profile, open for one desktop at a time, private to its owner. The database in
/// it is brought up to date first, after a copy of it has been made; one that a newer Parley has
/// written is left alone.
public final class Profile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Profile.class);
    private static final String FILE = "desktop.db";

    /// In KiB, said as a negative number: the system has the pages in its memory anyway.
    private static final String CACHE_SIZE = "-512";

    private final Path folder;
    private final FileChannel lock;
    private final Database database;

    private Profile(Path folder, FileChannel lock, Database database) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
    }

    /// Opens the profile in this folder, which is made where it is missing.
    public static Profile open(Path folder) throws ProfileUnusable {
        return open(folder, Schema.PRESENT);
    }

    static Profile open(Path folder, Schema schema) throws ProfileUnusable {
        FileChannel lock = prepare(folder);
        try {
            return new Profile(
                    folder, lock, new Database(openDatabase(folder.resolve(FILE), schema)));
        } catch (ProfileUnusable unusable) {
            release(lock);
            throw unusable;
        }
    }

    private static FileChannel prepare(Path folder) throws ProfileUnusable {
        try {
            makePrivate(folder);
            return lock(folder);
        } catch (IOException failed) {
            throw new ProfileUnusable(
                    "The folder "
                            + folder
                            + " cannot be written. Choose another with --data, or make it"
                            + " writable.",
                    failed);
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        OwnerOnly.makeFolder(folder);
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            OwnerOnly.write(file, "");
        }
    }

    private static FileChannel lock(Path folder) throws IOException, ProfileUnusable {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("in-use"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            channel.close();
            throw new ProfileUnusable(
                    "Parley is open already with the profile in "
                            + folder
                            + ". Choose another with --profile to run two side by side.");
        }
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    private static Connection openDatabase(Path file, Schema schema) throws ProfileUnusable {
        try {
            schema.bringUpToDate(file);
            Properties settings = new Properties();
            settings.setProperty("journal_mode", "WAL");
            settings.setProperty("synchronous", "FULL");
            settings.setProperty("busy_timeout", "5000");
            settings.setProperty("cache_size", CACHE_SIZE);
            settings.setProperty("secure_delete", "true");
            return DriverManager.getConnection(Schema.url(file), settings);
        } catch (SQLException | FlywayException | IOException failed) {
            throw new ProfileUnusable(
                    "The database "
                            + file
                            + " cannot be opened. Where its disk is full, make room; else move"
                            + " the file away, and Parley begins a new one.",
                    failed);
        }
    }

    public Path folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    /// Closes the database, on the thread that used it last, and lets the next desktop in.
    @Override
    public void close() {
        database.close();
        release(lock);
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException failed) {
            LOG.debug("lock did not close cleanly: {}", failed.toString());
        }
    }
}
