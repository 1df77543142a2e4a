package parley.desktop;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;

import parley.desktop.kit.AppIcon;
import parley.desktop.kit.Look;
import parley.desktop.kit.Overlay;
import parley.desktop.login.Login;
import parley.desktop.notification.Toasts;
import parley.desktop.privatechat.Invitations;
import parley.desktop.sidebar.Sidebar;
import parley.desktop.sidebar.SidebarKeys;
import parley.desktop.state.Place;

import java.util.Objects;

/// The one window: the login dialog while nobody is signed in, else the sidebar and the place that
/// is shown. It remembers nothing and decides nothing.
final class MainWindow {
    static final double WIDTH = 1120;
    static final double HEIGHT = 740;
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 520;
    private static final double NARROW = 860;
    private static final KeyCombination CLOSE =
            new KeyCodeCombination(KeyCode.Q, KeyCombination.SHORTCUT_DOWN);

    private final StackPane content = new StackPane();
    private final StackPane loginPage = new StackPane();
    private final HBox workspace = new HBox();
    private final Overlay overlay = new Overlay(content);

    /// Where questions are asked, and cards shown.
    Overlay overlay() {
        return overlay;
    }

    /// Lays out what stands beside and above each other.
    void furnish(Sidebar sidebar, Middle middle, Invitations invitations, Toasts toasts) {
        VBox corner = new VBox(invitations, toasts);
        corner.getStyleClass().add("corner");
        corner.setPickOnBounds(false);
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        StackPane both = new StackPane(middle, corner);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        workspace.getChildren().setAll(sidebar.view(), both);
        workspace
                .widthProperty()
                .addListener((_, _, width) -> sidebar.narrowProperty().set(isNarrow(width)));
        loginPage.getStyleClass().add("login-page");
    }

    private static boolean isNarrow(Number width) {
        return width.doubleValue() > 0 && width.doubleValue() < NARROW;
    }

    /// Shows the login dialog and nothing else.
    void showLogin(Login login) {
        overlay.close();
        loginPage.getChildren().setAll(login.view());
        content.getChildren().setAll(loginPage);
        login.focus();
    }

    /// Shows the login dialog above the readable window.
    void showLoginAbove(Login login) {
        overlay.show(login.view());
        login.focus();
    }

    /// Shows the chats.
    void showWorkspace() {
        overlay.close();
        content.getChildren().setAll(workspace);
    }

    /// A scene of everything, dressed.
    Scene scene(Look look, double width, double height) {
        Scene scene = new Scene(overlay, width, height);
        look.dress(scene);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(MainWindow.class.getResource("window.css"))
                                .toExternalForm());
        return scene;
    }

    /// Sets a stage up for it, no larger than the screen.
    void open(Stage stage, Look look, ObservableValue<String> title) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        stage.setScene(scene(look, width, height));
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.getIcons().setAll(AppIcon.images());
        stage.titleProperty().bind(title);
    }

    /// The keys that hold in the whole window.
    static void keys(Scene scene, Sidebar sidebar, Deeds deeds, Runnable close) {
        scene.getAccelerators().put(SidebarKeys.FIND, sidebar::find);
        scene.getAccelerators().put(SidebarKeys.SETTINGS, deeds::settings);
        scene.getAccelerators().put(SidebarKeys.WHO, () -> deeds.show(new Place.Visitors()));
        scene.getAccelerators().put(SidebarKeys.SEARCH, () -> deeds.write(new Place.Search()));
        scene.getAccelerators().put(CLOSE, close);
    }
}
