package parley.desktop.peer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A router that answers as it is told to, and says what it was asked.
final class FakeGateway implements Gateway {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final List<Optional<Outside>> answers = new ArrayList<>();
    private Duration claimed = Duration.ofHours(1);
    private boolean silent;

    static Outside at(String address, int port) {
        return new Outside(InetAddress.ofLiteral(address), port);
    }

    /// To each question that comes, one answer in turn; the last holds on.
    synchronized void answers(Outside first, Outside... more) {
        answers.clear();
        answers.add(Optional.of(first));
        List.of(more).forEach(next -> answers.add(Optional.of(next)));
    }

    synchronized void claims(Duration lifetime) {
        claimed = lifetime;
    }

    /// Lets everybody wait who asks.
    synchronized void fallsSilent() {
        silent = true;
    }

    /// Waits until it is asked so; what it was asked before that is forgotten.
    void hears(String question) throws InterruptedException {
        String next = "";
        while (!next.equals(question)) {
            next = asked.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("asked for %s", question).isNotNull();
        }
    }

    @Override
    public Optional<Lease> lease(int port, Duration lifetime) throws InterruptedException {
        asked.add("lease " + port);
        if (isSilent()) {
            new CountDownLatch(1).await();
        }
        return next().map(FakeLease::new);
    }

    private synchronized boolean isSilent() {
        return silent;
    }

    private synchronized Optional<Outside> next() {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private synchronized Duration claimed() {
        return claimed;
    }

    private final class FakeLease implements Lease {
        private final Outside outside;

        private FakeLease(Outside outside) {
            this.outside = outside;
        }

        @Override
        public Outside outside() {
            return outside;
        }

        @Override
        public Duration lifetime() {
            return claimed();
        }

        @Override
        public Optional<Lease> renewed(Duration wanted) {
            asked.add("renew " + outside.port());
            return next().map(FakeLease::new);
        }

        @Override
        public void end() {
            asked.add("end " + outside.port());
        }
    }
}
