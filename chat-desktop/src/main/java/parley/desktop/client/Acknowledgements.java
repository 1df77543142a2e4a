package parley.desktop.client;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Request;

import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the server what is safely here: once a turn and chat, whatever number of messages has
/// come, and only after it is on disk. Lives on the loop.
final class Acknowledgements {
    private final Context context;
    private final Map<Chat, Long> due = new LinkedHashMap<>();

    Acknowledgements(Context context) {
        this.context = context;
    }

    /// This message is written, and will be safe with the turn.
    void got(ChatMessage message) {
        if (message.chat() instanceof Chat.Everyone) {
            return;
        }
        if (due.isEmpty()) {
            context.loop().execute(this::tell);
        }
        due.merge(message.chat(), message.seq(), Math::max);
    }

    private void tell() {
        due.forEach((chat, seq) -> context.link().say(new Request.Delivered(chat.toString(), seq)));
        due.clear();
    }

    /// There is nobody to tell any more; the server sends again what it was not told of.
    void parted() {
        due.clear();
    }
}
