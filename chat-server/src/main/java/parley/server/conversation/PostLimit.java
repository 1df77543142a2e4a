package parley.server.conversation;

import parley.protocol.UserName;

import java.time.Duration;
import java.util.Optional;

/// How often somebody may post.
@FunctionalInterface
public interface PostLimit {
    /// Counts a post; how long to wait where there were too many.
    Optional<Duration> count(UserName user);
}
