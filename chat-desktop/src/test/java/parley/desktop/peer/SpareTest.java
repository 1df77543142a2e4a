package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.desktop.peer.disk.Chunk;

class SpareTest {
    private final Spare spare = new Spare(2);

    @Test
    void theArrayThatCameBackLastServesFirst() {
        Chunk first = spare.lend(1);
        Chunk second = spare.lend(PeerLimits.FILE_CHUNK);
        first.release();
        second.release();

        assertThat(spare.lend(7).array()).isSameAs(second.array());
        assertThat(spare.lend(7).array()).isSameAs(first.array());
    }

    @Test
    void nobodyElseHasAnArrayThatIsLent() {
        assertThat(spare.lend(7).array()).isNotSameAs(spare.lend(7).array());
    }

    @Test
    void thereIsRoomForTheBytesAndForTheirLine() {
        Chunk lent = spare.lend(PeerLimits.FILE_CHUNK);

        assertThat(lent.length()).isEqualTo(PeerLimits.FILE_CHUNK);
        assertThat(lent.from()).isEqualTo(PeerLimits.FILE_LINE_ROOM);
        assertThat(lent.array()).hasSize(PeerLimits.FILE_LINE_ROOM + PeerLimits.FILE_CHUNK);
    }

    @Test
    void noMoreAreRememberedThanThereMayBe() {
        Chunk first = spare.lend(7);
        Chunk second = spare.lend(7);
        Chunk third = spare.lend(7);
        first.release();
        second.release();
        third.release();

        assertThat(spare.lend(7).array()).isSameAs(second.array());
        assertThat(spare.lend(7).array()).isSameAs(first.array());
        assertThat(spare.lend(7).array()).isNotSameAs(third.array());
    }
}
