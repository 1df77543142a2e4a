/// How two desktops that want to talk in private find each other. Start with
/// [parley.server.introduction.Introductions].
@NullMarked
package parley.server.introduction;

import org.jspecify.annotations.NullMarked;
