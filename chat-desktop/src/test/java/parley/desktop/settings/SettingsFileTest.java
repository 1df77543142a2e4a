package parley.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.kit.Scheme;
import parley.desktop.peer.Consent;
import parley.desktop.peer.Disclosure;
import parley.desktop.peer.Routers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SettingsFileTest {
    @TempDir private Path folder;

    private Choices load() {
        try (SettingsFile file = new SettingsFile(folder)) {
            return file.load();
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("settings.properties"), text);
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        try (SettingsFile file = new SettingsFile(folder)) {
            Settings settings = new Settings(file.load(), file::keep);
            settings.schemeProperty().set(Scheme.DARK);
            settings.consentProperty().set(Consent.EVERYONE);
            settings.disclosureProperty().set(Disclosure.TO_NOBODY);
            settings.portProperty().set(41_233);
            settings.routersProperty().set(Routers.ASKED);
        }

        assertThat(load())
                .isEqualTo(
                        new Choices(
                                Scheme.DARK,
                                Consent.EVERYONE,
                                Disclosure.TO_NOBODY,
                                41_233,
                                Routers.ASKED));
    }

    @Test
    void beforeAnythingIsChosenTheFirstChoicesHold() {
        assertThat(load()).isEqualTo(Choices.FIRST);
    }

    @Test
    void whatAnotherVersionWroteIsLeftAtTheFirstChoice() throws IOException {
        write("scheme=SEPIA\nprivate-chats=EVERYONE\nfuture=yes\n");

        assertThat(load())
                .isEqualTo(
                        new Choices(
                                Choices.FIRST.scheme(),
                                Consent.EVERYONE,
                                Choices.FIRST.disclosure(),
                                Choices.FIRST.port(),
                                Choices.FIRST.routers()));
    }

    @Test
    void whatCannotBeReadIsNoReasonNotToStart() throws IOException {
        write("scheme=\\u00zz");

        assertThat(load()).isEqualTo(Choices.FIRST);
    }
}
