package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.client.Client.Remembered;
import parley.desktop.net.ServerAddress;
import parley.protocol.UserName;

import java.util.Optional;

class PrefilledTest {
    private static final Remembered LUKE =
            new Remembered(new ServerAddress("rebel-base", 7331), UserName.of("luke"), true);

    private static boolean allows(String server, String user) {
        return new Prefilled(
                        Optional.of(server).filter(each -> !each.isEmpty()),
                        Optional.of(user).filter(each -> !each.isEmpty()))
                .allows(LUKE);
    }

    @Test
    void aKeptSignInGoesOnWhereNobodyElseIsWanted() {
        assertThat(allows("", "")).isTrue();
        assertThat(allows("rebel-base:7331", "")).isTrue();
        assertThat(allows("Rebel-Base", "Luke")).isTrue();
    }

    @Test
    void anotherServerOrAnotherNameHasTheDialog() {
        assertThat(allows("rebel-base:7332", "")).isFalse();
        assertThat(allows("", "leia")).isFalse();
        assertThat(allows("", "no name")).isFalse();
    }
}
