package parley.desktop.settings;

import parley.desktop.kit.Scheme;
import parley.desktop.peer.Consent;
import parley.desktop.peer.Disclosure;
import parley.desktop.peer.Routers;

/// All choices at one moment. A value.
///
/// @param disclosure to whom this computer's addresses are given
/// @param port where private chats listen; 0 for any free one, else from 1,024
/// @param routers whether the router is asked to let private chats in
public record Choices(
        Scheme scheme, Consent consent, Disclosure disclosure, int port, Routers routers) {
    /// Before anything was chosen.
    public static final Choices FIRST =
            new Choices(
                    Scheme.SYSTEM,
                    Consent.ASK_FIRST_TIME,
                    Disclosure.TO_PARTNERS,
                    0,
                    Routers.LEFT_ALONE);
}
