package parley.server.presence;

import parley.protocol.Reply;
import parley.protocol.Reply.Someone;
import parley.protocol.Request;
import parley.protocol.Request.Span;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.wire.LineRoom;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Supplier;

/// What one user may see of all others: the answers to `who`. Memory work; any thread may use it.
public final class Roster {
    /// Bytes of an entry beside its name.
    private static final int ENTRY = 96;

    /// The longest time that is looked back, in seconds: a thousand years.
    private static final long LONGEST = 1000L * 366 * 24 * 3600;

    private final Supplier<SequencedSet<UserName>> accounts;
    private final Presences presences;
    private final SignIns signIns;
    private final Blocks blocks;
    private final Clock clock;

    /// @param accounts all accounts, in the order of names
    public Roster(
            Supplier<SequencedSet<UserName>> accounts,
            Presences presences,
            SignIns signIns,
            Blocks blocks,
            Clock clock) {
        this.accounts = accounts;
        this.presences = presences;
        this.signIns = signIns;
        this.blocks = blocks;
        this.clock = clock;
    }

    /// The answer to this question, or the part of it that fits into a line.
    public Reply.Users who(UserName asker, Request.Who question) {
        String after = UserName.parse(question.after()).map(UserName::key).orElse(question.after());
        LineRoom room = new LineRoom();
        List<Someone> part = new ArrayList<>();
        for (UserName user : accounts.get()) {
            if (user.equals(asker) || UserName.compareKeys(user.key(), after) <= 0) {
                continue;
            }
            Optional<Someone> seen = look(asker, user, question.span());
            if (seen.isPresent() && !room.take(ENTRY + LineRoom.of(user.toString()))) {
                return new Reply.Users(part, part.getLast().user().toString());
            }
            seen.ifPresent(part::add);
        }
        return new Reply.Users(part, "");
    }

    private Optional<Someone> look(UserName asker, UserName user, Span span) {
        return switch (span) {
            case Span.Now() -> blocks.hides(user, asker) ? Optional.empty() : now(user);
            case Span.Since(long seconds) ->
                    blocks.hides(user, asker) ? Optional.empty() : since(user, seconds);
            case Span.All() -> Optional.of(any(asker, user));
        };
    }

    private Optional<Someone> now(UserName user) {
        return presences
                .here(user)
                .map(here -> new Someone.There(user, here.status(), here.since()));
    }

    private Optional<Someone> since(UserName user, long seconds) {
        Instant begin = clock.instant().minusSeconds(Math.min(seconds, LONGEST));
        return now(user)
                .or(() ->
                        signIns.lastSeen(user)
                                .filter(seen -> !seen.isBefore(begin))
                                .map(seen -> new Someone.Gone(user, Optional.of(seen))));
    }

    private Someone any(UserName asker, UserName user) {
        Optional<Instant> blocked = blocks.since(user, asker);
        if (blocked.isEmpty()) {
            return now(user).orElseGet(() -> new Someone.Gone(user, signIns.lastSeen(user)));
        }
        Optional<Instant> seen = presences.isOnline(user) ? blocked : signIns.lastSeen(user);
        return new Someone.Gone(
                user, seen.map(time -> time.isAfter(blocked.get()) ? blocked.get() : time));
    }
}
