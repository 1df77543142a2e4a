package parley.desktop.privatechat;

import parley.desktop.conversation.PrivateState;
import parley.desktop.conversation.PrivateState.Why;
import parley.desktop.peer.Detour;
import parley.desktop.peer.Ending;
import parley.desktop.peer.PeerState;
import parley.desktop.peer.Trust;

/// How a private chat stands, told to its view.
final class PrivateStates {
    private PrivateStates() {}

    /// @param trust how far the computer at the other end is to be trusted
    static PrivateState of(PeerState state, Trust trust) {
        return switch (state) {
            case PeerState.Inviting() -> new PrivateState.Inviting();
            case PeerState.Invited _, PeerState.Connecting _ -> new PrivateState.Connecting();
            case PeerState.KeyChanged(var key) -> new PrivateState.OtherKey(key.forPeople());
            case PeerState.Direct _ -> new PrivateState.Secure(key(trust));
            case PeerState.Relayed(_, var consent) -> new PrivateState.Relayed(key(trust), consent);
            case PeerState.NoWay(var paths, var relay) -> new PrivateState.NoWay(paths, relay);
            case PeerState.RelayWanted(var until) -> new PrivateState.RelayWanted(until);
            case PeerState.Relaying(var until) -> new PrivateState.Relaying(until);
            case PeerState.Reconnecting(var until) -> new PrivateState.Reconnecting(until);
            case PeerState.Ended(Ending.NoWay(var paths)) ->
                    new PrivateState.NoWay(paths, Detour.NOT_OFFERED);
            case PeerState.Ended(var why) -> new PrivateState.Ended(why(why));
        };
    }

    private static PrivateState.Key key(Trust trust) {
        return switch (trust) {
            case UNVERIFIED -> PrivateState.Key.UNVERIFIED;
            case VERIFIED -> PrivateState.Key.VERIFIED;
            case IN_DOUBT -> PrivateState.Key.IN_DOUBT;
        };
    }

    private static Why why(Ending ending) {
        return switch (ending) {
            case Ending.ByOther _ -> Why.BY_OTHER;
            case Ending.ByMe _, Ending.DeclinedByMe _ -> Why.BY_ME;
            case Ending.Declined _ -> Why.DECLINED;
            case Ending.NoAnswer _ -> Why.NO_ANSWER;
            case Ending.Offline _ -> Why.OFFLINE;
            case Ending.Cancelled _ -> Why.CANCELLED;
            case Ending.Blocked _ -> Why.BLOCKED;
            case Ending.YouBlocked _ -> Why.YOU_BLOCKED;
            case Ending.UnknownUser _ -> Why.NO_SUCH_PERSON;
            case Ending.NoServer _ -> Why.NO_SERVER;
            case Ending.Refused _ -> Why.REFUSED;
            case Ending.Before _ -> Why.BEFORE;
            case Ending.NoWay _, Ending.Lost _ -> Why.LOST;
            case Ending.OtherKey _ -> Why.OTHER_KEY;
            case Ending.BrokeRules _ -> Why.BROKE_RULES;
        };
    }
}
