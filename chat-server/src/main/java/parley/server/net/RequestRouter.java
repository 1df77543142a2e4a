package parley.server.net;

import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.conversation.PostRefusals;
import parley.server.introduction.Introduced;
import parley.server.storage.StoreUnavailable;

/// Asks the one feature that each request belongs to. May wait for the store; any thread may use
/// it.
final class RequestRouter {
    private final Features features;

    RequestRouter(Features features) {
        this.features = features;
    }

    /// The answer to a request; `unavailable` where the store fails.
    Answer answer(Caller caller, Request request) {
        try {
            return ask(caller, request);
        } catch (StoreUnavailable failed) {
            return Answer.of(PostRefusals.unavailable());
        }
    }

    private Answer ask(Caller caller, Request request) {
        UserName user = caller.user();
        return switch (request) {
            case Request.SetStatus(var status) -> {
                features.presences().set(user, status);
                yield Answer.of(new Reply.Ok());
            }
            case Request.Who who -> Answer.of(features.roster().who(user, who));
            case Request.Block(String name) ->
                    Answer.of(features.blockRequests().block(user, name));
            case Request.Unblock(String name) ->
                    Answer.of(features.blockRequests().unblock(user, name));
            case Request.Blocks(String after) ->
                    Answer.of(ListParts.ofUsers(features.blockRequests().of(user), after));
            case Request.Chats(String after) ->
                    Answer.of(ListParts.ofChats(features.conversations().chats(user), after));
            case Request.History history -> Answer.of(features.history().page(user, history));
            case Request.Search search -> Answer.of(features.search().results(user, search));
            case Request.Private question ->
                    answer(features.introductions().ask(user, caller.seenAt(), question));
            case Request.PrivateAccept accept ->
                    answer(features.introductions().accept(user, caller.seenAt(), accept));
            case Request.PrivateDecline decline ->
                    answer(features.introductions().decline(user, decline));
            case Request.PrivateCancel cancel ->
                    answer(features.introductions().cancel(user, cancel));
            case Request.Login _,
                    Request.Logout _,
                    Request.Relay _,
                    Request.Ping _,
                    Request.Pong _,
                    Request.Active _,
                    Request.Message _,
                    Request.Broadcast _,
                    Request.Delivered _,
                    Request.Read _,
                    Request.Typing _ ->
                    throw new IllegalArgumentException("no question: " + request);
        };
    }

    private static Answer answer(Introduced introduced) {
        return new Answer(introduced.reply(), introduced.then());
    }

    /// Takes note of something that has no answer.
    void note(Caller caller, Request notice) {
        UserName user = caller.user();
        switch (notice) {
            case Request.Delivered(String chat, long seq) ->
                    features.cursors().delivered(user, chat, seq);
            case Request.Read(String chat, long seq) -> features.cursors().read(user, chat, seq);
            case Request.Typing(String to) -> features.conversations().typing(user, to);
            case Request.Pong _, Request.Active _ -> {}
            case Request.Login _,
                    Request.Logout _,
                    Request.Ping _,
                    Request.Message _,
                    Request.Broadcast _,
                    Request.SetStatus _,
                    Request.Who _,
                    Request.Block _,
                    Request.Unblock _,
                    Request.Blocks _,
                    Request.Chats _,
                    Request.History _,
                    Request.Search _,
                    Request.Private _,
                    Request.PrivateAccept _,
                    Request.PrivateDecline _,
                    Request.PrivateCancel _,
                    Request.Relay _ ->
                    throw new IllegalArgumentException("no notice: " + notice);
        }
    }
}
