package parley.desktop.sidebar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.kit.SpokenTime;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Trouble;
import parley.desktop.sidebar.ConnectionWords.Cover;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

class ConnectionWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:54:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-22T18:49:00Z");

    private static ConnectionWords of(LinkState link, Cover cover) {
        SpokenTime times = new SpokenTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);
        return ConnectionWords.of(link, "rebel-base", cover, times);
    }

    private static String sentence(LinkState link) {
        return of(link, Cover.TLS).sentence();
    }

    private static String verb(LinkState link) {
        return of(link, Cover.TLS).verb();
    }

    @Test
    void encryptedIsSaidOnlyWhereItIs() {
        LinkState online = new LinkState.Online(SINCE);

        assertThat(of(online, Cover.TLS).sentence())
                .isEqualTo("Connected to rebel-base, encrypted");
        assertThat(of(online, Cover.THIS_MACHINE).sentence()).isEqualTo("Connected to rebel-base");
    }

    @Test
    void itIsSaidWhatIsDoneAndSinceWhen() {
        assertThat(sentence(new LinkState.Connecting(SINCE, 1)))
                .isEqualTo("Connecting to rebel-base…");
        assertThat(sentence(new LinkState.Connecting(SINCE, 3)))
                .isEqualTo("No connection since 18:49. Trying…");
        assertThat(sentence(new LinkState.Waiting(SINCE, 3, NOW.plusSeconds(8), Trouble.SHUTDOWN)))
                .isEqualTo("Server down since 18:49. Next try in 8 seconds.");
    }

    @Test
    void everyTroubleHasItsWords() {
        for (Trouble trouble : Trouble.values()) {
            assertThat(sentence(new LinkState.Waiting(SINCE, 1, NOW, trouble)))
                    .endsWith("since 18:49. Next try now.");
        }
    }

    @Test
    void oneCanTryNowWhereTheDesktopWaits() {
        assertThat(verb(new LinkState.Waiting(SINCE, 1, NOW, Trouble.BROKEN))).isEqualTo("Try now");
        assertThat(verb(new LinkState.Stopped(new Stop.TakenOver()))).isEqualTo("Try now");
        assertThat(verb(new LinkState.Stopped(new Stop.Idle()))).isEqualTo("Try now");
        assertThat(verb(new LinkState.Online(SINCE))).isEmpty();
    }

    @Test
    void whereOnlyThePasswordHelpsOneIsOfferedToSignIn() {
        assertThat(verb(new LinkState.Stopped(new Stop.Removed()))).isEqualTo("Sign in");
        assertThat(verb(new LinkState.Stopped(new Stop.Refused(new SignInOutcome.TokenRefused()))))
                .isEqualTo("Sign in");
    }
}
