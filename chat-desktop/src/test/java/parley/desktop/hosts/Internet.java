package parley.desktop.hosts;

import parley.desktop.mission.OwnJava;
import parley.desktop.mission.RealServer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A router with a real server in it, and spots around it from which hosts reach the server and
/// each other. Each spot is a network: `10.77.N.0/24` and `fd77:0:0:N::/64`, the router's address
/// ends in 1 and the host's in 2. Any thread may call it.
final class Internet implements AutoCloseable {
    private static final int PAIRS = 8;

    private final Path folder;
    private final Namespaces namespaces;
    private final AtomicInteger spots = new AtomicInteger();
    private final AtomicInteger pairs = new AtomicInteger();
    private final Namespace router;
    private final RealServer server;
    private final List<Process> helpers = new CopyOnWriteArrayList<>();

    /// @param folder for profiles and logs
    /// @param namespaces closed by whoever made them
    Internet(Path folder, Namespaces namespaces) throws IOException {
        this.folder = folder;
        this.namespaces = namespaces;
        router = namespaces.make("router");
        router.forwards();
        server =
                RealServer.start(
                        new RealServer.Place(router.enter(), "::"),
                        folder.resolve("server"),
                        accounts());
    }

    private static List<String> accounts() {
        return IntStream.rangeClosed(1, PAIRS)
                .boxed()
                .flatMap(n -> Stream.of("yoda-" + n, "luke-" + n))
                .map(user -> user + " " + user + " pass")
                .toList();
    }

    /// Two hosts whose owners are signed in.
    Pair pair(Supplier<Spot> ofYoda, Supplier<Spot> ofLuke) throws IOException {
        int number = pairs.incrementAndGet();
        Host yoda = host("yoda-" + number, ofYoda.get());
        Host luke = host("luke-" + number, ofLuke.get());
        yoda.isOnline();
        luke.isOnline();
        return new Pair(yoda, luke);
    }

    private Host host(String user, Spot spot) throws IOException {
        return new Host(user, spot, server.port(), folder);
    }

    /// A spot with an address of version 4 alone.
    Spot byFour() {
        int number = spots.incrementAndGet();
        Spot spot = cabled(number);
        joinByFour(spot.place(), number);
        return spot;
    }

    /// A spot with an address of version 6 alone, until [#addFour].
    Spot bySix() {
        int number = spots.incrementAndGet();
        Spot spot = cabled(number);
        joinBySix(spot.place(), number);
        return new Spot(spot.place(), "[fd77:0:0:%d::1]".formatted(number), number);
    }

    /// Gives it an address of version 4, too.
    void addFour(Spot spot) {
        joinByFour(spot.place(), spot.number());
    }

    /// A spot behind a router of its own that translates addresses and lets nothing in but answers,
    /// as in most homes.
    Spot translated() {
        Spot box = byFour();
        box.place().forwards();
        box.place().shutsItselfOff();
        box.place()
                .nft(
                        "add table ip nat",
                        "add chain ip nat out { type nat hook postrouting priority 100; }",
                        "add rule ip nat out oifname net masquerade");
        Namespace home = namespaces.make("home-" + spots.incrementAndGet());
        box.place().ip("link add home type veth peer name net netns " + home.name());
        box.place().ip("addr add 192.168.1.1/24 dev home", "link set home up");
        home.ip(
                "addr add 192.168.1.10/24 dev net",
                "link set net up",
                "route add default via 192.168.1.1");
        return new Spot(home, box.server(), box.number());
    }

    /// The same, with a router that also has an address of its own on the internet, and opens ports
    /// to whoever asks by NAT-PMP.
    Spot translatedOnRequest() throws IOException {
        Spot home = translated();
        Namespace box = namespaces.named("host-" + home.number());
        String outside = "203.0.113." + home.number();
        box.ip("addr add " + outside + "/32 dev net");
        router.ip("route add %s/32 via 10.77.%d.2".formatted(outside, home.number()));
        box.nft(
                "add chain ip nat in { type nat hook prerouting priority -100; }",
                "add rule inet filter in iifname home udp dport 5351 accept");
        ProcessBuilder program = OwnJava.program(NatPmpRouter.class, outside);
        program.command().addAll(0, box.enter());
        File log = folder.resolve("router-" + home.number() + ".log").toFile();
        helpers.add(program.redirectErrorStream(true).redirectOutput(log).start());
        return home;
    }

    /// The ports that the router in front of this spot passes on.
    String ports(Spot home) {
        Namespace box = namespaces.named("host-" + home.number());
        List<String> list = List.of("nft", "list", "chain", "ip", "nat", "in");
        return Command.run(
                Stream.concat(box.enter().stream(), list.stream()).toArray(String[]::new));
    }

    /// A spot at the end of a cable that delays packets and loses some.
    Spot faraway(Duration delay, double loss) {
        int number = spots.incrementAndGet();
        Namespace place = namespaces.make("host-" + number);
        new SlowWire(delay, loss).lay(place, "net", router, "spot" + number);
        joinByFour(place, number);
        return at(place, number);
    }

    private Spot cabled(int number) {
        Namespace place = namespaces.make("host-" + number);
        router.ip(
                "link add spot%d type veth peer name net netns %s".formatted(number, place.name()));
        return at(place, number);
    }

    private static Spot at(Namespace place, int number) {
        return new Spot(place, "10.77.%d.1".formatted(number), number);
    }

    private void joinByFour(Namespace place, int number) {
        router.ip(
                "addr add 10.77.%d.1/24 dev spot%d".formatted(number, number),
                "link set spot%d up".formatted(number));
        place.ip(
                "addr add 10.77.%d.2/24 dev net".formatted(number),
                "link set net up",
                "route add default via 10.77.%d.1".formatted(number));
    }

    private void joinBySix(Namespace place, int number) {
        router.ip(
                "addr add fd77:0:0:%d::1/64 dev spot%d nodad".formatted(number, number),
                "link set spot%d up".formatted(number));
        place.ip(
                "addr add fd77:0:0:%d::2/64 dev net nodad".formatted(number),
                "link set net up",
                "route add default via fd77:0:0:%d::1".formatted(number));
    }

    @Override
    public void close() throws InterruptedException {
        helpers.forEach(Process::destroyForcibly);
        server.close();
    }
}
