package parley.desktop.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Two desktops on hosts of their own, in whatever networks people have. The scenes share a router
/// and a server, and run beside each other: most of their time is waiting for what does not come.
@Timeout(300)
@Execution(CONCURRENT)
class TwoHostsIT {
    @TempDir static Path folder;

    private static @Nullable Namespaces namespaces;
    private static @Nullable Internet shared;

    @BeforeAll
    static void build() throws IOException {
        Optional<String> missing = Namespaces.missing();
        assumeTrue(missing.isEmpty(), missing::orElseThrow);
        namespaces = new Namespaces();
        shared = new Internet(folder, namespaces);
    }

    @AfterAll
    static void remove() throws InterruptedException {
        if (shared != null) {
            shared.close();
        }
        if (namespaces != null) {
            namespaces.close();
        }
    }

    private static Internet internet() {
        return Objects.requireNonNull(shared);
    }

    @Test
    void talkByVersion4AndComeBackWhenOneAfterTheOtherGetsAnotherAddress() throws IOException {
        try (Pair two = internet().pair(internet()::byFour, internet()::byFour)) {
            two.agree();
            two.areDirect();
            two.talk("at home");

            two.yoda().spot().moves();

            two.talk("yoda away");

            two.luke().spot().moves();

            two.talk("both away");
        }
    }

    @Test
    void talkOverALineThatIsSlowAndLosesPacketsAndComeBackWhenTheOtherGetsAnotherAddress()
            throws IOException {
        Duration slow = Duration.ofMillis(100);
        try (Pair two = internet().pair(internet()::byFour, () -> internet().faraway(slow, 0.05))) {
            two.agree();
            two.areDirect();
            two.talk("far away");

            two.luke().spot().moves();

            two.talk("farther away");
        }
    }

    @Test
    void talkByVersion6AndPastOneFirewallAndByTheRelayPastTwo() throws IOException {
        try (Pair two = internet().pair(internet()::bySix, internet()::bySix)) {
            two.agree();
            two.areDirect();
            two.talk("by six");
            two.part();

            internet().addFour(two.yoda().spot());
            internet().addFour(two.luke().spot());
            two.luke().spot().shutsItselfOff();
            two.yoda().asks(two.luke());
            two.areDirect();
            two.talk("luke lets nobody in");
            two.part();

            two.yoda().spot().shutsItselfOff();
            two.yoda().asks(two.luke());
            assertThat(two.takeTheRelay())
                    .contains("address=10.77.", "address=[fd77:", "failure=SILENT")
                    .doesNotContain("REFUSED", "UNREACHABLE");
            two.talk("nobody lets anybody in");
        }
    }

    @Test
    void talkDirectlyBetweenTwoHomesOnceARouterWasAsked() throws IOException {
        try (Pair two = internet().pair(internet()::translated, this::homeWithAWillingRouter)) {
            assertThat(two.luke().asksTheRouter()).contains("address=203.0.113.");
            assertThat(internet().ports(two.luke().spot())).contains("dnat to 192.168.1.10:");

            two.agree();
            two.areDirect();
            two.talk("through the router");
            two.part();

            two.luke().leavesTheRouterAlone();
            await(() -> !internet().ports(two.luke().spot()).contains("dnat"));
        }
    }

    private Spot homeWithAWillingRouter() {
        try {
            return internet().translatedOnRequest();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void talkByTheRelayBetweenTwoHomesThatTranslateAddresses() throws IOException {
        try (Pair two = internet().pair(internet()::translated, internet()::translated)) {
            two.agree();

            assertThat(two.takeTheRelay())
                    .contains("address=192.168.1.10:", "address=10.77.", "failure=SILENT");
            two.talk("from home to home");
        }
    }
}
