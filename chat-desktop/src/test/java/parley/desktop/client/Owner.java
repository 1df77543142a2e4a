package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import parley.desktop.local.Entry;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Somebody at a desktop without a screen, for tests that read like a conversation.
public final class Owner implements AutoCloseable {
    private final String name;
    private final Path profile;
    private Client client;
    private Screen screen = new Screen();

    private Owner(String name, Path profile) throws ProfileUnusable {
        this.name = name;
        this.profile = profile;
        this.client = open();
    }

    /// Somebody of this name, with a profile in this folder.
    public static Owner of(String name, Path profile) throws ProfileUnusable {
        return new Owner(name, profile);
    }

    private Client open() throws ProfileUnusable {
        Client opened = Client.open(profile);
        opened.listen(screen::hear);
        return opened;
    }

    public Client client() {
        return client;
    }

    public Screen screen() {
        return screen;
    }

    public Chat chat() {
        return Chat.with(UserName.of(name));
    }

    public SignInOutcome triesToSignIn(ServerAddress server, String password) throws Exception {
        return triesToSignIn(SignIn.byPassword(server, name, password).kept());
    }

    public SignInOutcome triesToSignIn(SignIn how) throws Exception {
        return client.signIn(how).get(30, TimeUnit.SECONDS);
    }

    /// Signs in, and waits until all that was missed is here.
    public Owner signsIn(ServerAddress server, String password) throws Exception {
        assertThat(triesToSignIn(server, password)).isInstanceOf(SignInOutcome.Welcome.class);
        isCaughtUp();
        return this;
    }

    public Owner isCaughtUp() {
        screen.stands(LinkState.Online.class);
        screen.hears(Change.CaughtUp.class);
        return this;
    }

    /// Quits and starts again, which signs in by itself.
    public void restarts() throws Exception {
        quits();
        starts();
        client.resume();
    }

    public void quits() {
        client.close();
    }

    public void starts() throws Exception {
        screen = new Screen();
        client = open();
    }

    public String says(String text, Chat to) {
        return client.send(to, text);
    }

    public String says(String text, Owner to) {
        return client.send(to.chat(), text);
    }

    /// What the owner said is safe at the server.
    public void knowsSaid(String text, Chat to) {
        screen.sees(
                name + "'s \"" + text + "\" said", () -> state(text, to, Entry.State.Said.class));
    }

    public void knowsSaid(String text, Owner to) {
        knowsSaid(text, to.chat());
    }

    /// What the owner said was refused.
    public Entry.Failure knowsFailed(String text, Owner to) {
        screen.sees(
                name + "'s \"" + text + "\" failed",
                () -> state(text, to.chat(), Entry.State.Failed.class));
        return screen.shown(to.chat()).stream()
                .filter(entry -> entry.text().equals(text))
                .map(entry -> ((Entry.State.Failed) entry.state()).why())
                .findFirst()
                .orElseThrow();
    }

    private boolean state(String text, Chat chat, Class<? extends Entry.State> state) {
        return screen.shown(chat).stream()
                .anyMatch(entry -> entry.text().equals(text) && state.isInstance(entry.state()));
    }

    public void hears(String text, Owner from) {
        hears(text, from.chat());
    }

    public void hears(String text, Chat in) {
        screen.sees(name + " hears \"" + text + "\"", () -> screen.texts(in).contains(text));
    }

    /// The whole chat is this, in this order.
    public void sees(Chat chat, List<String> texts) {
        screen.sees(name + " sees " + texts, () -> screen.texts(chat).equals(texts));
    }

    public void sees(Owner other, Status status) {
        screen.sees(
                name + " sees " + other.name + " " + status,
                () ->
                        screen.person(other.name)
                                .map(person -> person.status() == status)
                                .orElse(false));
    }

    public void blocks(Owner other) throws Exception {
        assertThat(client.block(UserName.of(other.name)).get(30, TimeUnit.SECONDS))
                .isEqualTo(new Reply.Ok());
    }

    public void unblocks(Owner other) throws Exception {
        assertThat(client.unblock(UserName.of(other.name)).get(30, TimeUnit.SECONDS))
                .isEqualTo(new Reply.Ok());
    }

    /// How many of this chat are unread.
    public void hasUnread(int count, Chat chat) {
        screen.sees(
                name + " has " + count + " unread",
                () -> screen.chat(chat).map(one -> one.unread() == count).orElse(count == 0));
    }

    @Override
    public void close() {
        client.close();
    }
}
