package parley.desktop.sidebar;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.desktop.local.Entry;
import parley.desktop.local.Person;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.state.ChatState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Owner;
import parley.desktop.state.PersonState;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.PrivateItem;
import parley.protocol.Chat;

import java.util.Optional;
import java.util.function.Supplier;

/// The words and signs of rows.
final class RowFaces {
    private static final Texts TEXTS = Texts.of(RowFaces.class);

    private final ClientState state;
    private final SpokenTime times;
    private final ObservableValue<?> day;

    /// @param day changes at midnight, when times are said anew
    RowFaces(ClientState state, SpokenTime times, ObservableValue<?> day) {
        this.state = state;
        this.times = times;
        this.day = day;
    }

    RowFace everyone(ChatState chat) {
        return new RowFace(
                TEXTS.get("everyone"),
                Bindings.createStringBinding(
                        () -> line(chat, () -> TEXTS.get("everyone.empty")),
                        chat.lastProperty(),
                        chat.draftProperty()),
                time(chat.lastProperty()),
                chat.unreadProperty(),
                new SimpleObjectProperty<>(Standing.UNSAID));
    }

    RowFace someone(PersonState person, ChatState chat) {
        return new RowFace(
                person.user().toString(),
                Bindings.createStringBinding(
                        () -> line(person.person(), chat),
                        person.personProperty(),
                        chat.lastProperty(),
                        chat.typingProperty(),
                        chat.draftProperty(),
                        day),
                time(chat.lastProperty()),
                chat.unreadProperty(),
                person.personProperty().map(RowFaces::standing));
    }

    RowFace privately(PrivateChatState chat) {
        return new RowFace(
                chat.person().toString(),
                Bindings.createStringBinding(
                        () -> line(chat),
                        chat.stateProperty(),
                        chat.unreadProperty(),
                        chat.typingProperty(),
                        chat.draftProperty(),
                        chat.items()),
                Bindings.createStringBinding(
                        () -> times.brief(chat.movedProperty().get()), chat.movedProperty(), day),
                chat.unreadProperty(),
                new SimpleObjectProperty<>(Standing.UNSAID));
    }

    static Standing standing(Person person) {
        if (person.blocked()) {
            return Standing.BLOCKED;
        }
        return switch (person.status()) {
            case ONLINE -> Standing.ONLINE;
            case AWAY -> Standing.AWAY;
            case BUSY -> Standing.BUSY;
            case OFFLINE -> Standing.OFFLINE;
        };
    }

    private ObservableValue<String> time(ReadOnlyObjectProperty<Optional<Entry>> last) {
        return Bindings.createStringBinding(
                () -> last.get().map(entry -> times.brief(entry.time())).orElse(""), last, day);
    }

    private String line(Person person, ChatState chat) {
        if (person.blocked()) {
            return TEXTS.get("line.blocked");
        }
        if (chat.typingProperty().get()) {
            return TEXTS.get("line.typing");
        }
        return line(chat, () -> presence(person));
    }

    private String line(ChatState chat, Supplier<String> empty) {
        String draft = chat.draftProperty().get();
        return draft.isBlank()
                ? chat.last().map(this::said).orElseGet(empty)
                : TEXTS.get("line.draft", oneLine(draft));
    }

    private String said(Entry entry) {
        boolean mine = state.owner().map(Owner::me).filter(entry.from()::equals).isPresent();
        String text = oneLine(entry.text());
        return mine
                ? TEXTS.get("line.mine", text)
                : entry.chat() instanceof Chat.Everyone
                        ? TEXTS.get("line.by", entry.from(), text)
                        : text;
    }

    private String presence(Person person) {
        String since = person.time().map(times::brief).orElse("");
        return switch (person.status()) {
            case ONLINE -> TEXTS.get("line.online");
            case AWAY -> TEXTS.get("line.away");
            case BUSY -> TEXTS.get("line.busy");
            case OFFLINE ->
                    since.isEmpty() ? TEXTS.get("line.offline") : TEXTS.get("line.seen", since);
        };
    }

    /// What is unread first, then what is written in a chat that stands, else how it stands.
    private static String line(PrivateChatState chat) {
        if (chat.typingProperty().get()) {
            return TEXTS.get("line.typing");
        }
        if (chat.unreadProperty().get() > 0
                && chat.items().getLast() instanceof PrivateItem.Heard(var message)) {
            return oneLine(message.text());
        }
        if (chat.items().stream().anyMatch(RowFaces::waitsForAnAnswer)) {
            return TEXTS.get("line.file");
        }
        String draft = chat.draftProperty().get();
        return draft.isBlank() || !chat.state().isOpen()
                ? PrivateWords.of(chat.state())
                : TEXTS.get("line.draft", oneLine(draft));
    }

    private static boolean waitsForAnAnswer(PrivateItem item) {
        return item instanceof PrivateItem.Shared(var file, _)
                && file.way() == FileTransfer.Way.IN
                && file.state() instanceof FileState.Offered;
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int most = Math.min(line.codePointCount(0, line.length()), 120);
        return line.substring(0, line.offsetByCodePoints(0, most));
    }
}
