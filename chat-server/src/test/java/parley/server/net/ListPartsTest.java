package parley.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.UserName;
import parley.wire.FrameCodec;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ListPartsTest {
    private static List<UserName> crowd(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> UserName.of("u%04d".formatted(n) + "é".repeat(27)))
                .toList();
    }

    @Test
    void aShortListIsWhole() {
        assertThat(ListParts.ofUsers(crowd(3), "")).isEqualTo(new Reply.Blocks(crowd(3), ""));
    }

    @Test
    void thePartsOfALongListTogetherAreAllOfItAndEachFitsIntoALine() {
        List<UserName> all = crowd(3_000);
        List<UserName> got = new ArrayList<>();
        String after = "";
        do {
            Reply.Blocks part = ListParts.ofUsers(all, after);
            byte[] line = FrameCodec.encodeReply(new Envelope<>("\u0001".repeat(64), part));
            assertThat(line.length).isLessThanOrEqualTo(Limits.LINE_BYTES);
            got.addAll(part.users());
            after = part.next();
        } while (!after.isEmpty());

        assertThat(got).isEqualTo(all);
    }

    @Test
    void aPartGoesOnBehindANameThatHasGone() {
        List<UserName> users = List.of(UserName.of("han"), UserName.of("yoda"));

        assertThat(ListParts.ofUsers(users, "LEIA").users()).containsExactly(UserName.of("yoda"));
    }

    @Test
    void behindEveryoneComeAllUsers() {
        List<Reply.ChatState> chats =
                List.of(
                        new Reply.ChatState.OfAll(3),
                        new Reply.ChatState.OfTwo(UserName.of("luke"), 1, 0, 0, 0, 0));

        assertThat(ListParts.ofChats(chats, "*").chats()).containsExactly(chats.get(1));
        assertThat(ListParts.ofChats(chats, "").chats()).isEqualTo(chats);
    }
}
