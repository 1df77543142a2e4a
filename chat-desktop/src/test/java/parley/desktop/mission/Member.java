package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;

/// One of the four, in front of their desktop. Reads like a conversation.
final class Member implements AutoCloseable {
    private final String name;
    private final String password;
    private final Desk desk;

    Member(String name, String password, Desk desk) {
        this.name = name;
        this.password = password;
        this.desk = desk;
    }

    String name() {
        return name;
    }

    Desk desk() {
        return desk;
    }

    /// Opens the program on its login dialog.
    Member opensParley(int port) throws Exception {
        desk.open("127.0.0.1:" + port, name);
        return this;
    }

    void signsIn() {
        signsInWith(password);
        isSignedIn();
    }

    /// Types this password and presses Enter.
    void signsInWith(String typed) {
        desk.click("login-password");
        desk.key("Shortcut+A");
        desk.type(typed);
        desk.key("Enter");
    }

    void isSignedIn() {
        sees("connection", text -> text.startsWith("Connected to"));
    }

    /// Types another name.
    void callsThemselves(String other) {
        desk.click("login-name");
        desk.key("Shortcut+A");
        desk.type(other);
    }

    /// Is told this on the login dialog.
    void isTold(String words) {
        sees("login", text -> text.contains(words));
    }

    void saysTo(Member other, String words) {
        says(other.name, words);
    }

    void saysToEveryone(String words) {
        says("Everyone", words);
    }

    void saysPrivatelyTo(Member other, String words) {
        says(other.name + ", private", words);
    }

    private void says(String row, String words) {
        opens(row);
        desk.type(words);
        desk.key("Enter");
        sees("middle", words::equals);
    }

    /// Reads these words of theirs in the chat that is shown, once, and that they were delivered.
    void seesDelivered(String words) {
        Patience.until(
                () ->
                        desk.spoken("middle").stream()
                                .anyMatch(
                                        each -> each.contains("delivered") && each.endsWith(words)),
                () -> name + " does not see it delivered, but " + desk.spoken("middle"));
        assertThat(desk.read("middle")).containsOnlyOnce(words);
    }

    void hearsFrom(Member other, String words) {
        hears(other.name, words);
    }

    void hearsPrivatelyFrom(Member other, String words) {
        hears(other.name + ", private", words);
    }

    void hearsFromEveryone(String words) {
        hears("Everyone", words);
    }

    private void hears(String row, String words) {
        desk.choose(row);
        sees("middle", words::equals);
    }

    /// What is said in the chat that is shown, once each and in this order, among other things.
    void hasReadInOrder(List<String> words) {
        List<String> said = desk.read("middle").stream().filter(words::contains).toList();
        assertThat(said).as(name + " reads").isEqualTo(words);
    }

    /// Looks at somebody's row and finds this in it.
    void seesRow(String row, String words) {
        Patience.until(
                () -> desk.row(row).contains(words),
                () -> name + " does not see " + words + " at " + row + ", but " + desk.row(row));
    }

    void seesOnline(Member other) {
        seesRow(other.name, "[" + other.name + ", online]");
    }

    void seesOffline(Member other) {
        seesRow(other.name, "[" + other.name + ", offline]");
    }

    void doesNotHear(String words) {
        assertThat(desk.read("middle")).as(name + " reads").doesNotContain(words);
    }

    void presses(String button) {
        desk.press(button);
    }

    /// Goes to a row's chat.
    void opens(String row) {
        desk.choose(row);
        Patience.until(() -> desk.writesIn("middle"), () -> name + " cannot write to " + row);
    }

    void readsInTheMiddle(String words) {
        sees("middle", text -> text.contains(words));
    }

    /// Reads this of the line to the server.
    void readsAtTheFoot(String words) {
        sees("connection", text -> text.contains(words));
    }

    void asksWhoWasOnline(String span) {
        desk.click("who");
        desk.press(span);
    }

    void blocks(Member other) {
        desk.menu(other.name, "Block…");
        desk.press("Block");
        seesRow(other.name, "[" + other.name + ", blocked]");
    }

    void unblocks(Member other) {
        desk.menu(other.name, "Unblock");
        seesOnline(other);
    }

    /// Double-clicks somebody.
    void wantsPrivateChatWith(Member other) {
        desk.doubleClick(other.name);
    }

    void acceptsPrivateChatWith(Member other) {
        desk.press("Accept the private chat with " + other.name);
    }

    void isDirectWith(Member other) {
        desk.choose(other.name + ", private");
        sees("middle", text -> text.startsWith("Direct and encrypted"));
    }

    /// Waits until a text in a part of the window is like that.
    void sees(String part, Predicate<String> like) {
        Patience.until(
                () -> desk.read(part).stream().anyMatch(like),
                () -> name + " reads in " + part + " only " + desk.read(part));
    }

    /// Closes the program.
    @Override
    public void close() throws Exception {
        desk.close();
    }
}
