package parley.desktop.client;

import parley.desktop.net.Answer;
import parley.desktop.net.Loop;
import parley.protocol.Reply;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Futures that the loop will complete. They are kept or broken when the turn that settled them is
/// safe, and none outlives a turn that is undone. Lives on the loop but for [#make].
final class Promises {
    private final Loop loop;
    private final Set<CompletableFuture<?>> made = new HashSet<>();

    Promises(Loop loop) {
        this.loop = loop;
    }

    /// A future that this work, done on the loop, will settle. Any thread.
    <T> CompletableFuture<T> make(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        loop.execute(() -> {
            made.removeIf(CompletableFuture::isDone);
            made.add(promise);
            work.accept(promise);
        });
        return promise;
    }

    <T> void keep(CompletableFuture<T> promise, T value) {
        loop.leave(() -> promise.complete(value));
    }

    /// There was no line.
    void fail(CompletableFuture<?> promise) {
        loop.leave(() -> promise.completeExceptionally(new NoLine()));
    }

    /// Settles a promise with the answer to a request.
    Answer by(CompletableFuture<Reply> promise) {
        return new Answer() {
            @Override
            public void came(Reply reply) {
                keep(promise, reply);
            }

            @Override
            public void lost() {
                fail(promise);
            }
        };
    }

    /// Nothing that was promised so far will be kept.
    void breakAll() {
        made.forEach(this::fail);
        made.clear();
    }
}
