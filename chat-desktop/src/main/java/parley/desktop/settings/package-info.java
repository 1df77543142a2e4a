/// What the owner of this desktop has chosen, kept in its profile.
///
/// Start with [parley.desktop.settings.Settings], the choices as properties;
/// [parley.desktop.settings.SettingsFile] keeps them on disk,
/// [parley.desktop.settings.SettingsCard] shows them.
@NullMarked
package parley.desktop.settings;

import org.jspecify.annotations.NullMarked;
