package parley.server.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

class OfferTest {
    private static Offer offer(String seenAt, String... addresses) {
        List<PeerAddress> parsed =
                Arrays.stream(addresses).map(a -> PeerAddress.parse(a).orElseThrow()).toList();
        return new Offer(InetAddress.ofLiteral(seenAt), parsed, "key");
    }

    private static List<String> told(Offer offer, Offer other) {
        return offer.as(other).stream().map(PeerAddress::toString).toList();
    }

    private static final Offer INSIDE = offer("127.0.0.1", "192.0.2.9:5000");
    private static final Offer OUTSIDE = offer("198.51.100.9", "192.0.2.9:5000");

    @Test
    void theAddressThatTheServerSeesIsAddedWithThePortOfTheFirst() {
        Offer offer = offer("198.51.100.7", "192.0.2.7:4711", "[2001:db8::7]:4712");

        assertThat(told(offer, OUTSIDE))
                .containsExactly("192.0.2.7:4711", "[2001:db8::7]:4712", "198.51.100.7:4711");
    }

    @Test
    void anAddressThatIsThereAlreadyIsNotAddedAgain() {
        assertThat(told(offer("192.0.2.7", "192.0.2.7:4711"), OUTSIDE))
                .containsExactly("192.0.2.7:4711");
    }

    @Test
    void loopbackIsPassedOnWhereBothAreOnLoopback() {
        assertThat(told(offer("127.0.0.1", "192.0.2.7:4711", "[::1]:4711"), INSIDE))
                .containsExactly("192.0.2.7:4711", "[::1]:4711", "127.0.0.1:4711");
    }

    @Test
    void loopbackIsNotPassedOnWhereEitherIsElsewhere() {
        Offer inside = offer("127.0.0.1", "127.0.0.1:4711", "0.0.0.0:4711", "192.0.2.7:4711");
        Offer outside = offer("198.51.100.7", "127.0.0.1:4711", "[::1]:4711");

        assertThat(told(inside, OUTSIDE)).containsExactly("192.0.2.7:4711");
        assertThat(told(outside, INSIDE)).containsExactly("198.51.100.7:4711");
    }

    @Test
    void whereEitherGivesTheirAddressToNobodyNeitherIsToldAny() {
        Offer hidden = new Offer(InetAddress.ofLiteral("198.51.100.7"), List.of(), "key");

        assertThat(told(hidden, OUTSIDE)).isEmpty();
        assertThat(told(OUTSIDE, hidden)).isEmpty();
    }
}
