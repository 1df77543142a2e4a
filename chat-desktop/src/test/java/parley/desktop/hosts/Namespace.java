package parley.desktop.hosts;

import java.util.List;

/// A network of its own within this machine, with nothing but loopback at first.
///
/// @param name as `ip netns` lists it
record Namespace(String name) {
    /// Makes it.
    static Namespace made(String name) {
        Command.run("ip", "netns", "add", name);
        Namespace made = new Namespace(name);
        made.ip("link set lo up");
        return made;
    }

    /// Has `ip` carry out these lines, one after the other.
    void ip(String... lines) {
        Command.runWith(String.join("\n", lines) + "\n", "ip", "-n", name, "-batch", "-");
    }

    /// Has `nft` carry out these lines, all or none.
    void nft(String... lines) {
        Command.runWith(
                String.join("\n", lines) + "\n", "ip", "netns", "exec", name, "nft", "-f", "-");
    }

    /// Passes on packets that are for others.
    void forwards() {
        String settings =
                "cd /proc/sys/net && echo 1 | tee ipv4/ip_forward ipv6/conf/all/forwarding";
        Command.run("ip", "netns", "exec", name, "sh", "-c", settings);
    }

    /// Lets nothing in but answers.
    void shutsItselfOff() {
        nft(
                "add table inet filter",
                "add chain inet filter in { type filter hook input priority 0; policy drop; }",
                "add rule inet filter in iifname lo accept",
                "add rule inet filter in meta l4proto ipv6-icmp accept",
                "add rule inet filter in ct state established,related accept");
    }

    /// The command in front of another that makes it run here.
    List<String> enter() {
        return List.of("ip", "netns", "exec", name);
    }
}
