package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import parley.desktop.conversation.PrivateState.Why;
import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Nameless;
import parley.desktop.kit.Strip;

class PrivateViewIT {
    private final ConversationModel model = ConversationModel.privateWith("luke");
    private final OpenChat chat = new OpenChat(model);
    private final Region composer = (Region) chat.one("composer");

    @AfterEach
    void closed() {
        chat.close();
    }

    private void is(PrivateState state) {
        chat.change(() -> model.privateStateProperty().set(state));
    }

    private String strip() {
        Strip strip = (Strip) Hands.one(chat.overlay, Strip.class::isInstance);
        return ((Label) strip.getChildren().getFirst()).getText();
    }

    private boolean canWrite() {
        return Fx.get(composer::isVisible);
    }

    @Test
    void anInvitationCanBeTakenBackAndWordsWaitForTheAnswer() {
        is(new PrivateState.Inviting());

        assertThat(strip()).isEqualTo("Asking luke for a private chat…");
        assertThat(((Label) chat.one("foot-line")).getText())
                .isEqualTo("Sent once luke has accepted");
        assertThat(canWrite()).isTrue();
        Hands.click(chat.overlay, "Cancel");
        assertThat(chat.scribe.done()).containsExactly("endPrivate");
    }

    @Test
    void aDirectOneSaysSoAndWhetherTheKeyIsKnown() {
        is(new PrivateState.Secure(PrivateState.Key.VERIFIED));

        assertThat(strip())
                .isEqualTo(
                        "Direct and encrypted · verified · nothing is kept after this window"
                                + " closes");
        Hands.click(chat.overlay, "End chat");
        assertThat(chat.scribe.done()).containsExactly("endPrivate");
    }

    @Test
    void oneThatIsNotVerifiedOffersToBe() {
        is(new PrivateState.Secure(PrivateState.Key.UNVERIFIED));

        Hands.click(chat.overlay, "Verify…");
        assertThat(chat.scribe.done()).containsExactly("verify");
    }

    @Test
    void anUnverifiedComputerOfAVerifiedPersonWantsADecision() {
        is(new PrivateState.Secure(PrivateState.Key.IN_DOUBT));

        assertThat(strip()).contains("Nothing is sent to it until you decide");
        Hands.click(chat.overlay, "Send anyway");
        assertThat(chat.scribe.done()).containsExactly("tolerate");
    }

    @Test
    void whoKeepsItIsSaid() {
        is(new PrivateState.Secure(PrivateState.Key.VERIFIED));
        chat.change(() -> model.keepingProperty().set(Keeping.OTHER));
        assertThat(strip()).endsWith("luke keeps it on their computer");

        chat.change(() -> model.keepingProperty().set(Keeping.BOTH));
        assertThat(strip()).endsWith("you both keep it");
    }

    @Test
    void whileItReconnectsWordsWait() {
        is(new PrivateState.Reconnecting(OpenChat.NOW.plusSeconds(60)));

        assertThat(strip()).isEqualTo("The line to luke broke. Trying again until 18:55.");
        assertThat(canWrite()).isTrue();
    }

    @Test
    void anotherKeyWantsADecision() {
        is(new PrivateState.OtherKey("41702 90314"));

        assertThat(strip()).contains("a computer that you have not met", "41702 90314");
        assertThat(canWrite()).isFalse();
        Hands.click(chat.overlay, "Go on");
        assertThat(chat.scribe.done()).containsExactly("trustOtherKey");
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void whatIsOverSaysWhyAndCannotBeWrittenIn(Why why) {
        is(new PrivateState.Ended(why));

        assertThat(strip()).isNotBlank().doesNotContain("{", "private.");
        assertThat(canWrite()).isFalse();
        assertThat(Nameless.below(chat.overlay)).isEmpty();
    }

    @Test
    void whatIsOverCanBeginAnew() {
        is(new PrivateState.Ended(Why.BY_OTHER));

        Hands.click(chat.overlay, "Start again");

        assertThat(chat.scribe.done()).containsExactly("openPrivate");
    }

    @Test
    void nobodyCanMistakeItForAnOrdinaryOne() {
        is(new PrivateState.Secure(PrivateState.Key.UNVERIFIED));

        assertThat(chat.area().getPromptText()).isEqualTo("Private message to luke");
        assertThat(fill(composer)).isEqualTo(Color.web("#f3ebff"));
        assertThat(Hands.all(composer)).anyMatch(PrivateViewIT::isLock);
    }

    private static boolean isLock(Node node) {
        return node instanceof org.kordamp.ikonli.javafx.FontIcon icon
                && icon.getIconCode() == org.kordamp.ikonli.feather.Feather.LOCK;
    }

    private static Object fill(Region region) {
        return Fx.get(() -> region.getBackground().getFills().getLast().getFill());
    }
}
