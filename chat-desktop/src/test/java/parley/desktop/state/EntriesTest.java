package parley.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import parley.desktop.local.Entry;
import parley.desktop.local.Entry.State;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class EntriesTest {
    private static final UserName LUKE = UserName.of("luke");

    private final Entries entries = new Entries();

    private static Entry said(long key, long seq) {
        return entry(key, new State.Said(1, seq));
    }

    private static Entry entry(long key, State state) {
        return new Entry(key, Chat.with(LUKE), LUKE, "word " + key, Instant.EPOCH, "", state);
    }

    private List<Long> keys() {
        return entries.shown().stream().map(Entry::key).toList();
    }

    @Test
    void aPageBeforeTheRestComesInWithOneChange() {
        entries.merge(List.of(said(13, 3), said(14, 4)));
        AtomicInteger changes = new AtomicInteger();
        entries.shown().addListener((ListChangeListener<Entry>) _ -> changes.incrementAndGet());

        entries.merge(List.of(said(11, 1), said(12, 2)));

        assertThat(keys()).containsExactly(11L, 12L, 13L, 14L);
        assertThat(changes).hasValue(1);
    }

    @Test
    void whatIsKnownIsThereOnce() {
        entries.merge(List.of(said(11, 1), said(12, 2)));

        entries.merge(List.of(said(12, 2), said(13, 3)));

        assertThat(keys()).containsExactly(11L, 12L, 13L);
    }

    @Test
    void aHoleIsFilledInItsPlace() {
        entries.merge(List.of(said(11, 1), said(13, 3)));

        entries.merge(List.of(said(12, 2)));

        assertThat(keys()).containsExactly(11L, 12L, 13L);
    }

    @Test
    void whatWaitsStandsBehindWhatWasSaidAndMovesWhenItIs() {
        entries.merge(List.of(said(11, 1), entry(12, new State.Waiting())));
        entries.merge(List.of(said(13, 2)));
        assertThat(keys()).containsExactly(11L, 13L, 12L);

        entries.merge(List.of(said(12, 3)));

        assertThat(keys()).containsExactly(11L, 13L, 12L);
        assertThat(entries.shown().getLast().state()).isEqualTo(new State.Said(1, 3));
    }

    @Test
    void whatWasOvertakenOnItsWayGoesWhereTheServerPutIt() {
        entries.merge(List.of(entry(12, new State.Waiting()), said(14, 3)));

        entries.merge(List.of(said(12, 2)));

        assertThat(keys()).containsExactly(12L, 14L);
    }

    @Test
    void whatWasGivenUpIsGone() {
        entries.merge(List.of(said(11, 1), entry(12, new State.Waiting())));

        entries.remove(12);
        entries.remove(99);

        assertThat(keys()).containsExactly(11L);
    }
}
