package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;

import java.util.List;

class MessageListIT {
    private static final double FOOT = 6;
    private static final int ROWS = 1_000;

    private final ConversationModel model = ConversationModel.everyone();
    private final OpenChat chat = new OpenChat(model);
    private final MessageList list = chat.list();

    @BeforeEach
    void muchWasSaid() {
        chat.change(() -> model.rows().setAll(OpenChat.talk(0, ROWS, ROWS)));
    }

    @AfterEach
    void closed() {
        chat.close();
    }

    private String newest() {
        return "k" + (ROWS - 1);
    }

    private double bottom() {
        return list.getHeight() - FOOT;
    }

    @Nested
    class AtTheEnd {
        @Test
        void theNewestRowStandsAtTheFoot() {
            assertThat(chat.endOf(newest())).isEqualTo(bottom());
            assertThat(list.atEndProperty().get()).isTrue();
        }

        @Test
        void whatComesIsSeen() {
            chat.change(() -> model.rows().addAll(OpenChat.talk(ROWS, 3, ROWS)));

            assertThat(chat.endOf("k" + (ROWS + 2))).isEqualTo(bottom());
        }

        @Test
        void theEndStaysInSightWhateverTheWindowsSize() {
            for (int width : List.of(400, 900, 380, 641)) {
                chat.change(() -> chat.stage.setWidth(width));
                assertThat(chat.endOf(newest())).isEqualTo(bottom());
            }
        }

        @Test
        void theEndStaysInSightWhenARowGrows() {
            MessageRow last = model.rows().getLast();
            Own failed =
                    new Own(
                            last.key(),
                            last.text(),
                            last.time(),
                            new SendState.Failed(SendState.Reason.REFUSED));

            chat.change(() -> model.rows().set(ROWS - 1, failed));

            assertThat(chat.endOf(newest())).isEqualTo(bottom());
        }

        @Test
        void olderRowsComeUnseen() {
            double before = chat.yOf(newest());

            chat.change(() -> model.rows().addAll(0, OpenChat.talk(-200, 200, ROWS)));

            assertThat(chat.yOf(newest())).isEqualTo(before);
        }
    }

    @Nested
    class WhileReadingOlderOnes {
        private String reading = "";
        private double before;

        @BeforeEach
        void scrolledUp() {
            Hands.wheel(list, 5_000);
            Fx.frame();
            reading = model.rows().get(list.firstShown() + 1).key();
            before = chat.yOf(reading);
        }

        @Test
        void theNewestIsOutOfSight() {
            assertThat(list.atEndProperty().get()).isFalse();
            assertThat(list.lastShown()).isLessThan(ROWS - 20);
        }

        @Test
        void olderRowsAboveMoveNothing() {
            chat.change(() -> model.rows().addAll(0, OpenChat.talk(-200, 200, ROWS)));

            assertThat(chat.yOf(reading)).isEqualTo(before);
        }

        @Test
        void newRowsBelowMoveNothing() {
            for (int i = 0; i < 20; i++) {
                int next = ROWS + i;
                chat.change(() -> model.rows().addAll(OpenChat.talk(next, 1, ROWS)));
            }

            assertThat(chat.yOf(reading)).isEqualTo(before);
        }

        @Test
        void anotherWidthMovesNothingThatIsRead() {
            for (int width : List.of(420, 900, 500, 640)) {
                chat.change(() -> chat.stage.setWidth(width));
                assertThat(chat.yOf(reading)).isEqualTo(before);
            }
        }

        @Test
        void aRowAboveThatGrowsMovesNothing() {
            int above = list.firstShown();
            MessageRow row = model.rows().get(above);

            chat.change(() ->
                    model.rows()
                            .set(
                                    above,
                                    new MessageRow.Heard(
                                            row.key(), "luke", row.text().repeat(5), row.time())));

            assertThat(chat.yOf(reading)).isEqualTo(before);
        }

