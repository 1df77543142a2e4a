package parley.desktop.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A round picture of somebody: initials on the colour of the name, and a dot for how they are.
///
/// The dot's ring takes the token `-parley-behind`; where the ground is another one, the sheet of
/// that place says so. It is a square of its size and never grows.
public final class Avatar extends StackPane {
    private static final Texts TEXTS = Texts.of(Avatar.class);

    private final ObjectProperty<Standing> standing =
            new SimpleObjectProperty<>(this, "standing", Standing.UNSAID);
    private final Region dot = new Region();
    private final FontIcon slash = Icons.icon(Feather.SLASH, 12);
    private final double size;
    private String name = "";

    private Avatar(double size) {
        this.size = size;
        getStyleClass().addAll("avatar", "size-" + Math.round(size));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        dot.getStyleClass().add("dot");
        dot.setManaged(false);
        slash.getStyleClass().add("crossed");
        slash.setManaged(false);
        slash.setVisible(false);
        standing.addListener((_, was, now) -> restate(was, now));
    }

    /// The avatar of a person.
    ///
    /// @param size its width and height: 24, 28, 32, 36, 40 or 64
    public static Avatar of(String name, double size) {
        Avatar avatar = new Avatar(size);
        avatar.setName(name);
        return avatar;
    }

    /// The avatar of *Everyone*: a megaphone.
    public static Avatar everyone(double size) {
        Avatar avatar = new Avatar(size);
        avatar.getStyleClass().add("everyone");
        avatar.setAccessibleText(TEXTS.get("avatar.everyone"));
        avatar.fill(Icons.megaphone(size * 0.4));
        return avatar;
    }

    /// Makes it the avatar of another person, for cells that are used again.
    public void setName(String name) {
        if (this.name.equals(name)) {
            return;
        }
        this.name = name;
        getStyleClass().removeIf(style -> style.startsWith("colour-"));
        getStyleClass().add("colour-" + Initials.colour(name));
        Text initials = new Text(Initials.of(name));
        initials.getStyleClass().add("initials");
        fill(initials);
        tell();
    }

    /// How the person stands; [Standing#UNSAID] at first.
    public ObjectProperty<Standing> standingProperty() {
        return standing;
    }

    public void setStanding(Standing now) {
        standing.set(now);
    }

    private void fill(Node content) {
        getChildren().setAll(content, dot, slash);
        dot.setVisible(standing.get() != Standing.UNSAID);
    }

    private void restate(Standing was, Standing now) {
        pseudoClassStateChanged(PseudoClass.getPseudoClass(was.word()), false);
        pseudoClassStateChanged(PseudoClass.getPseudoClass(now.word()), true);
        dot.setVisible(now != Standing.UNSAID);
        slash.setVisible(now == Standing.BLOCKED);
        tell();
    }

    private void tell() {
        setAccessibleText(
                standing.get() == Standing.UNSAID
                        ? name
                        : TEXTS.get("avatar." + standing.get().word(), name));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        dot.resizeRelocate(size - 10, size - 10, 12, 12);
        slash.relocate(size - 10, size - 10);
    }
}
