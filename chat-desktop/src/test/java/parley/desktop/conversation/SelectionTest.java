package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final Selection selection = new Selection();

    @BeforeEach
    void inASentence() {
        selection.within("Size matters not.");
    }

    @Test
    void aDragSelectsInEitherDirection() {
        selection.begin(5, 1);
        selection.extend(12);
        assertThat(selection.text()).isEqualTo("matters");

        selection.extend(0);
        assertThat(selection.text()).isEqualTo("Size ");
    }

    @Test
    void aSecondClickSelectsTheWordAndAThirdAll() {
        selection.begin(7, 2);
        assertThat(selection.text()).isEqualTo("matters");

        selection.begin(7, 3);
        assertThat(selection.text()).isEqualTo("Size matters not.");
    }

    @Test
    void theEndsOfTheTextAreNoTrouble() {
        selection.begin(99, 2);
        assertThat(selection.text()).isEqualTo(".");

        selection.begin(-1, 1);
        selection.extend(99);
        assertThat(selection.text()).isEqualTo("Size matters not.");
    }

    @Test
    void anotherTextHasNothingSelected() {
        selection.begin(0, 3);
        selection.within("");

        assertThat(selection.isEmpty()).isTrue();
        selection.begin(0, 2);
        assertThat(selection.text()).isEmpty();
    }
}
