package parley.desktop.privatechat;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

import parley.desktop.kit.Motion;

import java.util.Objects;
import java.util.function.Consumer;

/// The invitations that wait for an answer, one card each, newest below. They appear above whatever
/// is there and take neither the focus nor a key from it.
///
/// To be laid over a window's content, at its upper right; between the cards the mouse reaches what
/// lies below.
public final class Invitations extends VBox {
    private static final String SHEET =
            Objects.requireNonNull(Invitations.class.getResource("privatechat.css"))
                    .toExternalForm();

    private final Consumer<Invitation> accept;
    private final Consumer<Invitation> decline;

    /// @param waiting those that are shown; whoever keeps the list removes what is answered or void
    public Invitations(
            ObservableList<Invitation> waiting,
            Consumer<Invitation> accept,
            Consumer<Invitation> decline) {
        this.accept = accept;
        this.decline = decline;
        getStyleClass().add("invitations");
        getStylesheets().add(SHEET);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        waiting.addListener((ListChangeListener<Invitation>) this::changed);
        waiting.forEach(this::add);
    }

    private void changed(ListChangeListener.Change<? extends Invitation> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::remove);
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(Invitation invitation) {
        InvitationCard card = new InvitationCard(invitation, accept, decline);
        getChildren().add(card);
        Motion.appear(card);
    }

    private void remove(Invitation invitation) {
        getChildren()
                .removeIf(child ->
                        child instanceof InvitationCard card
                                && card.invitation().equals(invitation));
    }
}
