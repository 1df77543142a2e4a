package parley.desktop.privatechat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Avatar;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.PeerState;
import parley.desktop.state.PrivateChatState;

import java.util.Objects;

/// The middle of the window for a private chat: the invitation, as long as it waits for an answer,
/// then the chat itself.
public final class InvitedPage extends StackPane {
    private static final Texts TEXTS = Texts.of(InvitedPage.class);

    private final PrivateChatState chat;
    private final Peers peers;
    private final Node conversation;
    private final Runnable cursor;
    private boolean writing;

    /// @param conversation the chat's view
    /// @param cursor puts the cursor where one writes in it
    public InvitedPage(PrivateChatState chat, Peers peers, Node conversation, Runnable cursor) {
        this.chat = chat;
        this.peers = peers;
        this.conversation = conversation;
        this.cursor = cursor;
        getStylesheets()
                .add(
                        Objects.requireNonNull(InvitedPage.class.getResource("invited.css"))
                                .toExternalForm());
        chat.stateProperty().subscribe(this::show);
    }

    private void show(PeerState now) {
        Node shown = now instanceof PeerState.Invited(var key) ? card(key) : conversation;
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
        if (writing && shown == conversation) {
            write();
        }
    }

    /// Puts the cursor where one writes, as soon as the invitation is answered.
    public void write() {
        writing = !getChildren().contains(conversation);
        if (!writing && getScene() != null) {
            applyCss();
            cursor.run();
        }
    }

    private void accept() {
        peers.accept(chat.person());
        write();
    }

    private Node card(Acquaintance key) {
        String suffix = key == Acquaintance.CHANGED ? ".other-key" : "";
        VBox card =
                new VBox(
                        Avatar.of(chat.person().toString(), 64),
                        words(TEXTS.get("card.heading", chat.person()), "heading"),
                        words(TEXTS.get("card.message" + suffix, chat.person()), "message"),
                        answers(suffix));
        card.getStyleClass().add("invited-page");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return card;
    }

    private HBox answers(String suffix) {
        Button decline = new Button(TEXTS.get("decline"));
        decline.getStyleClass().add("private");
        decline.setOnAction(_ -> peers.decline(chat.person()));
        Button accept = new Button(TEXTS.get("card.accept" + suffix));
        accept.getStyleClass().addAll("primary", "private");
        accept.setOnAction(_ -> accept());
        HBox answers = new HBox(decline, accept);
        answers.getStyleClass().add("answers");
        return answers;
    }

    private static Label words(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
