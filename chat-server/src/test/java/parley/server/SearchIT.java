package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.ChatMessage;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Timeout(120)
class SearchIT {
    @TempDir private Path folder;
    private ChatServer server;

    @BeforeEach
    void start() throws Exception {
        server = Houses.open(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Client signIn(String name) throws IOException {
        return Client.signIn(name, server.port());
    }

    private static Request.Search search(String text) {
        return new Request.Search(text, Optional.empty(), "", 20);
    }

    private static List<ChatMessage> found(Client who, String text) throws IOException {
        return ((Reply.Results) who.asks(search(text))).messages();
    }

    @Test
    void whatHasBeenSentIsFoundAtOnceAndAsHistoryShowsIt() throws IOException {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            yoda.asks("m1", new Request.Message("luke", "The deck plan"));

            Request.History all = new Request.History("yoda", new Request.Page.Latest(), 1);
            assertThat(found(luke, "DECK pl"))
                    .hasSize(1)
                    .isEqualTo(((Reply.History) luke.asks(all)).messages());
            assertThat(found(yoda, "plan")).extracting(ChatMessage::id).containsExactly("m1");
        }
    }

    @Test
    void whatWasWithheldIsFoundByNobodyItWasWithheldFrom() throws IOException {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke");
                Client leia = signIn("leia")) {
            luke.asks(new Request.Block("yoda"));
            yoda.asks(new Request.Broadcast("a secret plan"));
            luke.asks(new Request.Unblock("yoda"));

            assertThat(found(luke, "secret")).isEmpty();
            assertThat(found(leia, "secret")).hasSize(1);
        }
    }

    @Test
    void aPageEndsWhereTheLineIsFullAndTheNextGoesOn() throws IOException {
        try (Client yoda = signIn("yoda")) {
            for (int i = 0; i < 10; i++) {
                yoda.asks("m" + i, new Request.Message("luke", "long " + "\u0001".repeat(9_000)));
            }
            int pages = 0;
            int messages = 0;
            String next = "";
            do {
                Reply.Results page =
                        (Reply.Results)
                                yoda.asks(new Request.Search("long", Optional.empty(), next, 200));
                messages += page.messages().size();
                next = page.next();
                pages++;
            } while (!next.isEmpty());

            assertThat(messages).isEqualTo(10);
            assertThat(pages).isEqualTo(10);
        }
    }

    @Test
    void whatCannotBeAskedIsRefused() throws IOException {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            for (String text : List.of("one", "two")) {
                yoda.says(text + " word", luke);
            }
            Reply.Results page =
                    (Reply.Results) yoda.asks(new Request.Search("word", Optional.empty(), "", 1));

            assertThat(refusal(yoda, "nobody", "")).isEqualTo(Refusal.UNKNOWN_USER);
            assertThat(refusal(yoda, "", "")).isEqualTo(Refusal.UNKNOWN_USER);
            assertThat(refusal(yoda, "YODA", "")).isEqualTo(Refusal.SELF);
            assertThat(refusal(yoda, "luke", page.next() + "A")).isEqualTo(Refusal.BAD_FRAME);
            assertThat(refusal(luke, "yoda", page.next())).isEqualTo(Refusal.BAD_FRAME);
            assertThat(((Reply.Results) yoda.asks(search("* \" 🎉"))).messages()).isEmpty();
        }
    }

    private static Refusal refusal(Client who, String chat, String before) throws IOException {
        Reply reply = who.asks(new Request.Search("word", Optional.of(chat), before, 1));
        return ((Reply.Error) reply).code();
    }

    @Test
    void whatIsFoundIsFoundAfterARestartToo() throws Exception {
        try (Client yoda = signIn("yoda");
                Client luke = signIn("luke")) {
            yoda.says("kept for good", luke);
        }
        server.close();
        Files.deleteIfExists(folder.resolve("data/search.db"));
        start();

        try (Client luke = signIn("luke")) {
            assertThat(found(luke, "kept")).extracting(ChatMessage::text).hasSize(1);
        }
    }

    @Test
    void whoIsNotSignedInFindsNothing() throws IOException {
        try (Client nobody = Client.connect("nobody", server.port())) {
            nobody.sendsRaw(
                    "{\"type\":\"search\",\"id\":\"q\"}\n".getBytes(StandardCharsets.UTF_8));

            assertThat(((Reply.Error) nobody.answerTo("q")).code())
                    .isEqualTo(Refusal.NOT_SIGNED_IN);
        }
    }
}
