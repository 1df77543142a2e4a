package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.server.net.Admission.Bounds;
import parley.server.net.Admission.Place;

import java.net.InetAddress;

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
    void strangersLeaveRoomForThoseWhoHaveSignedIn() {
        let(LOOPBACK);
        let(LOOPBACK);
        Place third = let(LOOPBACK);
        assertThat(admission.enter(OTHER)).isEmpty();

        third.signedIn();

        assertThat(admission.enter(OTHER)).isPresent();
        assertThat(admission.enter(OTHER)).isEmpty();
    }

    @Test
    void aPlaceIsGivenFreeOnce() {
        Place place = let(ONE);
        place.signedIn();
        place.close();
        place.close();
        place.signedIn();

        for (int i = 0; i < 3; i++) {
            let(LOOPBACK);
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
