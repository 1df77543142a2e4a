/// What every screen is made of: the look (theme, fonts, icons), words, times, links, and a few
/// small controls. It knows nothing of chats, servers or peers. Start with
/// [parley.desktop.kit.Look], which dresses a scene, and [parley.desktop.kit.Texts], where all
/// words come from.
///
/// But for the values (`Texts`, `SpokenTime`, `Links`, `Initials`) everything here belongs to the
/// JavaFX thread.
@NullMarked
package parley.desktop.kit;

import org.jspecify.annotations.NullMarked;
