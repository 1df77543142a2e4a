package parley.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.UserName;
import parley.server.ManualClock;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class TokensTest {
    private static final UserName YODA = UserName.of("yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Duration DAY = Duration.ofDays(1);

    private final ManualClock clock = new ManualClock();
    private final MemoryAccountStore store = new MemoryAccountStore();
    private final Set<TokenId> held = new HashSet<>();
    private final Tokens tokens = started();

    private Tokens started() {
        return new Tokens(store, clock, new SecureRandom(), held::contains);
    }

    private boolean isGood(Token token) {
        return tokens.isGood(YODA, Tokens.read(token.text()).id());
    }

    private List<Token> make(int count) {
        List<Token> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(tokens.make(YODA));
        }
        return made;
    }

    @Test
    void aTokenIsThirtyTwoBytesAsBase64UrlAndItsOwnersAlone() {
        Token token = tokens.make(YODA);

        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(isGood(token)).isTrue();
        assertThat(tokens.isGood(LUKE, token.id())).isFalse();
    }

    @Test
    void onlyItsHashIsKept() {
        Token token = tokens.make(YODA);

        assertThat(store.tokens.toString()).doesNotContain(token.text());
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void aTokenSurvivesARestart() {
        Token token = tokens.make(YODA);

        assertThat(started().isGood(YODA, token.id())).isTrue();
    }

    @Test
    void aTokenIsGoodForThirtyDaysAfterItsLastUse() {
        Token token = tokens.make(YODA);

        clock.passes(DAY.multipliedBy(30));
        assertThat(isGood(token)).isTrue();
        assertThat(tokens.use(YODA, token.id())).isTrue();

        clock.passes(DAY.multipliedBy(30));
        assertThat(isGood(token)).isTrue();
        assertThat(started().isGood(YODA, token.id())).isTrue();

        clock.passes(DAY);
        assertThat(isGood(token)).isFalse();
    }

    @Test
    void oneThatIsUsedWhileTheClockIsAYearBackIsGoodAfterwards() {
        Token token = tokens.make(YODA);

        clock.passes(DAY.multipliedBy(-365));
        assertThat(tokens.use(YODA, token.id())).isTrue();
        clock.passes(DAY.multipliedBy(365));

        assertThat(isGood(token)).isTrue();
    }

    @Test
    void ofNineMadeOnOneDayTheOldestGoes() {
        List<Token> nine = make(9);

        assertThat(isGood(nine.getFirst())).isFalse();
        assertThat(nine.subList(1, 9)).allMatch(this::isGood);
        assertThat(store.tokens).hasSize(8);
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        List<Token> eight = make(8);
        clock.passes(DAY);
        tokens.use(YODA, eight.getFirst().id());

        tokens.make(YODA);

        assertThat(isGood(eight.get(0))).isTrue();
        assertThat(isGood(eight.get(1))).isFalse();
    }

    @Test
    void oneThatALivingConnectionHoldsNeverGoes() {
        List<Token> eight = make(8);
        held.add(eight.getFirst().id());

        tokens.make(YODA);

        assertThat(isGood(eight.get(0))).isTrue();
        assertThat(isGood(eight.get(1))).isFalse();
    }

    @Test
    void theOrderOfMakingSurvivesARestart() {
        List<Token> eight = make(8);

        Tokens again = started();
        again.make(YODA);

        assertThat(again.isGood(YODA, eight.get(0).id())).isFalse();
        assertThat(again.isGood(YODA, eight.get(1).id())).isTrue();
    }

    @Test
    void aForgottenTokenIsVoid() {
        Token token = tokens.make(YODA);
        Token other = tokens.make(YODA);

        tokens.forget(YODA, token.id());

        assertThat(isGood(token)).isFalse();
        assertThat(isGood(other)).isTrue();
        assertThat(tokens.use(YODA, token.id())).isFalse();
        assertThat(store.tokens).hasSize(1);
    }
}
