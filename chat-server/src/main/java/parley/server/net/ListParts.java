package parley.server.net;

import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.UserName;
import parley.wire.LineRoom;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Lists that outgrow a line come in parts: each ends before the line is full, and names whom the
/// next goes on behind.
final class ListParts {
    /// Bytes of a chat's entry beside its name, with the longest numbers.
    private static final int AROUND_CHAT = 200;

    private ListParts() {}

    static Reply.Blocks ofUsers(List<UserName> users, String after) {
        List<UserName> behind = behind(users, isBehindUser(after));
        List<UserName> part = fitting(behind, user -> LineRoom.of(user.toString()) + 1);
        return new Reply.Blocks(part, next(behind, part, UserName::toString));
    }

    static Reply.Chats ofChats(List<Reply.ChatState> chats, String after) {
        List<Reply.ChatState> behind = behind(chats, isBehindChat(after));
        List<Reply.ChatState> part =
                fitting(behind, chat -> LineRoom.of(chat.chat().toString()) + AROUND_CHAT);
        return new Reply.Chats(part, next(behind, part, chat -> chat.chat().toString()));
    }

    private static Predicate<UserName> isBehindUser(String after) {
        String key = UserName.parse(after).map(UserName::key).orElse(after);
        return user -> after.isEmpty() || UserName.compareKeys(user.key(), key) > 0;
    }

    private static Predicate<Reply.ChatState> isBehindChat(String after) {
        if (after.isEmpty()) {
            return chat -> true;
        }
        return Chat.parse(after)
                .<Predicate<Reply.ChatState>>map(name -> chat -> chat.chat().compareTo(name) > 0)
                .orElse(chat -> UserName.compareKeys(chat.chat().key(), after) > 0);
    }

    private static <T> List<T> behind(List<T> all, Predicate<T> isBehind) {
        return all.stream().filter(isBehind).toList();
    }

    private static <T> List<T> fitting(List<T> all, ToIntFunction<T> size) {
        LineRoom room = new LineRoom();
        return all.stream().takeWhile(one -> room.take(size.applyAsInt(one))).toList();
    }

    private static <T> String next(List<T> all, List<T> part, Function<T, String> name) {
        return part.size() == all.size() ? "" : name.apply(part.getLast());
    }
}
