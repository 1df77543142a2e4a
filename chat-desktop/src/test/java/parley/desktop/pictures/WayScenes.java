package parley.desktop.pictures;

import parley.desktop.conversation.PrivateState;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Detour;
import parley.desktop.peer.Ending;
import parley.desktop.peer.PathFailure;
import parley.protocol.PeerAddress;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a private chat stands where two desktops do not come together by themselves.
final class WayScenes {
    private WayScenes() {}

    /// Each state by its name.
    static Map<String, PrivateState> all(Instant until) {
        Map<String, PrivateState> all = new LinkedHashMap<>();
        all.put("private-no-way", new PrivateState.NoWay(paths(), Detour.OFFERED));
        all.put("private-no-way-declined", new PrivateState.NoWay(paths(), Detour.DECLINED));
        all.put("private-no-relay", new PrivateState.NoWay(paths(), Detour.NOT_OFFERED));
        all.put("private-hidden", new PrivateState.NoWay(List.of(), Detour.OFFERED));
        all.put("private-relay-wanted", new PrivateState.RelayWanted(until));
        all.put("private-relaying", new PrivateState.Relaying(until));
        all.put(
                "private-relayed",
                new PrivateState.Relayed(PrivateState.Key.VERIFIED, Acceptance.FROM_NOW_ON));
        return all;
    }

    private static List<Ending.Path> paths() {
        return List.of(
                path("192.0.2.7:41233", PathFailure.SILENT),
                path("[2001:db8::7]:41233", PathFailure.UNREACHABLE),
                path("198.51.100.23:41233", PathFailure.REFUSED));
    }

    private static Ending.Path path(String address, PathFailure how) {
        return new Ending.Path(PeerAddress.parse(address).orElseThrow(), how);
    }
}
