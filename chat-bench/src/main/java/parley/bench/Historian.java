package parley.bench;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Heard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads chats to their end as one user sees them. Serves one thread.
final class Historian implements AutoCloseable {
    private static final int PAGE = 200;

    private final Line line;

    private Historian(Line line) {
        this.line = line;
    }

    static Historian signedIn(int port, String user, String password) throws IOException {
        Historian historian = new Historian(Line.open(port));
        Reply reply = historian.line.signIn(user, new Request.Proof.Password(password));
        if (reply instanceof Reply.Welcome) {
            return historian;
        }
        historian.close();
        throw new IOException(user + " was not let in: " + reply);
    }

    /// All messages of a chat, the oldest first.
    List<ChatMessage> read(Chat chat) throws IOException {
        List<ChatMessage> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            long last = all.isEmpty() ? 0 : all.getLast().seq();
            Request page = new Request.History(chat.toString(), new Request.Page.After(last), PAGE);
            if (!(ask(page) instanceof Reply.History(Chat _, List<ChatMessage> messages, var on))) {
                throw new IOException("no history of " + chat);
            }
            all.addAll(messages);
            more = on;
        }
        return all;
    }

    /// The newest messages of a chat.
    ///
    /// @throws IOException where the server does not tell
    List<ChatMessage> latest(Chat chat) throws IOException {
        Request page = new Request.History(chat.toString(), new Request.Page.Latest(), PAGE);
        return ask(page) instanceof Reply.History(Chat _, List<ChatMessage> messages, boolean _)
                ? messages
                : refused("history");
    }

    /// The newest messages that hold these words.
    ///
    /// @throws IOException where the server does not tell
    List<ChatMessage> search(String words) throws IOException {
        Request search = new Request.Search(words, Optional.empty(), "", PAGE);
        return ask(search) instanceof Reply.Results(List<ChatMessage> messages, String _)
                ? messages
                : refused("search");
    }

    private static List<ChatMessage> refused(String what) throws IOException {
        throw new IOException(what + " was refused");
    }

    private Reply ask(Request request) throws IOException {
        line.say(new Envelope<>("asked", request));
        while (true) {
            if (line.hear() instanceof Heard.Answer(String _, Reply reply)) {
                return reply;
            }
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
