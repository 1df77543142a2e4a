package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.identity.Fingerprint;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.Role;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class IntroductionTest {
    private static final PeerAddress HOME = at("192.0.2.7:41233");

    private static PeerAddress at(String written) {
        return PeerAddress.parse(written).orElseThrow();
    }

    private static Introduction with(List<PeerAddress> addresses) {
        return new Introduction(
                "session",
                Role.DIAL,
                addresses,
                Introducer.Reach.NETWORK,
                new Fingerprint("a".repeat(42) + "A"),
                Acquaintance.KNOWN,
                "");
    }

    private static Optional<InetAddress> from(String literal) {
        return Optional.of(InetAddress.ofLiteral(literal));
    }

    @Test
    void whereThePeerHasDialledFromIsTriedToo() {
        assertThat(with(List.of(HOME)).knowing(from("192.0.2.99")).dialable())
                .containsExactly(at("192.0.2.99:41233"), HOME);
    }

    @Test
    void whatIsKnownAlreadyAndWhatIsNotKnownChangeNothing() {
        assertThat(with(List.of(HOME)).knowing(from("192.0.2.7")).addresses())
                .containsExactly(HOME);
        assertThat(with(List.of(HOME)).knowing(Optional.empty()).addresses()).containsExactly(HOME);
    }

    @Test
    void whoGaveNoAddressIsNotDialledWhereTheyCameFrom() {
        assertThat(with(List.of()).knowing(from("192.0.2.99")).addresses()).isEmpty();
    }

    @Test
    void theNewestPlacesStayWhereThereAreTooMany() {
        Introduction moving =
                with(
                        IntStream.rangeClosed(1, Limits.ADDRESSES + 1)
                                .mapToObj(i -> at("192.0.2." + i + ":41233"))
                                .toList());

        assertThat(moving.knowing(from("192.0.2.99")).addresses())
                .hasSize(Limits.ADDRESSES + 1)
                .startsWith(at("192.0.2.99:41233"))
                .endsWith(at("192.0.2.16:41233"));
    }
}
