package parley.desktop.sidebar;

import parley.desktop.state.Place;
import parley.protocol.Status;
import parley.protocol.UserName;

/// What the owner does in the sidebar. Called on the JavaFX thread; nothing may wait there.
public interface SidebarActions {
    /// Shows this in the middle of the window.
    void show(Place place);

    /// Shows this, ready to be written in.
    void write(Place place);

    /// Begins a private chat with somebody, or shows the one there is.
    void openPrivate(UserName person);

    /// Ends a private chat, or takes the invitation back.
    void endPrivate(UserName person);

    /// Forgets a private chat that is over, and all that was said in it.
    void forgetPrivate(UserName person);

    /// Keeps what is said in a private chat from now on on this computer.
    void keepPrivate(UserName person);

    /// Asks whether what is kept of a private chat shall be deleted, and does so.
    void askToStopKeeping(UserName person);

    /// Asks whether this person shall be blocked, and blocks them if so.
    void askToBlock(UserName person);

    void unblock(UserName person);

    /// Chooses one's own status: online, away or busy.
    void status(Status status);

    /// Comes back to the server at once.
    void tryNow();

    void settings();

    void signOut();
}
