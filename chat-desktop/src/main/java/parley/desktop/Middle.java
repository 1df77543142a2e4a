package parley.desktop;

import javafx.scene.layout.StackPane;

import parley.desktop.state.ClientState;
import parley.desktop.state.Place;

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

    /// @param maker makes the page of a place; nothing where it is not ready yet
    Middle(ClientState state, Function<Place, Optional<Page>> maker) {
        this.state = state;
        this.maker = maker;
        setId("middle");
        getStyleClass().add("middle");
        setMinWidth(0);
        state.shownProperty().addListener((_, _, _) -> show());
        state.ownerProperty().addListener((_, _, _) -> forgetAll());
        show();
    }

    /// Shows the place, which has become ready.
    void show() {
        present()
                .ifPresentOrElse(
                        page -> {
                            if (!getChildren().contains(page.node())) {
                                getChildren().setAll(page.node());
                            }
                        },
                        getChildren()::clear);
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

    /// Forgets the page of a place.
    void forget(Place place) {
        pages.remove(place);
        show();
    }

    private void forgetAll() {
        pages.clear();
        show();
    }

    /// Puts the cursor where one writes.
    void write() {
        Page page = pages.get(state.shownProperty().get());
        if (page != null) {
            page.write().run();
        }
    }

    /// Says days anew.
    void retell() {
        pages.values().forEach(page -> page.retell().run());
    }
}
