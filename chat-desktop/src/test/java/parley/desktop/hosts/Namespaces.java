package parley.desktop.hosts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The namespaces of one run, named after its process and removed with it. What runs that were
/// killed have left, with the processes in it, is removed by the next one.
final class Namespaces implements AutoCloseable {
    private static final Pattern OURS = Pattern.compile("parley-(\\d+)-[a-z0-9-]+");
    private static final String PREFIX = "parley-" + ProcessHandle.current().pid() + "-";

    private final List<Namespace> made = new CopyOnWriteArrayList<>();

    Namespaces() {
        sweep();
    }

    /// What keeps this machine from having them, in a plain sentence; nothing where it can.
    static Optional<String> missing() {
        String probe = PREFIX + "probe";
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.of("network namespaces are a thing of Linux");
        }
        if (!Command.works("ip", "netns", "add", probe)) {
            return Optional.of("network namespaces need root and ip, of Debian's package iproute2");
        }
        boolean nft = Command.works("ip", "netns", "exec", probe, "nft", "list", "ruleset");
        Command.run("ip", "netns", "del", probe);
        if (!nft) {
            return Optional.of("firewalls need nft, of Debian's package nftables");
        }
        return Stream.of("/dev/net/tun", "/proc/net/if_inet6")
                .filter(file -> !Files.exists(Path.of(file)))
                .findFirst()
                .map(file -> "this kernel has no " + file);
    }

    /// Makes one.
    ///
    /// @param name of small letters, digits and dashes, not used before
    Namespace make(String name) {
        Namespace next = Namespace.made(PREFIX + name);
        made.add(next);
        return next;
    }

    /// One that was made before.
    Namespace named(String name) {
        return new Namespace(PREFIX + name);
    }

    private static void sweep() {
        for (String name : names()) {
            Matcher ours = OURS.matcher(name);
            if (ours.matches() && isGone(Long.parseLong(ours.group(1)))) {
                endAllIn(name);
                Command.run("ip", "netns", "del", name);
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        Command.run("ip", "netns", "list").lines().forEach(line -> names.add(line.split(" ")[0]));
        return names;
    }

    private static boolean isGone(long process) {
        return ProcessHandle.of(process).isEmpty();
    }

    private static void endAllIn(String name) {
        Command.run("ip", "netns", "pids", name)
                .lines()
                .map(Long::valueOf)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        made.forEach(one -> Command.run("ip", "netns", "del", one.name()));
    }
}