        @Test
        void rowsAboveThatGoMoveNothing() {
            chat.change(() -> model.rows().remove(0, 300));

            assertThat(chat.yOf(reading)).isEqualTo(before);
        }

        @Test
        void theWholeListAnewKeepsTheReadersRow() {
            List<MessageRow> same = List.copyOf(model.rows());

            chat.change(() -> model.rows().setAll(same.subList(100, ROWS)));

            assertThat(chat.yOf(reading)).isEqualTo(before);
        }

        @Test
        void theButtonBringsBackTheNewest() {
            Hands.click(chat.overlay, "To the newest message");
            Fx.frame();

            assertThat(chat.endOf(newest())).isEqualTo(bottom());
        }

        @Test
        void wheelTurnsOfOneFrameAreSummed() {
            Fx.run(() -> {
                for (int i = 0; i < 10; i++) {
                    list.scroll(3);
                }
            });
            Fx.frame();

            assertThat(chat.yOf(reading)).isEqualTo(before + 30);
        }
    }

    @Nested
    class ByKeys {
        @Test
        void homeShowsTheOldestAndEndTheNewest() {
            Hands.press(list, KeyCode.HOME);
            Fx.frame();
            assertThat(list.firstShown()).isZero();
            assertThat(chat.yOf("k0")).isBetween(0.0, 120.0);

            Hands.press(list, KeyCode.END);
            Fx.frame();
            assertThat(chat.endOf(newest())).isEqualTo(bottom());
        }

        @Test
        void aPageLeavesALineOfTheLastOne() {
            double before = chat.yOf(newest());

            Hands.press(list, KeyCode.PAGE_UP);
            Fx.frame();
            Hands.press(list, KeyCode.PAGE_DOWN);
            Fx.frame();

            assertThat(chat.yOf(newest())).isEqualTo(before);
        }

        @Test
        void oneRowAfterTheOtherIsReachedAndCopied() {
            Hands.press(list, KeyCode.UP);
            Hands.press(list, KeyCode.UP);
            Fx.frame();

            Hands.pressWithShortcut(list, KeyCode.C);

            String copied =
                    Fx.get(() -> javafx.scene.input.Clipboard.getSystemClipboard().getString());
            assertThat(copied).isEqualTo(model.rows().get(ROWS - 2).text());
        }
    }

    @Test
    void fewRowsStandAtTheFoot() {
        chat.change(() -> model.rows().setAll(OpenChat.talk(0, 2, 2)));

        assertThat(chat.endOf("k1")).isEqualTo(bottom());
    }

    @Test
    void aHundredThousandRowsNeedNoMoreNodesThanAFew() {
        chat.change(() -> model.rows().setAll(OpenChat.talk(0, 100_000, 100_000)));
        for (int i = 0; i < 50; i++) {
            Hands.wheel(list, i % 2 == 0 ? 900 : -300);
            Fx.frame();
        }
        Hands.press(list, KeyCode.HOME);
        Fx.frame();

        assertThat(list.firstShown()).isZero();
        assertThat(list.getChildrenUnmodifiable()).hasSizeLessThan(80);
    }

    @Test
    void noRowsAreNoTrouble() {
        chat.change(model.rows()::clear);
        Hands.press(list, KeyCode.HOME);
        Hands.press(list, KeyCode.UP);
        Hands.wheel(list, 40);
        Fx.frame();

        assertThat(list.lastShown()).isEqualTo(-1);
    }

    @Test
    void olderRowsAreAskedForOnceNearTheOldest() {
        chat.change(() -> model.earlierProperty().set(Earlier.MORE));
        assertThat(chat.scribe.done()).doesNotContain("loadOlder");

        Hands.press(list, KeyCode.HOME);
        Fx.until(() -> chat.scribe.done().contains("loadOlder"));
        Hands.wheel(list, -20);
        Fx.frame();

        assertThat(chat.scribe.done()).containsOnlyOnce("loadOlder");
    }
}
