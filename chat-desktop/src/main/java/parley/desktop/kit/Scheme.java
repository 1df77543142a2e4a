package parley.desktop.kit;

/// What the owner chose: light, dark, or whatever the system does.
public enum Scheme {
    SYSTEM,
    LIGHT,
    DARK
}
