package parley.desktop.conversation;

import parley.desktop.peer.Acceptance;

import java.util.ArrayList;
import java.util.List;

/// Writes down what the owner of a chat does.
final class Scribe implements ConversationActions {
    private final List<String> done = new ArrayList<>();
    private final FileActions files = new FileScribe(done);

    /// What was done, in order, such as `send hello`; without the typing.
    List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public void send(String text) {
        done.add("send " + text);
    }

    @Override
    public void typing() {}

    @Override
    public void loadOlder() {
        done.add("loadOlder");
    }

    @Override
    public void seen(MessageRow.Heard row) {
        done.add("seen " + row.key());
    }

    @Override
    public void retry(MessageRow.Own row) {
        done.add("retry " + row.key());
    }

    @Override
    public void discard(MessageRow.Own row) {
        done.add("discard " + row.key());
    }

    @Override
    public FileActions files() {
        return files;
    }

    @Override
    public void block() {
        done.add("block");
    }

    @Override
    public void unblock() {
        done.add("unblock");
    }

    @Override
    public void openPrivate() {
        done.add("openPrivate");
    }

    @Override
    public void endPrivate() {
        done.add("endPrivate");
    }

    @Override
    public void takeRelay(Acceptance acceptance) {
        done.add("takeRelay " + acceptance);
    }

    @Override
    public void declineRelay() {
        done.add("declineRelay");
    }

    @Override
    public void writeOrdinary() {
        done.add("writeOrdinary");
    }

    @Override
    public void verify() {
        done.add("verify");
    }

    @Override
    public void tolerate() {
        done.add("tolerate");
    }

    @Override
    public void trustOtherKey() {
        done.add("trustOtherKey");
    }

    @Override
    public void export() {
        done.add("export");
    }

    @Override
    public void keep() {
        done.add("keep");
    }

    @Override
    public void stopKeeping() {
        done.add("stopKeeping");
    }

    @Override
    public void openOrdinary() {
        done.add("openOrdinary");
    }
}
