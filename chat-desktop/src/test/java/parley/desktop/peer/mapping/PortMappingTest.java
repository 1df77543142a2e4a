package parley.desktop.peer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import static parley.desktop.peer.mapping.FakeGateway.at;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import parley.desktop.peer.mapping.MappingState.Mapped;
import parley.desktop.peer.mapping.MappingState.NoAnswer;
import parley.desktop.peer.mapping.MappingState.NotPublic;
import parley.protocol.PeerAddress;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(30)
class PortMappingTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final FakeGateway router = new FakeGateway();
    private final BlockingQueue<MappingState> told = new LinkedBlockingQueue<>();
    private final AtomicInteger port = new AtomicInteger(5_000);

    private PortMapping begun(Duration again) {
        Pace pace = new Pace(LONG, SHORT, LONG, again, Duration.ofSeconds(10));
        return new PortMapping(
                router, port::get, address -> !address.isSiteLocalAddress(), told::add, pace);
    }

    private void isTold(MappingState state) throws InterruptedException {
        MappingState next = new MappingState.Off();
        while (!next.equals(state)) {
            next = told.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("told %s", state).isNotNull();
        }
    }

    private static PeerAddress address(String written) {
        return PeerAddress.parse(written).orElseThrow();
    }

    @Test
    void whatTheRouterGrantsIsOfferedUntilTheEndAndThenGivenBack() throws Exception {
        router.answers(at("203.0.113.7", 6_000));
        PortMapping mapping = begun(LONG);

        isTold(new Mapped(address("203.0.113.7:6000")));
        assertThat(mapping.address()).contains(address("203.0.113.7:6000"));

        mapping.close();
        assertThat(mapping.address()).isEmpty();
        router.hears("lease 5000");
        router.hears("end 6000");
    }

    @Test
    void itIsRenewedBeforeItRunsOutWhateverLifetimeTheRouterClaims() throws Exception {
        router.answers(at("203.0.113.7", 6_000));
        router.claims(Duration.ofSeconds(-5));
        try (PortMapping mapping = begun(LONG)) {
            router.hears("renew 6000");
            router.hears("renew 6000");
            assertThat(mapping.address()).contains(address("203.0.113.7:6000"));
        }
    }

    @Test
    void aRenewalThatLeadsFromElsewhereIsTakenAnew() throws Exception {
        router.answers(
                at("203.0.113.7", 6_000), at("203.0.113.7", 6_001), at("203.0.113.8", 6_002));
        router.claims(SHORT);
        try (PortMapping mapping = begun(LONG)) {
            router.hears("renew 6000");
            router.hears("end 6001");
            isTold(new Mapped(address("203.0.113.8:6002")));
            assertThat(mapping.address()).contains(address("203.0.113.8:6002"));
        }
    }

    @Test
    void anotherNetworkOrPortIsAskedForAnew() throws Exception {
        router.answers(at("203.0.113.7", 6_000), at("198.51.100.9", 6_001));
        try (PortMapping mapping = begun(LONG)) {
            isTold(new Mapped(address("203.0.113.7:6000")));

            port.set(5_001);
            mapping.moved();

            router.hears("end 6000");
            router.hears("lease 5001");
            isTold(new Mapped(address("198.51.100.9:6001")));
        }
    }

    @Test
    void whatNobodyCanReachIsNotOfferedAndGivenBack() throws Exception {
        router.answers(at("10.0.0.7", 6_000));
        try (PortMapping mapping = begun(LONG)) {
            isTold(new NotPublic(at("10.0.0.7", 6_000)));
            router.hears("end 6000");
            assertThat(mapping.address()).isEmpty();
        }
    }

    @Test
    void aPortOfSomeOtherServiceIsNotOffered() throws Exception {
        router.answers(at("203.0.113.7", 22));
        try (PortMapping mapping = begun(LONG)) {
            isTold(new NotPublic(at("203.0.113.7", 22)));
            assertThat(mapping.address()).isEmpty();
        }
    }

    @Test
    void aRouterThatDoesNotAnswerIsAskedAgain() throws Exception {
        try (PortMapping _ = begun(SHORT)) {
            isTold(new NoAnswer());
            router.answers(at("203.0.113.7", 6_000));
            isTold(new Mapped(address("203.0.113.7:6000")));
        }
    }

    @Test
    void theEndDoesNotWaitForASilentRouter() throws Exception {
        router.fallsSilent();
        PortMapping mapping = begun(LONG);
        router.hears("lease 5000");

        mapping.close();

        assertThat(mapping.address()).isEmpty();
    }
}
