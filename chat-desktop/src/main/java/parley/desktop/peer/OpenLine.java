package parley.desktop.peer;

import java.util.List;

/// The one line of a chat that is open, with its pulse: answers pings, ends where nobody is there
/// any more, and passes on what is said. On the strand only.
final class OpenLine implements Line.Owner {
    private final Line line;
    private final Talk talk;
    private final Pulse pulse;

    /// Who talks on it.
    interface Talk {
        /// The other side said a message, a receipt, that it writes, or something of a file.
        void heard(PeerFrame.Talk said);

        /// The other side said good-bye; the line is closed.
        void bye();

        /// The other side broke the rules; the line is closed.
        void broken();

        /// The line is dead, and closed.
        void lost();
    }

    OpenLine(Strand strand, Line line, Talk talk) {
        this.line = line;
        this.talk = talk;
        this.pulse = new Pulse(strand, line, this::dead);
        line.belongTo(this);
    }

    void say(PeerFrame frame) {
        line.say(frame);
    }

    void carry(List<PeerFrame.FileData> load, Runnable written) {
        line.carry(load, written);
    }

    /// The other side behaves as if it had lost the line: it has a moment to show that it has not.
    void probe() {
        pulse.probe();
    }

    /// Says good-bye, and closes.
    void leave(String reason) {
        pulse.stop();
        line.leave(reason);
    }

    /// Closes without a word.
    void close() {
        pulse.stop();
        line.close();
    }

    private void dead() {
        close();
        talk.lost();
    }

    @Override
    public void heard(Line from, PeerFrame frame) {
        pulse.heard();
        switch (frame) {
            case PeerFrame.Ping() -> line.say(new PeerFrame.Pong());
            case PeerFrame.Bye _ -> {
                close();
                talk.bye();
            }
            case PeerFrame.Open _, PeerFrame.Opened _, PeerFrame.Pong _, PeerFrame.Unknown _ -> {}
            case PeerFrame.Talk said -> talk.heard(said);
        }
    }

    @Override
    public void broke(Line gone, Line.Break why) {
        pulse.stop();
        switch (why) {
            case GONE -> talk.lost();
            case RULES -> talk.broken();
        }
    }
}
