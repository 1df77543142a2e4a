package parley.desktop.sidebar;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import parley.desktop.kit.SpokenTime;
import parley.desktop.state.ClientState;
import parley.desktop.state.Timers;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/// The sidebar: 288 wide, or 68 and no more than avatars where the window is narrow.
public final class Sidebar {
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final VBox view = new VBox();
    private final Filter filter;

    /// @param encrypted whether the line that stands now is
    /// @param day changes at midnight
    public Sidebar(
            ClientState state,
            SidebarActions actions,
            BooleanSupplier encrypted,
            SpokenTime times,
            Timers timers,
            ObservableValue<?> day) {
        SidebarModel model = new SidebarModel(state);
        RowFaces faces = new RowFaces(state, times, day);
        RowList list = new RowList(model, faces, state, actions, narrow);
        filter = new Filter(model, actions, list, narrow);
        VBox.setVgrow(list, Priority.ALWAYS);
        view.setId("sidebar");
        view.getStyleClass().add("sidebar");
        view.getStylesheets()
                .add(
                        Objects.requireNonNull(Sidebar.class.getResource("sidebar.css"))
                                .toExternalForm());
        view.getChildren()
                .addAll(
                        new OwnHead(state, actions, narrow),
                        filter,
                        list,
                        new ConnectionFoot(
                                state,
                                actions,
                                () ->
                                        encrypted.getAsBoolean()
                                                ? ConnectionWords.Cover.TLS
                                                : ConnectionWords.Cover.THIS_MACHINE,
                                times,
                                timers,
                                narrow));
        narrow.subscribe(small -> view.pseudoClassStateChanged(NARROW, small));
    }

    public Region view() {
        return view;
    }

    /// Whether there is room for avatars only.
    public BooleanProperty narrowProperty() {
        return narrow;
    }

    /// Goes to the filter; where the sidebar is narrow, it has none.
    public void find() {
        filter.focus();
    }
}
