package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.server.net.Admission.Bounds;
import parley.server.net.Admission.Place;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

class AdmissionTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("192.0.2.2");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Admission admission = new Admission(new Bounds(4, 3, 2));

    private Place let(InetAddress from) {
        return admission.enter(from).orElseThrow();
    }

    @Test
    void fromOneAddressComeNoMoreThanItsShare() {
        Place first = let(ONE);
        let(ONE);
        assertThat(admission.enter(ONE)).isEmpty();
        let(OTHER);

        first.close();

        assertThat(admission.enter(ONE)).isPresent();
    }

    @Test
    void loopbackHasNoShare() {
        let(LOOPBACK);
        let(LOOPBACK);

        assertThat(admission.enter(LOOPBACK)).isPresent();
    }

    @Test
    void theOldestStrangerMakesRoomForTheNext() {
        List<String> shownOut = new ArrayList<>();
        let(LOOPBACK).onShowingOut(() -> shownOut.add("first"));
        let(LOOPBACK).onShowingOut(() -> shownOut.add("second"));
        let(LOOPBACK).onShowingOut(() -> shownOut.add("third"));

        let(OTHER);

        assertThat(shownOut).containsExactly("first");
    }

    @Test
    void whoHasSignedInIsNotShownOut() {
        List<String> shownOut = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Place place = let(LOOPBACK);
            place.onShowingOut(() -> shownOut.add("somebody"));
            place.signedIn();
        }

        assertThat(admission.enter(LOOPBACK)).isEmpty();
        assertThat(shownOut).isEmpty();
    }

    @Test
    void whoHasTakenTheirShareMakesNobodyLeave() {
        List<String> shownOut = new ArrayList<>();
        let(LOOPBACK).onShowingOut(() -> shownOut.add("somebody"));
        let(ONE);
        let(ONE);

        assertThat(admission.enter(ONE)).isEmpty();
        assertThat(shownOut).isEmpty();
    }

    @Test
    void aPlaceIsGivenFreeOnce() {
        Place place = let(ONE);
        place.signedIn();
        place.close();
        place.close();
        place.signedIn();

        for (int i = 0; i < 4; i++) {
            let(LOOPBACK).signedIn();
        }
        assertThat(admission.enter(LOOPBACK)).isEmpty();
    }

    @Test
    void aMachineOfFewDescriptorsTakesFew() {
        assertThat(Bounds.of(1024)).isEqualTo(new Bounds(768, 384, 1024));
        assertThat(Bounds.of(1_000_000).inAll()).isEqualTo(32_768);
        assertThat(Bounds.of(1024).fromAnywhere()).isEqualTo(new Bounds(768, 768, 768));
    }
}
