package parley.desktop.peer;

import parley.identity.Fingerprint;

import java.util.List;

/// A person's computers, as far as this desktop knows them, and which of them one talks to. A
/// value.
///
/// @param present the key of the one at the other end, now or last
/// @param met all that were met; `present` may not be among them yet
public record PeerKeys(Fingerprint present, List<KnownKey> met) {
    public PeerKeys {
        met = List.copyOf(met);
    }

    /// How far the present one is to be trusted.
    public Trust trust() {
        return switch (mark()) {
            case VERIFIED -> Trust.VERIFIED;
            case TOLERATED -> Trust.UNVERIFIED;
            case NONE -> hasVerified() ? Trust.IN_DOUBT : Trust.UNVERIFIED;
        };
    }

    private Mark mark() {
        return met.stream()
                .filter(known -> known.key().equals(present))
                .map(KnownKey::mark)
                .findAny()
                .orElse(Mark.NONE);
    }

    private boolean hasVerified() {
        return met.stream().anyMatch(known -> known.mark() == Mark.VERIFIED);
    }
}
