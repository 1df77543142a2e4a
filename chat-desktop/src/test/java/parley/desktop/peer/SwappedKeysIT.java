package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Fingerprint;
import parley.identity.Identity;
import parley.identity.SafetyNumber;
import parley.identity.SafetyNumber.Person;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A server that lies: it announces keys and addresses of its own to both sides, whose desktops
/// stand between the two and pass on what they say. Nothing on the way shows it at the first
/// meeting; the number that the two compare does.
class SwappedKeysIT {
    @TempDir private Path folder;

    /// A desktop and what it holds of others' keys.
    private record Side(String name, Identity identity, MemoryPeers known, Desktop desktop)
            implements AutoCloseable {
        /// What its owner reads out to compare with the other.
        SafetyNumber number(Side server, Side other) {
            Fingerprint shown = known.keys(other.desktop.name).getLast().key();
            Fingerprint at = server.identity.fingerprint();
            return SafetyNumber.of(
                    new Person(name, at, identity.fingerprint()),
                    new Person(other.name, at, shown));
        }

        void says(String text, Side to) {
            desktop.says(text, to.desktop);
            to.desktop.hearsFrom(desktop, text);
        }

        @Override
        public void close() {
            desktop.close();
        }
    }

    private Side side(String name, Introductions server, String owner) throws IOException {
        Path home = Files.createDirectories(folder.resolve(owner + "-as-" + name));
        Identity identity = Identity.ofDesktop(home);
        MemoryPeers known = new MemoryPeers();
        return new Side(
                name,
                identity,
                known,
                new Desktop(
                        name, server, identity, known, Consent.ASK_FIRST_TIME, Desktop.loopback()));
    }

    @Test
    void theNumbersAgreeWhereNobodyIsBetweenTheTwo() throws IOException {
        Introductions honest = new Introductions();
        try (Side yoda = side("yoda", honest, "yoda");
                Side luke = side("luke", honest, "luke")) {
            yoda.desktop.meets(luke.desktop);

            assertThat(yoda.number(yoda, luke)).isEqualTo(luke.number(yoda, yoda));
        }
    }

    @Test
    void theNumbersDifferWhereTheServerHasSwappedTheKeys() throws IOException {
        Introductions towardsYoda = new Introductions();
        Introductions towardsLuke = new Introductions();
        try (Side yoda = side("yoda", towardsYoda, "yoda");
                Side asLuke = side("luke", towardsYoda, "jabba");
                Side asYoda = side("yoda", towardsLuke, "jabba");
                Side luke = side("luke", towardsLuke, "luke")) {
            yoda.desktop.meets(asLuke.desktop);
            asYoda.desktop.meets(luke.desktop);
            yoda.says("are you there?", asLuke);
            asYoda.says("are you there?", luke);
            luke.says("I am", asYoda);
            asLuke.says("I am", yoda);

            assertThat(yoda.number(yoda, luke)).isNotEqualTo(luke.number(yoda, yoda));
        }
    }

    @Test
    void whoWasMetBeforeComesWithAnotherKeyAndNothingGoesOn() throws IOException {
        Introductions honest = new Introductions();
        Introductions lying = new Introductions();
        MemoryPeers known;
        Identity identity;
        try (Side yoda = side("yoda", honest, "yoda");
                Side luke = side("luke", honest, "luke")) {
            yoda.desktop.meets(luke.desktop);
            known = yoda.known;
            identity = yoda.identity;
        }

        try (Desktop yoda =
                        new Desktop(
                                "yoda",
                                lying,
                                identity,
                                known,
                                Consent.EVERYONE,
                                Desktop.loopback());
                Side asLuke = side("luke", lying, "jabba")) {
            yoda.service.open(asLuke.desktop.name);
            asLuke.desktop.isOnce(yoda, PeerState.Invited.class);
            asLuke.desktop.service.accept(yoda.name, Acceptance.FROM_NOW_ON);

            assertThat(yoda.isOnce(asLuke.desktop, PeerState.KeyChanged.class))
                    .isEqualTo(new PeerState.KeyChanged(asLuke.identity.fingerprint()));
            yoda.says("what I tell luke alone", asLuke.desktop);
            yoda.service.decline(asLuke.desktop.name);
            yoda.isOnce(asLuke.desktop, PeerState.Ended.class);
            assertThat(asLuke.desktop.textsFrom(yoda)).isEmpty();
        }
    }
}
