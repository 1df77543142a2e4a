/// Private chats between desktops on hosts of their own: network namespaces of this machine, joined
/// by a router in which the real server runs. Needs Linux, `ip` of iproute2, `nft` of nftables, and
/// a user who may make namespaces (root); is skipped elsewhere. Start with
/// [parley.desktop.hosts.TwoHostsIT].
@NullMarked
package parley.desktop.hosts;

import org.jspecify.annotations.NullMarked;
