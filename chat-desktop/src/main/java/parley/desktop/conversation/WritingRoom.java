package parley.desktop.conversation;

import parley.desktop.conversation.PrivateState.Connecting;
import parley.desktop.conversation.PrivateState.Ended;
import parley.desktop.conversation.PrivateState.Inviting;
import parley.desktop.conversation.PrivateState.NoWay;
import parley.desktop.conversation.PrivateState.OtherKey;
import parley.desktop.conversation.PrivateState.Reconnecting;
import parley.desktop.conversation.PrivateState.RelayWanted;
import parley.desktop.conversation.PrivateState.Relayed;
import parley.desktop.conversation.PrivateState.Relaying;
import parley.desktop.conversation.PrivateState.Secure;
import parley.desktop.kit.Standing;

/// Whether one can write in a chat just now, and what becomes of it.
sealed interface WritingRoom {
    /// It goes out at once.
    record Open() implements WritingRoom {}

    /// It waits.
    ///
    /// @param hint the key of the words for until when
    record Later(String hint) implements WritingRoom {}

    /// The owner has blocked the person.
    record Blocked() implements WritingRoom {}

    /// A private chat that is over, or waits for its owner's decision.
    record Closed() implements WritingRoom {}

    /// How it is in a chat now.
    static WritingRoom in(ConversationModel model) {
        return switch (model.kind()) {
            case EVERYONE -> byConnection(model);
            case PERSON ->
                    model.standingProperty().get() == Standing.BLOCKED
                            ? new Blocked()
                            : byConnection(model);
            case PRIVATE -> byState(model.privateStateProperty().get());
        };
    }

    private static WritingRoom byConnection(ConversationModel model) {
        return model.connectedProperty().get() ? new Open() : new Later("composer.offline");
    }

    private static WritingRoom byState(PrivateState state) {
        return switch (state) {
            case Inviting() -> new Later("composer.inviting");
            case Connecting() -> new Later("composer.connecting");
            case Secure(_), Relayed(_, _) -> new Open();
            case NoWay(_, _) -> new Closed();
            case RelayWanted(_), Relaying(_) -> new Later("composer.relaying");
            case Reconnecting(_) -> new Later("composer.reconnecting");
            case OtherKey(_), Ended(_) -> new Closed();
        };
    }
}
