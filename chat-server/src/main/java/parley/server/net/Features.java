package parley.server.net;

import parley.server.account.Accounts;
import parley.server.block.BlockRequests;
import parley.server.block.Blocks;
import parley.server.conversation.Conversations;
import parley.server.conversation.Cursors;
import parley.server.history.History;
import parley.server.history.Search;
import parley.server.introduction.Introductions;
import parley.server.introduction.RelayHub;
import parley.server.presence.Presences;
import parley.server.presence.Roster;

/// All that sessions ask.
///
/// @param rates how fast relayed connections may go
public record Features(
        Accounts accounts,
        Presences presences,
        Roster roster,
        Blocks blocks,
        BlockRequests blockRequests,
        Conversations conversations,
        Cursors cursors,
        History history,
        Search search,
        Introductions introductions,
        RelayHub relays,
        RateLimits rates) {}
