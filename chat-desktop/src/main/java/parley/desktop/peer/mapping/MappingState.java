package parley.desktop.peer.mapping;

import parley.protocol.PeerAddress;

/// How it stands with the router.
public sealed interface MappingState {
    /// It is not asked.
    record Off() implements MappingState {}

    /// It is looked for, or asked.
    record Asking() implements MappingState {}

    /// It lets private chats in, there.
    record Mapped(PeerAddress address) implements MappingState {}

    /// None answers, or none is willing.
    record NoAnswer() implements MappingState {}

    /// It passes a port on that nobody can reach: it stands behind another router, or is wrong.
    record NotPublic(Outside outside) implements MappingState {}
}
