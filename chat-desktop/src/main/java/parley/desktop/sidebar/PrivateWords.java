package parley.desktop.sidebar;

import parley.desktop.kit.Texts;
import parley.desktop.peer.Ending;
import parley.desktop.peer.PeerState;

/// How a private chat stands, in as many words as fit into a row.
final class PrivateWords {
    private static final Texts TEXTS = Texts.of(PrivateWords.class);

    private PrivateWords() {}

    static String of(PeerState state) {
        return TEXTS.get("private." + key(state));
    }

    private static String key(PeerState state) {
        return switch (state) {
            case PeerState.Inviting _ -> "inviting";
            case PeerState.Invited _ -> "invited";
            case PeerState.KeyChanged _ -> "key-changed";
            case PeerState.Connecting _ -> "connecting";
            case PeerState.Direct _ -> "direct";
            case PeerState.Relayed _ -> "relayed";
            case PeerState.NoWay _ -> "ended.no-way";
            case PeerState.RelayWanted _ -> "relay-wanted";
            case PeerState.Relaying _ -> "relaying";
            case PeerState.Reconnecting _ -> "reconnecting";
            case PeerState.Ended(var why) -> key(why);
        };
    }

    private static String key(Ending why) {
        return switch (why) {
            case Ending.ByOther _ -> "ended.by-other";
            case Ending.ByMe _, Ending.DeclinedByMe _ -> "ended.by-me";
            case Ending.Declined _ -> "ended.declined";
            case Ending.NoAnswer _ -> "ended.no-answer";
            case Ending.Offline _, Ending.UnknownUser _ -> "ended.offline";
            case Ending.Cancelled _ -> "ended.cancelled";
            case Ending.Blocked _ -> "ended.blocked";
            case Ending.YouBlocked _ -> "ended.you-blocked";
            case Ending.NoServer _ -> "ended.no-server";
            case Ending.Refused _ -> "ended.refused";
            case Ending.NoWay _ -> "ended.no-way";
            case Ending.Before _ -> "ended.before";
            case Ending.Lost _ -> "ended.lost";
            case Ending.OtherKey _ -> "ended.other-key";
            case Ending.BrokeRules _ -> "ended.broke-rules";
        };
    }
}
