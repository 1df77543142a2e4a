package parley.desktop;

import javafx.collections.ListChangeListener;
import javafx.scene.layout.StackPane;

import parley.desktop.state.ClientState;
import parley.desktop.state.Place;
import parley.desktop.state.PrivateChatState;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The middle of the window: the page of the place that is shown. A page that was left is as one
/// left it when one comes back.
final class Middle extends StackPane {
    private final Map<Place, Page> pages = new HashMap<>();
    private final Function<Place, Optional<Page>> maker;
    private final ClientState state;
    private boolean writing;

    /// @param maker makes the page of a place; nothing where it is not ready yet
    Middle(ClientState state, Function<Place, Optional<Page>> maker) {
        this.state = state;
        this.maker = maker;
        setId("middle");
        getStyleClass().add("middle");
        setMinWidth(0);
        state.shownProperty().addListener((_, _, _) -> placeChanged());
        state.ownerProperty().addListener((_, _, _) -> forgetAll());
        state.privateChats().addListener((ListChangeListener<PrivateChatState>) this::changed);
        show();
    }

    private void placeChanged() {
        writing = false;
        show();
    }

    /// Shows the place, which has become ready.
    void show() {
        present().ifPresentOrElse(this::put, getChildren()::clear);
    }

    /// A new page gets its controls' skins before the next frame: without them, what is typed until
    /// then would be lost.
    private void dressAtOnce(Page page) {
        if (getScene() != null) {
            page.node().applyCss();
        }
    }

    private void put(Page page) {
        if (!getChildren().contains(page.node())) {
            getChildren().setAll(page.node());
            dressAtOnce(page);
        }
        if (writing) {
            write();
        }
    }

    private Optional<Page> present() {
        Place place = state.shownProperty().get();
        Page known = pages.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Page> made = maker.apply(place);
        made.ifPresent(page -> pages.put(place, page));
        return made;
    }

    private void changed(ListChangeListener.Change<? extends PrivateChatState> change) {
        while (change.next()) {
            change.getRemoved().forEach(chat -> pages.remove(new Place.Privately(chat.person())));
        }
    }

    private void forgetAll() {
        pages.clear();
        show();
    }

    /// Puts the cursor where one writes, as soon as there is such a place.
    void write() {
        Page page = pages.get(state.shownProperty().get());
        writing = page == null;
        if (page != null) {
            page.write().run();
        }
    }

    /// Says days anew.
    void retell() {
        pages.values().forEach(page -> page.retell().run());
    }
}
