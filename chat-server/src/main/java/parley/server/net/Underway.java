package parley.server.net;

/// The posts of one session that have no answer yet: so many at most. Any thread may use it.
final class Underway {
    private static final int MOST = 64;

    private int count;

    /// Waits until there is room for another post, and counts it.
    synchronized void enter() throws InterruptedException {
        while (count >= MOST) {
            wait();
        }
        count++;
    }

    /// A post has its answer.
    synchronized void leave() {
        count--;
        if (count == 0 || count == MOST - 1) {
            notifyAll();
        }
    }

    /// Waits until every post has its answer.
    synchronized void awaitNone() throws InterruptedException {
        while (count > 0) {
            wait();
        }
    }
}
