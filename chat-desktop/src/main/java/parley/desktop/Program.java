package parley.desktop;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.client.Client;
import parley.desktop.kit.Look;
import parley.desktop.kit.SpokenTime;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.settings.Settings;
import parley.desktop.settings.SettingsFile;
import parley.identity.Identity;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// One run of the desktop, from the profile's folder to the closed window.
final class Program {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Path folder;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Program(Path folder) {
        this.folder = folder;
    }

    /// What has to be there before the window opens.
    @FunctionalInterface
    interface First {
        void make() throws CannotStart;
    }

    /// Runs until its owner closes the window, or a signal ends it.
    ///
    /// @param prefilled asked when `first` has been made
    /// @param complaints hear in a sentence why it cannot start
    /// @return the exit code
    static int run(
            Path folder, First first, Supplier<Prefilled> prefilled, PrintWriter complaints) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LOG.error("fault thread={}", thread.getName(), failure));
        try {
            FxStart.up();
            first.make();
            new Program(folder).run(prefilled.get());
            return 0;
        } catch (CannotStart why) {
            complaints.println(why.getMessage());
            return 1;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void run(Prefilled prefilled) throws CannotStart, InterruptedException {
        try (Client client = client();
                SettingsFile file = new SettingsFile(folder)) {
            Identity identity = identity();
            Settings settings = new Settings(file.load(), file::keep);
            CompletableFuture<Desktop> opened =
                    CompletableFuture.supplyAsync(
                            () -> open(client, identity, settings, prefilled), Platform::runLater);
            try (Desktop desktop = opened.join()) {
                onSignal(desktop);
                closed.await();
            }
        }
    }

    private Desktop open(Client client, Identity identity, Settings settings, Prefilled prefilled) {
        Stage stage = new Stage();
        Desktop desktop =
                new Desktop(
                        new Desktop.Needs(
                                client,
                                identity,
                                settings,
                                prefilled,
                                Look.ofThisSystem(settings.schemeProperty()),
                                stage,
                                Bindings.and(
                                        stage.focusedProperty(), stage.iconifiedProperty().not()),
                                new SystemLinks(),
                                new SystemFiles(stage),
                                new SystemPlaces(stage),
                                SpokenTime.here()));
        stage.setOnHidden(_ -> {
            desktop.leave();
            closed.countDown();
        });
        desktop.open();
        return desktop;
    }

    /// A signal says good-bye like a closed window. Too late, it does nothing.
    private static void onSignal(Desktop desktop) {
        Runtime.getRuntime().addShutdownHook(new Thread(desktop::close, "good-bye"));
    }

    private Client client() throws CannotStart {
        try {
            return Client.open(folder);
        } catch (ProfileUnusable unusable) {
            throw new CannotStart(unusable.sentence(), unusable);
        }
    }

    private Identity identity() throws CannotStart {
        try {
            return Identity.ofDesktop(folder);
        } catch (IOException broken) {
            throw new CannotStart(String.valueOf(broken.getMessage()), broken);
        }
    }
}
