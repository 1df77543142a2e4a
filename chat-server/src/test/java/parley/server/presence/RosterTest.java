package parley.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Reply.Someone;
import parley.protocol.Request;
import parley.protocol.Request.Span;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.server.ManualClock;
import parley.server.MemoryBlockStore;
import parley.server.RecordedDelivery;
import parley.server.block.Blocks;
import parley.wire.FrameCodec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.IntStream;

class RosterTest {
    private static final UserName HAN = UserName.of("han");
    private static final UserName LEIA = UserName.of("leia");
    private static final UserName LUKE = UserName.of("luke");
    private static final UserName YODA = UserName.of("yoda");
    private static final Span NOW = new Span.Now();
    private static final Span ALL = new Span.All();

    private final ManualClock clock = new ManualClock();
    private final Blocks blocks = new Blocks(new MemoryBlockStore(), clock);
    private final MemorySignIns store = new MemorySignIns();
    private SequencedSet<UserName> accounts = new LinkedHashSet<>(List.of(HAN, LEIA, LUKE, YODA));
    private SignIns signIns = new SignIns(store);
    private Presences presences = presences();

    private Presences presences() {
        return new Presences(blocks, new RecordedDelivery(), signIns, clock);
    }

    private Reply.Users ask(Span span, String after) {
        return new Roster(() -> accounts, presences, signIns, blocks, clock)
                .who(HAN, new Request.Who(span, after));
    }

    private List<Someone> who(Span span) {
        Reply.Users users = ask(span, "");
        assertThat(users.next()).isEmpty();
        return users.users();
    }

    private static Someone gone(UserName user, Instant seen) {
        return new Someone.Gone(user, Optional.of(seen));
    }

    private static Someone neverSeen(UserName user) {
        return new Someone.Gone(user, Optional.empty());
    }

    private Instant enter(UserName user) {
        return presences.enter(user, PresenceMode.EACH);
    }

    private Instant visit(UserName user) {
        enter(user);
        clock.passes(Duration.ofSeconds(10));
        presences.leave(user);
        return clock.instant();
    }

    @BeforeEach
    void theAskerIsOnline() {
        enter(HAN);
    }

    @Test
    void nowAreThoseWhoAreOnlineInTheOrderOfNamesWithoutTheAsker() {
        Instant yoda = enter(YODA);
        clock.passes(Duration.ofSeconds(1));
        Instant leia = enter(LEIA);
        visit(LUKE);
        presences.set(LEIA, Status.AWAY);

        assertThat(who(NOW))
                .containsExactly(
                        new Someone.There(LEIA, Status.AWAY, leia),
                        new Someone.There(YODA, Status.ONLINE, yoda));
    }

    @Test
    void sinceAreThoseToAndThoseWhoWentInTheTime() {
        Instant luke = visit(LUKE);
        clock.passes(Duration.ofSeconds(20));
        Instant yoda = enter(YODA);

        assertThat(who(new Span.Since(20)))
                .containsExactly(gone(LUKE, luke), new Someone.There(YODA, Status.ONLINE, yoda));
        assertThat(who(new Span.Since(19)))
                .containsExactly(new Someone.There(YODA, Status.ONLINE, yoda));
        assertThat(who(new Span.Since(Limits.INTEGER))).hasSize(2);
    }

    @Test
    void allAreEveryAccount() {
        Instant luke = visit(LUKE);
        Instant yoda = enter(YODA);

        assertThat(who(ALL))
                .containsExactly(
                        neverSeen(LEIA),
                        gone(LUKE, luke),
                        new Someone.There(YODA, Status.ONLINE, yoda));
    }

    @Test
    void whoHasBlockedTheAskerIsAbsentAndInAllOfflineSinceTheBlock() {
        enter(YODA);
        clock.passes(Duration.ofSeconds(5));
        Instant block = clock.instant();
        blocks.block(YODA, HAN);
        clock.passes(Duration.ofSeconds(5));

        assertThat(who(NOW)).isEmpty();
        assertThat(who(new Span.Since(900))).isEmpty();
        assertThat(who(ALL)).contains(gone(YODA, block));

        presences.leave(YODA);
        visit(YODA);
        assertThat(who(ALL)).contains(gone(YODA, block));
    }

    @Test
    void whomTheAskerHasBlockedIsSeen() {
        enter(YODA);
        blocks.block(HAN, YODA);

        assertThat(who(NOW)).hasSize(1);
    }

    @Test
    void whoWasSeenIsKnownAfterARestart() {
        Instant luke = visit(LUKE);

        signIns = new SignIns(store);
        presences = presences();

        assertThat(who(new Span.Since(60))).contains(gone(LUKE, luke));
    }

    @Test
    void anAccountThatHasGoneIsNotListed() {
        visit(LUKE);
        accounts = new LinkedHashSet<>(List.of(HAN, YODA));

        assertThat(who(new Span.Since(900))).isEmpty();
    }

    @Test
    void aListThatOutgrowsALineComesInParts() {
        accounts = new LinkedHashSet<>();
        IntStream.range(0, 2000)
                .mapToObj(i -> UserName.of("%04d".formatted(i) + "\"".repeat(20)))
                .forEach(accounts::add);
        List<UserName> listed = new ArrayList<>();

        String after = "";
        do {
            Reply.Users part = ask(ALL, after);
            assertThat(FrameCodec.encodeReply(new Envelope<>("\u0001".repeat(64), part)))
                    .hasSizeLessThanOrEqualTo(Limits.LINE_BYTES);
            part.users().forEach(someone -> listed.add(someone.user()));
            after = part.next();
        } while (!after.isEmpty());

        assertThat(listed).containsExactlyElementsOf(accounts);
    }

    @Test
    void behindANameGoesOnWhetherOrNotThatNameIsThere() {
        for (String after : new String[] {"LEIA", "leia", "lf"}) {
            assertThat(ask(ALL, after).users().getFirst().user()).isEqualTo(LUKE);
        }
        assertThat(ask(ALL, "zz").users()).isEmpty();
    }
}
