package parley.desktop.pictures;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import parley.desktop.conversation.BlockQuestion;
import parley.desktop.conversation.ConversationActions;
import parley.desktop.conversation.ConversationModel;
import parley.desktop.conversation.ConversationView;
import parley.desktop.conversation.Earlier;
import parley.desktop.conversation.FileActions;
import parley.desktop.conversation.FileScribe;
import parley.desktop.conversation.MessageRow;
import parley.desktop.conversation.PrivateState;
import parley.desktop.conversation.PrivateState.Why;
import parley.desktop.conversation.SendState;
import parley.desktop.conversation.SendState.Step;
import parley.desktop.conversation.Surroundings;
import parley.desktop.kit.Overlay;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Standing;
import parley.desktop.privatechat.Invitation;
import parley.desktop.privatechat.Invitations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Chats in each state that the look names, as the real views draw them.
final class ConversationScenes {
    private static final SpokenTime TIMES =
            new SpokenTime(Clock.fixed(at("18:54"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final String KEY =
            "A84F 6E1C CF1B 667C 4F04 4A5D A3F5 11DD FEE9 E34C F49D 8E1A 8D5B E11A 3CB8 DCF6";

    private ConversationScenes() {}

    /// Each state by its name.
    static Map<String, Supplier<Region>> all() {
        Map<String, Supplier<Region>> all = new LinkedHashMap<>();
        all.put("chat", () -> person(ConversationScenes::talk));
        all.put("chat-empty", () -> person(_ -> {}));
        all.put("chat-loading-older", () -> person(ConversationScenes::loading));
        all.put("chat-offline", () -> person(ConversationScenes::offline));
        all.put("chat-failed", () -> person(ConversationScenes::failed));
        all.put("chat-blocked", () -> person(ConversationScenes::blocked));
        all.put("chat-too-long", () -> person(ConversationScenes::tooLong));
        all.put("everyone", () -> show(ConversationModel.everyone(), ConversationScenes::lane));
        all.put(
                "everyone-empty",
                () -> show(ConversationModel.everyone(), ConversationScenes::head));
        all.put("private", () -> secret(new PrivateState.Secure(PrivateState.Key.VERIFIED)));
        all.put(
                "private-unverified",
                () -> silent(new PrivateState.Secure(PrivateState.Key.UNVERIFIED)));
        all.put("private-inviting", () -> silent(new PrivateState.Inviting()));
        all.put("private-connecting", () -> silent(new PrivateState.Connecting()));
        all.put("private-reconnecting", () -> secret(new PrivateState.Reconnecting(at("18:55"))));
        all.put("private-other-key", () -> silent(new PrivateState.OtherKey(KEY)));
        all.put("private-ended", () -> secret(new PrivateState.Ended(Why.BY_OTHER)));
        all.put("private-lost", () -> secret(new PrivateState.Ended(Why.LOST)));
        all.put("private-declined", () -> silent(new PrivateState.Ended(Why.DECLINED)));
        all.put("private-no-answer", () -> silent(new PrivateState.Ended(Why.NO_ANSWER)));
        WayScenes.all(at("18:55")).forEach((name, state) -> all.put(name, () -> silent(state)));
        PrivateState secure = new PrivateState.Secure(PrivateState.Key.VERIFIED);
        FileScenes.all().forEach((name, rows) -> all.put(name, () -> silent(secure, rows)));
        all.put("drop-private", () -> dragged(secret(secure)));
        all.put("drop-person", () -> dragged(person(ConversationScenes::talk)));
        all.put(
                "drop-everyone",
                () -> dragged(show(ConversationModel.everyone(), ConversationScenes::lane)));
        all.put("invitation", ConversationScenes::invited);
        all.put("block-question", ConversationScenes::blocking);
        return all;
    }

    private static Region invited() {
        StackPane window = new StackPane(person(ConversationScenes::talk));
        Invitations cards =
                new Invitations(
                        FXCollections.observableArrayList(
                                new Invitation("leia", Invitation.Key.KNOWN),
                                new Invitation("han", Invitation.Key.CHANGED)),
                        _ -> {},
                        _ -> {});
        StackPane.setAlignment(cards, Pos.TOP_RIGHT);
        StackPane.setMargin(cards, new Insets(60, 0, 0, 0));
        window.getChildren().add(cards);
        return window;
    }

    /// A file is held over it.
    private static Region dragged(Region chat) {
        chat.lookup(".drop-target").setVisible(true);
        return chat;
    }

    private static Region blocking() {
        Overlay overlay = new Overlay(person(ConversationScenes::talk));
        overlay.ask(BlockQuestion.of("luke", () -> {}));
        return overlay;
    }

    private static void talk(ConversationModel chat) {
        chat.rows()
                .addAll(
                        heard(
                                "luke",
                                "Master, is the long way over the ridge still open?",
                                "18:30"),
                        heard("luke", "The droid says no.", "18:31"),
                        own("Open it is. Slow it is, too.", "18:33", Step.READ),
                        own(
                                "See https://dagobah.example/scan?ridge first, you must. The snow"
                                        + " hides what the map forgets.",
                                "18:34",
                                Step.READ),
                        heard("luke", "Scan is clean.", "18:51"),
                        heard(
                                "luke",
                                "Three tracks, all old. We could go tonight, but leia wants the"
                                        + " plans moved before anybody leaves the base.",
                                "18:52"),
                        heard("luke", "What would you do?", "18:52"),
                        own("Patience. At dawn, go.", "18:53", Step.DELIVERED),
                        own("And take the blue lamp.", "18:53", Step.SENT));
        chat.firstNewProperty().set(chat.rows().get(4).key());
        chat.typingProperty().set(true);
    }

    private static void loading(ConversationModel chat) {
        for (int i = 0; i < 30; i++) {
            String time = "1%d:%02d".formatted(i / 10, i % 10 * 6);
            chat.rows()
                    .add(
                            i % 3 == 0
                                    ? own("Read this one, you have.", time, Step.READ)
                                    : heard("luke", "Line " + i + " of the log.", time));
        }
        chat.earlierProperty().set(Earlier.LOADING);
    }

    private static void offline(ConversationModel chat) {
        talk(chat);
        chat.typingProperty().set(false);
        chat.firstNewProperty().set("");
        chat.rows().add(own("Here when you are back, this is.", "18:54", Step.WAITING));
        chat.connectedProperty().set(false);
        chat.standingProperty().set(Standing.OFFLINE);
        chat.subtitleProperty().set("Last seen 18:53");
    }

    private static void failed(ConversationModel chat) {
        talk(chat);
        chat.typingProperty().set(false);
        chat.rows()
                .add(
                        own(
                                "Hear me, can you?",
                                "18:54",
                                new SendState.Failed(SendState.Reason.BLOCKED)));
        chat.draftProperty().set("Two lines I write,\nso that you see how it grows.\nAnd a third.");
    }

    private static void blocked(ConversationModel chat) {
        talk(chat);
        chat.typingProperty().set(false);
        chat.firstNewProperty().set("");
        chat.standingProperty().set(Standing.BLOCKED);
        chat.subtitleProperty().set("Blocked");
    }

    private static void tooLong(ConversationModel chat) {
        talk(chat);
        chat.draftProperty().set("Long it is, this message, and longer still. ".repeat(380));
    }

    private static void head(ConversationModel chat) {
        chat.subtitleProperty().set("Heard by all who are online");
    }

    private static void lane(ConversationModel chat) {
        head(chat);
        chat.rows()
                .addAll(
                        heard("han", "Who parked the walker on my landing pad?", "-1 16:02"),
                        heard("leia", "That is a sculpture.", "-1 16:04"),
                        heard("han", "It has my keys in it.", "18:21"),
                        heard("han", "The ship leaves at six, with or without it.", "18:21"),
                        heard("luke", "I can lift it. Give me an hour.", "18:40"),
                        own("Half an hour, you have.", "18:41", new SendState.Broadcast(3, true)));
    }

    private static Region person(Consumer<ConversationModel> more) {
        ConversationModel chat = ConversationModel.withPerson("luke");
        chat.standingProperty().set(Standing.ONLINE);
        chat.subtitleProperty().set("Online since 17:02");
        return show(chat, more);
    }

    private static Region secret(PrivateState state) {
        return silent(
                state,
                chat ->
                        chat.rows()
                                .addAll(
                                        new MessageRow.Note(
                                                "n", "Private chat began 18:47", at("18:47")),
                                        heard("luke", "Here nobody listens, you said.", "18:47"),
                                        own("Nobody but the swamp.", "18:48", Step.READ),
                                        heard("luke", "Then here are the plans.", "18:52"),
                                        own(
                                                "Got it, I have. Speak of it to leia only.",
                                                "18:53",
                                                Step.DELIVERED)));
    }

    private static Region silent(PrivateState state) {
        return silent(state, _ -> {});
    }

    private static Region silent(PrivateState state, Consumer<ConversationModel> more) {
        ConversationModel chat = ConversationModel.privateWith("luke");
        chat.standingProperty().set(Standing.ONLINE);
        chat.privateStateProperty().set(state);
        return show(chat, more);
    }

    private static Region show(ConversationModel chat, Consumer<ConversationModel> more) {
        more.accept(chat);
        Surroundings around =
                new Surroundings(TIMES, _ -> {}, new SimpleBooleanProperty(true), 16_384);
        return new ConversationView(chat, new Nothing(), around, new Overlay(new Region()));
    }

    private static MessageRow heard(String who, String text, String time) {
        return new MessageRow.Heard(who + time + text, who, text, at(time));
    }

    private static MessageRow own(String text, String time, SendState state) {
        return new MessageRow.Own(time + text, text, at(time), state);
    }

    /// A time of the day of the pictures, `18:53`; of the day before, `-1 18:53`; or of so many
    /// days before, `-206`.
    private static Instant at(String time) {
        String[] parts = time.split(" ");
        int days = parts[0].startsWith("-") ? Integer.parseInt(parts[0]) : 0;
        String clock = parts[parts.length - 1].contains(":") ? parts[parts.length - 1] : "12:00";
        return Instant.parse("2026-11-25T" + clock + ":00Z").plusSeconds(days * 86_400L);
    }

    /// Nobody does anything in a picture.
    private static final class Nothing implements ConversationActions {
        @Override
        public void send(String text) {}

        @Override
        public void typing() {}

        @Override
        public void loadOlder() {}

        @Override
        public void seen(MessageRow.Heard row) {}

        @Override
        public void retry(MessageRow.Own row) {}

        @Override
        public void discard(MessageRow.Own row) {}

        @Override
        public FileActions files() {
            return new FileScribe(new ArrayList<>());
        }

        @Override
        public void block() {}

        @Override
        public void unblock() {}

        @Override
        public void openPrivate() {}

        @Override
        public void endPrivate() {}

        @Override
        public void trustOtherKey() {}

        @Override
        public void verify() {}

        @Override
        public void tolerate() {}

        @Override
        public void export() {}

        @Override
        public void keep() {}

        @Override
        public void stopKeeping() {}

        @Override
        public void openOrdinary() {}
    }
}
