package parley.server.conversation;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.block.Blocks;
import parley.wire.FrameCodec;

import java.time.Instant;
import java.util.Optional;

/// The checks of a post that need no store, in the order of the protocol page. Any thread may use
/// it.
final class PostChecks {
    /// So many bytes a character may need on the wire, and so many the line around the text.
    private static final int WORST_CHARACTER = 6;

    private static final int WORST_FRAME = 1_024;

    private final Directory directory;
    private final Blocks blocks;
    private final PostLimit limit;

    PostChecks(Directory directory, Blocks blocks, PostLimit limit) {
        this.directory = directory;
        this.blocks = blocks;
        this.limit = limit;
    }

    Post check(UserName from, String id, Request.Message message) {
        Optional<UserName> to = directory.name(message.to());
        return new Post(
                from,
                id,
                to.<Post.Address>map(Post.Address.One::new).orElseGet(Post.Address.Nobody::new),
                message.text(),
                verdict(
                        refusalOfText(from, message.text())
                                .or(() -> refusalOfRecipient(from, to))
                                .or(() -> refusalOfRate(from))));
    }

    Post check(UserName from, String id, Request.Broadcast broadcast) {
        return new Post(
                from,
                id,
                new Post.Address.Everyone(),
                broadcast.text(),
                verdict(refusalOfText(from, broadcast.text()).or(() -> refusalOfRate(from))));
    }

    private static Post.Verdict verdict(Optional<Reply.Error> refusal) {
        return refusal.<Post.Verdict>map(Post.Verdict.Refuse::new)
                .orElseGet(Post.Verdict.Fine::new);
    }

    private static Optional<Reply.Error> refusalOfText(UserName from, String text) {
        if (text.codePoints().allMatch(PostChecks::isBlank)) {
            return Optional.of(PostRefusals.empty());
        }
        if (isLongerThan(Limits.TEXT_BYTES, text)) {
            return Optional.of(PostRefusals.tooLong());
        }
        return makesTooLongALine(from, text)
                ? Optional.of(PostRefusals.lineTooLong())
                : Optional.empty();
    }

    /// White space as Unicode has it.
    private static boolean isBlank(int character) {
        return character >= '\t' && character <= '\r'
                || character == 0x85
                || Character.isSpaceChar(character);
    }

    private static boolean isLongerThan(int limit, String text) {
        if (3 * text.length() <= limit) {
            return false;
        }
        int bytes = 0;
        for (int i = 0; i < text.length() && bytes <= limit; i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes > limit;
    }

    private static boolean makesTooLongALine(UserName from, String text) {
        if (WORST_CHARACTER * text.length() + WORST_FRAME <= Limits.MESSAGE_LINE_BYTES) {
            return false;
        }
        ChatMessage longest =
                new ChatMessage(Chat.with(from), from, Limits.INTEGER, text, Instant.EPOCH, "");
        return FrameCodec.encode(new Event.Message(longest)).length > Limits.MESSAGE_LINE_BYTES;
    }

    private Optional<Reply.Error> refusalOfRecipient(UserName from, Optional<UserName> to) {
        if (to.filter(from::equals).isPresent()) {
            return Optional.of(PostRefusals.self());
        }
        Optional<UserName> account = to.flatMap(name -> directory.find(name.toString()));
        if (account.isEmpty()) {
            return Optional.of(PostRefusals.unknownUser());
        }
        return blocks.hides(account.get(), from)
                ? Optional.of(PostRefusals.blocked())
                : Optional.empty();
    }

    private Optional<Reply.Error> refusalOfRate(UserName from) {
        return limit.count(from).map(PostRefusals::tooMany);
    }
}
