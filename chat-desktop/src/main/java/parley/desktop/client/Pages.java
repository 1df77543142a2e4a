package parley.desktop.client;

import parley.desktop.client.Conversation.Place;
import parley.desktop.client.Fetcher.Fetched;
import parley.desktop.local.Entry;
import parley.desktop.local.Store;
import parley.protocol.Chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a screen is given of a chat, page by page, from its end backwards: from the disk where it
/// is there without a gap, else from the server; without a line, from the disk across gaps. Lives
/// on the loop.
final class Pages {
    static final int PAGE = 50;
    private static final int FETCHED_AT_ONCE = 100;

    private final Context context;
    private final Conversations conversations;
    private final Fetcher fetcher;

    Pages(Context context, Conversations conversations, Fetcher fetcher) {
        this.context = context;
        this.conversations = conversations;
        this.fetcher = fetcher;
    }

    /// Gives the newest page.
    void latest(Chat chat) {
        Conversation conversation = conversations.look(chat);
        Place end = new Place(Integer.MAX_VALUE, Long.MAX_VALUE);
        List<Entry> page = stored(chat, end, 0);
        give(conversation, page, Place.BEGIN, conversations.entries().unsaid(chat));
    }

    /// Gives the page before the oldest that was given.
    void older(Chat chat) {
        Conversation conversation = conversations.look(chat);
        Optional<Place> from = conversation.shownFrom();
        if (from.isEmpty()) {
            latest(chat);
            return;
        }
        long above = within(conversation, from.get());
        long down = above == 0 ? 1 : conversation.gaps.downFrom(above - 1);
        if (down > 1 && context.link().online() && have(chat, down, above) < PAGE) {
            fetcher.fetch(
                    chat, down - 1, FETCHED_AT_ONCE, fetched -> fetched(conversation, fetched));
        } else {
            give(conversation, from.get(), context.link().online() ? down : 0);
        }
    }

    /// The lowest number of the present store from a place on; 0 where it has none there.
    private long within(Conversation conversation, Place place) {
        if (!conversations.hasStore() || place.equals(Place.BEGIN)) {
            return 0;
        }
        Store present = conversations.present();
        return place.era() >= present.ordinal()
                ? place.seq()
                : conversations
                        .entries()
                        .lowest(present, conversation.chat, place.era(), place.seq());
    }

    private long have(Chat chat, long down, long above) {
        return conversations.entries().count(conversations.present(), chat, down, above - 1);
    }

    private void fetched(Conversation conversation, Fetched fetched) {
        Place from = conversation.shownFrom().orElse(Place.BEGIN);
        switch (fetched) {
            case Fetched.Got got -> {
                long above = within(conversation, from);
                give(conversation, from, above == 0 ? 1 : conversation.gaps.downFrom(above - 1));
            }
            case Fetched.Refused() -> give(conversation, from, 0);
            case Fetched.Lost() -> give(conversation, from, 0);
        }
    }

    /// A chat has been filled from the server: a screen that was given less than a page gets more,
    /// any other hears whether there is more.
    void filled(Conversation conversation) {
        Optional<Place> from = conversation.shownFrom();
        if (from.isEmpty()) {
            return;
        }
        long above = within(conversation, from.get());
        boolean little = above > 0 && have(conversation.chat, above, Long.MAX_VALUE) < PAGE;
        if (little) {
            older(conversation.chat);
        } else {
            give(conversation, List.of(), from.get(), List.of());
        }
    }

    /// @param down the number in the present store below which nothing shall be given; 0 for none
    private void give(Conversation conversation, Place from, long down) {
        List<Entry> page = stored(conversation.chat, from, down);
        if (page.isEmpty() && lacksOlder(conversation) && !context.link().online()) {
            context.tell(new Change.HistoryUnreachable(conversation.chat));
        } else {
            give(conversation, page, from, List.of());
        }
    }

    /// @param otherwise where the screen stands when the page is empty
    private void give(
            Conversation conversation, List<Entry> page, Place otherwise, List<Entry> unsaid) {
        Place from = page.isEmpty() ? otherwise : place(page.getFirst());
        conversation.shownFrom(from);
        boolean more = lacksOlder(conversation) || !stored(conversation.chat, from, 0).isEmpty();
        List<Entry> given = new ArrayList<>(page);
        given.addAll(unsaid);
        context.tell(new Change.HistoryLoaded(conversation.chat, given, more));
    }

    private boolean lacksOlder(Conversation conversation) {
        return conversation.gaps.lowest() > 1;
    }

    private static Place place(Entry entry) {
        return entry.state() instanceof Entry.State.Said(int store, long seq, int era)
                ? new Place(era, seq)
                : Place.BEGIN;
    }

    /// The newest that are on disk before this place, over all eras; ascending.
    ///
    /// @param down the number in the present store below which nothing shall be given; 0 for none
    private List<Entry> stored(Chat chat, Place before, long down) {
        List<Entry> page = new ArrayList<>();
        Optional<Store> store = conversations.stores().before(next(before.era()));
        while (store.isPresent() && page.size() < PAGE) {
            int era = store.get().ordinal();
            long above = era == before.era() ? before.seq() : Long.MAX_VALUE;
            page.addAll(
                    0, conversations.entries().page(era, chat, down, above, PAGE - page.size()));
            store = goesOn(chat, era, down) ? conversations.stores().before(era) : Optional.empty();
        }
        return page;
    }

    /// Whether what may be given reaches beyond this era.
    private boolean goesOn(Chat chat, int era, long down) {
        return down <= 1
                || conversations.entries().reachesBefore(era, conversations.present(), chat, down);
    }

    private static int next(int ordinal) {
        return ordinal == Integer.MAX_VALUE ? ordinal : ordinal + 1;
    }
}
