package parley.server.net;

import parley.protocol.Envelope;
import parley.protocol.Reply;
import parley.protocol.UserName;
import parley.server.conversation.Conversations;
import parley.server.conversation.PostRefusals;
import parley.server.delivery.Hearer;
import parley.server.storage.StoreUnavailable;
import parley.wire.FrameCodec;

import java.util.concurrent.atomic.AtomicBoolean;

/// What one session posts. Its reader posts and need not wait for the answers, which come on the
/// thread that tells; what depends on them waits for all.
final class Posts {
    private final Session session;
    private final Pulse pulse;
    private final Underway underway = new Underway();
    private final AtomicBoolean taken = new AtomicBoolean();

    Posts(Session session, Pulse pulse) {
        this.session = session;
        this.pulse = pulse;
    }

    /// How something is posted.
    interface Posting<R> {
        void post(Conversations.Speaker speaker, String id, R request);
    }

    /// Posts, once fewer than 64 are under way.
    <R> void post(UserName user, Envelope<R> request, Posting<R> posting)
            throws InterruptedException {
        underway.enter();
        Poster poster = new Poster(user, request.tag());
        try {
            posting.post(poster, request.tag(), request.frame());
        } catch (StoreUnavailable closed) {
            poster.answered(PostRefusals.unavailable());
            session.wake();
        }
    }

    /// Waits until every post has its answer.
    void awaitAnswers() throws InterruptedException {
        underway.awaitNone();
    }

    /// Whether any was taken since the last time that this was asked.
    boolean wereTaken() {
        return taken.getAndSet(false);
    }

    /// Who waits for the answer of one post.
    private final class Poster implements Conversations.Speaker {
        private final UserName user;
        private final String tag;

        private Poster(UserName user, String tag) {
            this.user = user;
            this.tag = tag;
        }

        @Override
        public UserName user() {
            return user;
        }

        @Override
        public Hearer hearer() {
            return session;
        }

        @Override
        public void answered(Reply reply) {
            session.offer(FrameCodec.encodeReply(new Envelope<>(tag, reply)));
            if (!(reply instanceof Reply.Error)) {
                taken.set(true);
                pulse.worked(System.nanoTime());
            }
            underway.leave();
        }
    }
}
