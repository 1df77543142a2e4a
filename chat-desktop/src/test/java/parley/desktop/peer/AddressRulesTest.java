package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import parley.desktop.peer.Introducer.Reach;
import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class AddressRulesTest {
    private static PeerAddress address(String written) {
        return PeerAddress.parse(written).orElseThrow();
    }

    private static List<PeerAddress> dialable(Reach reach, String... written) {
        return AddressRules.dialable(
                Stream.of(written).map(AddressRulesTest::address).toList(), reach);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7:41233",
                "10.0.0.1:1024",
                "100.64.0.1:5000",
                "[2001:db8::7]:41233",
                "[fd00::1]:65535"
            })
    void aUnicastAddressIsDialled(String written) {
        assertThat(dialable(Reach.NETWORK, written)).containsExactly(address(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0:5000",
                "0.1.2.3:5000",
                "224.0.0.1:5000",
                "239.255.255.250:1900",
                "240.0.0.1:5000",
                "255.255.255.255:5000",
                "169.254.169.254:8080",
                "[::]:5000",
                "[ff02::1]:5000",
                "[fe80::1]:5000",
                "[::7f00:1]:5000",
                "[64:ff9b::7f00:1]:5000",
                "127.0.0.1:5000",
                "127.8.8.8:5000",
                "[::1]:5000",
                "[::ffff:127.0.0.1]:5000"
            })
    void nobodyIsMadeToDialWhatIsNoPeersAddress(String written) {
        assertThat(dialable(Reach.NETWORK, written)).isEmpty();
        assertThat(dialable(Reach.NOWHERE, written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "fd00::1",
                "fe80::1",
                "::ffff:10.0.0.1"
            })
    void aRouterThatNamesAnAddressOfNobodysOwnIsNotBelieved(String written) {
        assertThat(AddressRules.isPublic(InetAddress.ofLiteral(written))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "100.128.0.1", "99.64.0.1", "2001:db8::7"})
    void aPublicAddressOfARouterIsBelieved(String written) {
        assertThat(AddressRules.isPublic(InetAddress.ofLiteral(written))).isTrue();
    }

    @Test
    void theWayInThroughARouterIsTheLastOfSixteen() {
        List<PeerAddress> own =
                IntStream.range(1, 20).mapToObj(i -> address("10.0.0." + i + ":5000")).toList();
        PeerAddress wayIn = address("203.0.113.7:6000");

        assertThat(LocalAddresses.withWayIn(own.subList(0, 2), Optional.of(wayIn)))
                .containsExactly(own.get(0), own.get(1), wayIn);
        assertThat(LocalAddresses.withWayIn(own, Optional.of(wayIn))).hasSize(16).endsWith(wayIn);
    }

    @Test
    void loopbackIsDialledWhereTheServerIsThere() {
        assertThat(dialable(Reach.LOOPBACK, "127.0.0.1:5000", "[::1]:5000")).hasSize(2);
    }

    @Test
    void theFamiliesTakeTurns() {
        assertThat(
                        dialable(
                                Reach.NETWORK,
                                "192.0.2.1:5000",
                                "192.0.2.2:5000",
                                "192.0.2.1:5000",
                                "[2001:db8::1]:5000"))
                .containsExactly(
                        address("[2001:db8::1]:5000"),
                        address("192.0.2.1:5000"),
                        address("192.0.2.2:5000"));
    }

    @Test
    void aServerCannotMakeAnybodyDialAWholeNetwork() {
        List<PeerAddress> many =
                IntStream.range(1, 255).mapToObj(i -> address("10.0.0." + i + ":5000")).toList();

        assertThat(AddressRules.dialable(many, Reach.NETWORK)).hasSize(17);
    }

    @Test
    void sixteenAddressesAreOfferedAndLoopbackLast() {
        List<InetAddress> own =
                Stream.concat(
                                Stream.of("127.0.0.1", "fe80::1"),
                                IntStream.range(1, 12).mapToObj(i -> "10.0.0." + i))
                        .map(InetAddress::ofLiteral)
                        .toList();

        List<PeerAddress> offered = LocalAddresses.chosen(own, 5000, Reach.LOOPBACK);
        assertThat(offered).hasSize(12).endsWith(address("127.0.0.1:5000"));
        assertThat(LocalAddresses.chosen(own, 5000, Reach.NETWORK)).hasSize(11);
    }
}
