package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class IdRunTest {
    private static final IdHash HASH = new IdHash(42);

    private final IdRun run = new IdRun(3);

    private List<Long> find(long hash) {
        List<Long> found = new ArrayList<>();
        run.find(hash, found::add);
        return found;
    }

    @Test
    void anIdIsFoundWhereItsMessageStands() {
        run.add(run.first(), 5, HASH.of(1, "a"));
        run.add(run.first() + 1, 6, HASH.of(2, "a"));

        assertThat(find(HASH.of(1, "a"))).containsExactly(run.first());
        assertThat(find(HASH.of(2, "a"))).containsExactly(run.first() + 1);
        assertThat(find(HASH.of(1, "b"))).isEmpty();
        assertThat(run.time()).isEqualTo(6);
    }

    @Test
    void aFullRunFindsEachOfItsIds() {
        for (long pos = run.first(); pos <= run.last(); pos++) {
            run.add(pos, 0, HASH.of((int) pos % 7, "id-" + pos));
        }

        for (long pos = run.first(); pos <= run.last(); pos++) {
            assertThat(find(HASH.of((int) pos % 7, "id-" + pos))).containsExactly(pos);
        }
    }

    @Test
    void itsPartsHoldEachIdOnceWithItsPlace() {
        for (long pos = run.first(); pos <= run.last(); pos++) {
            run.add(pos, 0, pos % 10 == 0 ? 0 : HASH.of(1, "id-" + pos));
        }

        List<Integer> places = new ArrayList<>();
        List<byte[]> parts = run.parts();
        for (int part = 0; part < parts.size(); part++) {
            int number = part;
            IdRun.read(
                    parts.get(part),
                    (rest, place) -> {
                        long hash = HASH.of(1, "id-" + (run.first() + place));
                        assertThat(IdRun.mark(number, rest)).isEqualTo(IdRun.mark(hash));
                        places.add(place);
                    });
        }

        assertThat(places).hasSize(run.ids()).doesNotHaveDuplicates();
        assertThat(parts.stream().mapToInt(IdRun::idsIn).sum()).isEqualTo(run.ids());
    }

    @Test
    void messagesWithoutAnIdTakeNoRoom() {
        for (long pos = run.first(); pos <= run.last(); pos++) {
            run.add(pos, 0, 0);
        }

        assertThat(run.ids()).isZero();
        assertThat(run.parts()).allMatch(part -> part.length == 0);
    }
}
