package parley.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.UserName;
import parley.server.block.Block;
import parley.server.conversation.Conversation;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.words.Wanted;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// What every search keeps to, whether it has an index or none.
public abstract class SearchStoreContract {
    protected static final UserName YODA = UserName.of("yoda");
    protected static final UserName LUKE = UserName.of("luke");
    protected static final UserName LEIA = UserName.of("leia");

    /// Where what is searched is said.
    protected abstract ConversationStore conversations();

    /// The search under test, as far as it gets by itself.
    protected abstract SearchStore search();

    protected abstract void block(Block block);

    protected abstract void unblock(Block block);

    protected final void say(UserName from, UserName to, String text) {
        append(from, new Post.Address.One(to), text);
    }

    protected final void announce(UserName from, String text) {
        append(from, new Post.Address.Everyone(), text);
    }

    private void append(UserName from, Post.Address to, String text) {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        conversations()
                .append(new Post(from, "", to, text, new Post.Verdict.Fine()), outcome::complete);
        outcome.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private SearchStore.Question question(UserName reader, String text) {
        return new SearchStore.Question(
                reader, Wanted.of(text), Optional.empty(), Optional.empty(), 20);
    }

    protected final List<String> found(UserName reader, String text) {
        return texts(search().find(question(reader, text)).orElseThrow());
    }

    private static List<String> texts(SearchStore.Found found) {
        return found.messages().stream().map(Logged::text).toList();
    }

    @Test
    void findsAllTheWordsTheNewestFirst() {
        say(YODA, LUKE, "the plan of the deck");
        say(LUKE, YODA, "no decks, only a plan");
        say(YODA, LUKE, "PLAN and Deckplan");
        say(YODA, LUKE, "nothing");

        assertThat(found(LUKE, "plan deck"))
                .containsExactly(
                        "PLAN and Deckplan", "no decks, only a plan", "the plan of the deck");
        assertThat(found(LUKE, "deck plan")).containsExactly("the plan of the deck");
        assertThat(found(YODA, "plan nothing")).isEmpty();
    }

    @Test
    void findsOnlyWhatTheReaderMayRead() {
        say(YODA, LUKE, "a secret of two");
        announce(YODA, "a secret of all");

        assertThat(found(LEIA, "secret")).containsExactly("a secret of all");
        assertThat(found(UserName.of("stranger"), "secret")).containsExactly("a secret of all");
        assertThat(found(LUKE, "secret")).containsExactly("a secret of all", "a secret of two");
    }

    @Test
    void doesNotFindWhatWasWithheld() {
        Block block = new Block(LUKE, YODA, Instant.EPOCH);
        announce(YODA, "secret before");
        block(block);
        announce(YODA, "secret meanwhile");
        unblock(block);
        announce(YODA, "secret after");

        assertThat(found(LUKE, "secret")).containsExactly("secret after", "secret before");
        assertThat(found(YODA, "secret"))
                .containsExactly("secret after", "secret meanwhile", "secret before");
    }

    @Test
    void looksInOneChatAlone() {
        say(YODA, LUKE, "hi luke");
        say(YODA, LEIA, "hi leia");
        announce(YODA, "hi all");

        assertThat(in(Conversation.between(YODA, LEIA))).containsExactly("hi leia");
        assertThat(in(Conversation.OF_ALL)).containsExactly("hi all");
        assertThat(in(Conversation.between(YODA, UserName.of("han")))).isEmpty();
    }

    private List<String> in(Conversation chat) {
        return texts(
                search().find(
                                new SearchStore.Question(
                                        YODA,
                                        Wanted.of("hi"),
                                        Optional.of(chat),
                                        Optional.empty(),
                                        20))
                        .orElseThrow());
    }

    @Test
    void takesNothingForAnOperator() {
        say(YODA, LUKE, "NOT this OR that AND NEAR(\"those\" c0 u1)");

        for (String text :
                List.of("\"those", "NOT this", "that OR", "near*", "(those)", "#c0", "those -x")) {
            assertThat(found(LUKE, text)).as(text).hasSize(text.endsWith("x") ? 0 : 1);
        }
        assertThat(found(LUKE, "#c1")).isEmpty();
    }

    @Test
    void findsWordsOfAllKinds() {
        say(YODA, LUKE, "東京タワー 🎉 Größe");
        String word = "x".repeat(9_000);
        say(YODA, LUKE, word + "y");

        assertThat(found(LUKE, "東京")).hasSize(1);
        assertThat(found(LUKE, "GRÖSSE")).hasSize(1);
        assertThat(found(LUKE, "grosse")).hasSize(1);
        assertThat(found(LUKE, "🎉")).isEmpty();
        assertThat(found(LUKE, word)).hasSize(1);
        assertThat(found(LUKE, word + "z")).isEmpty();
        assertThat(found(LUKE, "g ".repeat(3_000) + "größe")).isEmpty();
    }

    @Test
    void goesOnBehindAPlace() {
        for (int i = 0; i < 25; i++) {
            say(YODA, i % 2 == 0 ? LUKE : LEIA, "number " + i);
        }

        List<String> all = new ArrayList<>();
        Optional<SearchStore.Place> behind = Optional.empty();
        boolean more = true;
        while (more) {
            SearchStore.Found page = page(behind);
            all.addAll(texts(page));
            Logged last = page.messages().getLast();
            behind = Optional.of(new SearchStore.Place(last.in(), last.seq()));
            more = page.more();
        }

        assertThat(all).hasSize(25).startsWith("number 24", "number 23").endsWith("number 0");
    }

    private SearchStore.Found page(Optional<SearchStore.Place> behind) {
        return search().find(
                        new SearchStore.Question(
                                YODA, Wanted.of("number"), Optional.empty(), behind, 5))
                .orElseThrow();
    }

    @Test
    void knowsAPlaceThatIsNone() {
        say(YODA, LUKE, "number one");
        Conversation chat = Conversation.between(YODA, LUKE);

        for (long seq : new long[] {-1, 0, 2, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(search().find(behind(chat, seq))).isEmpty();
        }
        assertThat(search().find(behind(Conversation.between(YODA, LEIA), 1))).isEmpty();
        assertThat(search().find(behind(chat, 1))).contains(SearchStore.Found.NOTHING);
    }

    private static SearchStore.Question behind(Conversation chat, long seq) {
        return new SearchStore.Question(
                YODA,
                Wanted.of("number"),
                Optional.empty(),
                Optional.of(new SearchStore.Place(chat, seq)),
                5);
    }
}
