package parley.desktop.conversation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.conversation.PrivateState.Connecting;
import parley.desktop.conversation.PrivateState.Ended;
import parley.desktop.conversation.PrivateState.Inviting;
import parley.desktop.conversation.PrivateState.Key;
import parley.desktop.conversation.PrivateState.NoWay;
import parley.desktop.conversation.PrivateState.OtherKey;
import parley.desktop.conversation.PrivateState.Reconnecting;
import parley.desktop.conversation.PrivateState.RelayWanted;
import parley.desktop.conversation.PrivateState.Relayed;
import parley.desktop.conversation.PrivateState.Relaying;
import parley.desktop.conversation.PrivateState.Secure;
import parley.desktop.conversation.PrivateState.Why;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Strip;
import parley.desktop.kit.Strip.Tone;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Says how a private chat stands, under its head, and offers what can be done about it.
final class PrivateStrip {
    private static final Texts TEXTS = Texts.of(PrivateStrip.class);

    private final StackPane place = new StackPane();
    private final Strip strip = new Strip();
    private final ConversationModel model;
    private final String name;
    private final SpokenTime times;
    private final ConversationActions actions;

    PrivateStrip(ConversationModel model, SpokenTime times, ConversationActions actions) {
        this.model = model;
        this.name = model.name();
        this.times = times;
        this.actions = actions;
        model.privateStateProperty().subscribe(this::say);
        model.keepingProperty().addListener(_ -> say(model.privateStateProperty().get()));
    }

    Node node() {
        return place;
    }

    private void say(PrivateState state) {
        place.getChildren()
                .setAll(
                        switch (state) {
                            case NoWay noWay -> WayCard.noWay(name, noWay, actions);
                            case RelayWanted _ -> WayCard.wanted(name, actions);
                            case Inviting _,
                                    Connecting _,
                                    Secure _,
                                    Relayed _,
                                    Relaying _,
                                    Reconnecting _,
                                    OtherKey _,
                                    Ended _ ->
                                    strip;
                        });
        switch (state) {
            case NoWay _, RelayWanted _ -> {}
            case Relaying(var until) ->
                    strip.say(
                            Tone.PRIVATE,
                            Feather.LOADER,
                            TEXTS.get("private.relaying", name, times.time(until)),
                            offer("private.cancel", actions::endPrivate));
            case Relayed(var key, var consent) -> sayRelayed(key, consent);
            case Inviting() ->
                    strip.say(
                            Tone.PRIVATE,
                            Feather.SEND,
                            TEXTS.get("private.inviting", name),
                            offer("private.cancel", actions::endPrivate));
            case Connecting() ->
                    strip.say(Tone.PRIVATE, Feather.LOADER, TEXTS.get("private.connecting", name));
            case Secure(var key) -> saySecure(key);
            case Reconnecting(var until) ->
                    strip.say(
                            Tone.WARN,
                            Feather.REFRESH_CW,
                            TEXTS.get("private.reconnecting", name, times.time(until)));
            case OtherKey(String fingerprint) ->
                    strip.say(
                            Tone.BAD,
                            Feather.ALERT_TRIANGLE,
                            TEXTS.get("private.other-key", name, fingerprint),
                            verify(),
                            offer("private.trust", actions::trustOtherKey),
                            offer("private.distrust", actions::endPrivate));
            case Ended(Why why) -> sayEnded(why);
        }
    }

    private void saySecure(Key key) {
        switch (key) {
            case VERIFIED -> strip.say(Tone.PRIVATE, Feather.SHIELD, words("secure", key));
            case UNVERIFIED ->
                    strip.say(Tone.PRIVATE, Feather.SHIELD, words("secure", key), verify());
            case IN_DOUBT -> sayInDoubt();
        }
    }

    private void sayRelayed(Key key, Acceptance consent) {
        List<Node> offers = new ArrayList<>();
        if (key == Key.UNVERIFIED) {
            offers.add(verify());
        }
        if (consent == Acceptance.FROM_NOW_ON) {
            offers.add(
                    offer("private.relay-ask", () -> actions.relayConsent(Acceptance.THIS_TIME)));
        }
        if (key == Key.IN_DOUBT) {
            sayInDoubt();
        } else {
            strip.say(
                    Tone.PRIVATE,
                    Feather.SHUFFLE,
                    words("relayed", key),
                    offers.toArray(Node[]::new));
        }
    }

    private void sayInDoubt() {
        strip.say(
                Tone.WARN,
                Feather.ALERT_TRIANGLE,
                TEXTS.get("private.in-doubt", name),
                verify(),
                offer("private.tolerate", actions::tolerate));
    }

    private String words(String way, Key key) {
        return TEXTS.get("private." + way + "." + key.name().toLowerCase(Locale.ROOT), kept());
    }

    private Button verify() {
        return offer("private.verify", actions::verify);
    }

    private String kept() {
        String keeper = model.keepingProperty().get().name().toLowerCase(Locale.ROOT);
        return TEXTS.get("private.kept." + keeper, name);
    }

    private void sayEnded(Why why) {
        String words = TEXTS.get("private." + why.name().toLowerCase(Locale.ROOT), name);
        Tone tone = why == Why.LOST ? Tone.WARN : Tone.PLAIN;
        Optional<String> offer = again(why);
        strip.say(
                tone,
                icon(why),
                words,
                offer.map(key -> new Node[] {offer(key, actions::openPrivate)})
                        .orElseGet(() -> new Node[0]));
    }

    private static Feather icon(Why why) {
        return switch (why) {
            case BY_OTHER, BY_ME, CANCELLED, BEFORE, OTHER_KEY -> Feather.LOCK;
            case DECLINED, BLOCKED, YOU_BLOCKED -> Feather.SLASH;
            case NO_ANSWER, OFFLINE -> Feather.MOON;
            case LOST, NO_SERVER -> Feather.WIFI_OFF;
            case NO_SUCH_PERSON, BROKE_RULES, REFUSED -> Feather.ALERT_CIRCLE;
        };
    }

    private static Optional<String> again(Why why) {
        return switch (why) {
            case BY_OTHER, BY_ME, CANCELLED, BEFORE, LOST, OTHER_KEY, BROKE_RULES ->
                    Optional.of("private.again");
            case DECLINED, NO_ANSWER, OFFLINE -> Optional.of("private.ask-again");
            case NO_SERVER, REFUSED -> Optional.of("private.try-again");
            case BLOCKED, YOU_BLOCKED, NO_SUCH_PERSON -> Optional.empty();
        };
    }

    private static Button offer(String key, Runnable deed) {
        Button button = new Button(TEXTS.get(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> deed.run());
        return button;
    }
}
