package parley.desktop.conversation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import parley.desktop.kit.Standing;

/// What is to be seen of one chat. Whoever knows the chat keeps it up to date; the view follows.
public final class ConversationModel {
    private final ConversationKind kind;
    private final String name;
    private final ObservableList<MessageRow> rows = FXCollections.observableArrayList();
    private final StringProperty subtitle = new SimpleStringProperty(this, "subtitle", "");
    private final ObjectProperty<Standing> standing =
            new SimpleObjectProperty<>(this, "standing", Standing.UNSAID);
    private final StringProperty draft = new SimpleStringProperty(this, "draft", "");
    private final BooleanProperty typing = new SimpleBooleanProperty(this, "typing");
    private final BooleanProperty connected = new SimpleBooleanProperty(this, "connected", true);
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final StringProperty firstNew = new SimpleStringProperty(this, "firstNew", "");
    private final ObjectProperty<Earlier> earlier =
            new SimpleObjectProperty<>(this, "earlier", Earlier.NOTHING);
    private final ObjectProperty<PrivateState> privateState =
            new SimpleObjectProperty<>(this, "privateState", new PrivateState.Inviting());

    private final ObjectProperty<Keeping> keeping =
            new SimpleObjectProperty<>(this, "keeping", Keeping.NOBODY);

    private ConversationModel(ConversationKind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /// The chat with a person.
    public static ConversationModel withPerson(String name) {
        return new ConversationModel(ConversationKind.PERSON, name);
    }

    /// A private chat with a person; it begins in the state *inviting*.
    public static ConversationModel privateWith(String name) {
        return new ConversationModel(ConversationKind.PRIVATE, name);
    }

    /// The chat of everyone.
    public static ConversationModel everyone() {
        return new ConversationModel(ConversationKind.EVERYONE, "");
    }

    public ConversationKind kind() {
        return kind;
    }

    /// The other person's name; empty for everyone.
    public String name() {
        return name;
    }

    /// What was said, oldest first.
    public ObservableList<MessageRow> rows() {
        return rows;
    }

    /// The line under the name, such as "Online since 17:02".
    public StringProperty subtitleProperty() {
        return subtitle;
    }

    /// How the person stands; blocked ones cannot be written to until unblocked.
    public ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    /// What has been written and not sent. The view changes it as its owner types.
    public StringProperty draftProperty() {
        return draft;
    }

    /// Whether the other side is writing.
    public BooleanProperty typingProperty() {
        return typing;
    }

    /// Whether what is sent goes out at once. Private chats do not ask: their own state says it.
    public BooleanProperty connectedProperty() {
        return connected;
    }

    /// Why nothing can be sent at all just now, in a sentence; empty where nothing stands in the
    /// way. What is sent all the same comes back into the composer.
    public StringProperty troubleProperty() {
        return trouble;
    }

    /// The key of the first row that was not read when the chat was opened; empty for none. Above
    /// it stands *New since you left*.
    public StringProperty firstNewProperty() {
        return firstNew;
    }

    /// What lies above the first row.
    public ObjectProperty<Earlier> earlierProperty() {
        return earlier;
    }

    /// How a private chat stands; means nothing for others.
    public ObjectProperty<PrivateState> privateStateProperty() {
        return privateState;
    }

    /// Who keeps a private chat on their computer; means nothing for others.
    public ObjectProperty<Keeping> keepingProperty() {
        return keeping;
    }
}
