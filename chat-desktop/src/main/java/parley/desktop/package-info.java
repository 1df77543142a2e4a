/// The desktop program. Start with [parley.desktop.Main], what is typed; then
/// [parley.desktop.Desktop], which builds one desktop from its parts, and
/// [parley.desktop.MainWindow], which lays its screens out. Only this package knows all the others.
@NullMarked
package parley.desktop;

import org.jspecify.annotations.NullMarked;
