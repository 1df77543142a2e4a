package parley.server;

import parley.server.account.Accounts;
import parley.server.account.BadCredentials;
import parley.server.account.LockoutPolicy;
import parley.server.block.BlockRequests;
import parley.server.block.Blocks;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Conversations;
import parley.server.conversation.Cursors;
import parley.server.conversation.Mailboxes;
import parley.server.conversation.Receipts;
import parley.server.delivery.Delivery;
import parley.server.delivery.LiveDelivery;
import parley.server.history.History;
import parley.server.history.Search;
import parley.server.introduction.Introductions;
import parley.server.introduction.RelayHub;
import parley.server.introduction.RelayQuota;
import parley.server.net.Features;
import parley.server.net.House;
import parley.server.net.IdleRule;
import parley.server.net.RateLimits;
import parley.server.net.SessionTable;
import parley.server.presence.Presences;
import parley.server.presence.Roster;
import parley.server.presence.SignIns;
import parley.server.storage.Database;
import parley.server.storage.SqlAccounts;
import parley.server.storage.SqlBlocks;
import parley.server.storage.SqlConversations;
import parley.server.storage.SqlHistory;
import parley.server.storage.SqlSearch;
import parley.server.storage.SqlSignIns;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/// The features on a store, each given what it stands on.
///
/// @param house where the sessions live
/// @param search what is brought up to the log
/// @param rounds what is done again and again
record Parts(Accounts accounts, House house, SqlSearch search, Rounds rounds)
        implements AutoCloseable {
    static Parts build(ServerConfig config, Database database) throws BadCredentials {
        Clock clock = Clock.systemUTC();
        RateLimits limits =
                switch (config.limits()) {
                    case ON -> RateLimits.on();
                    case OFF -> RateLimits.off();
                };
        SessionTable table = new SessionTable();
        Accounts accounts =
                Accounts.open(
                        config.credentials(),
                        new SqlAccounts(database, new SecureRandom()),
                        LockoutPolicy.lasting(config.blockDuration()),
                        table::holds,
                        limits::signIn);
        Delivery delivery = new LiveDelivery(table);
        Blocks blocks = new Blocks(new SqlBlocks(database), clock);
        SignIns signIns = new SignIns(new SqlSignIns(database));
        Presences presences = new Presences(blocks, delivery, signIns, clock);
        Receipts receipts = new Receipts(accounts::find, blocks, table);
        ConversationStore store = new SqlConversations(database, table::online);
        Mailboxes mailboxes = new Mailboxes(store, receipts);
        Conversations conversations =
                new Conversations(
                        accounts::find, limits::message, blocks, store, mailboxes, receipts, table);
        SqlHistory history = new SqlHistory(database);
        SqlSearch search = new SqlSearch(database, config.data(), store.log());
        database.afterEachBatch(() -> {
            conversations.batchTold();
            search.logGrew();
        });
        Cursors cursors = new Cursors(accounts::find, mailboxes, receipts);
        RelayHub relays =
                new RelayHub(
                        presences::isOnline,
                        delivery,
                        () -> UUID.randomUUID().toString(),
                        System::nanoTime,
                        switch (config.limits()) {
                            case ON -> RelayQuota.USUAL;
                            case OFF -> RelayQuota.LIFTED;
                        });
        Introductions introductions =
                new Introductions(
                        new Introductions.People(accounts::find, presences::isOnline),
                        blocks,
                        delivery,
                        () -> UUID.randomUUID().toString(),
                        System::nanoTime,
                        relays);
        blocks.addListener(presences);
        blocks.addListener(cursors);
        blocks.addListener(introductions);
        House house =
                new House(
                        new Features(
                                accounts,
                                presences,
                                new Roster(accounts::all, presences, signIns, blocks, clock),
                                blocks,
                                new BlockRequests(blocks, accounts::find),
                                conversations,
                                cursors,
                                new History(accounts::find, history),
                                new Search(accounts::find, history, search),
                                introductions,
                                relays,
                                limits),
                        table,
                        new IdleRule(config.timeout()));
        Rounds rounds = new Rounds();
        rounds.every(Rounds.QUARTER_SECOND, house::look);
        rounds.every(Rounds.QUARTER_SECOND, introductions::expire);
        rounds.every(Rounds.QUARTER_SECOND, relays::expire);
        rounds.every(Rounds.FIVE_SECONDS, relays::forgetOld);
        rounds.every(Rounds.MORE_THAN_A_SECOND, presences::flush);
        rounds.every(Rounds.FIVE_SECONDS, () -> signIns.stillThere(clock.instant()));
        return new Parts(accounts, house, search, rounds);
    }

    /// Begins with what goes on by itself.
    void start() {
        house.start();
        accounts.watch();
        search.start();
        rounds.start();
    }

    @Override
    public void close() {
        rounds.close();
        house.close();
        search.close();
        accounts.close();
    }
}
