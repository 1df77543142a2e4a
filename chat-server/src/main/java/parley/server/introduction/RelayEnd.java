package parley.server.introduction;

/// One end of a relay: a connection that came with a ticket. Nothing here waits but [#pass].
public interface RelayEnd {
    /// The other end is there: says so, and from then on passes to it what comes.
    void meet(RelayEnd other);

    /// Takes what the other end has said, in order, once there is room for it.
    ///
    /// @return whether it was taken; where not, this end is over
    boolean pass(byte[] bytes) throws InterruptedException;

    /// It is over.
    void end();
}
