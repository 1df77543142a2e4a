package parley.desktop.peer;

import parley.identity.Fingerprint;

import java.time.Instant;
import java.util.Optional;

/// One key of a person: one of their computers.
///
/// @param met when it came for the first time, where that was noted
/// @param marked when the owner said what stands in `mark`; nothing where they have not
public record KnownKey(
        Fingerprint key, Mark mark, Optional<Instant> met, Optional<Instant> marked) {}
