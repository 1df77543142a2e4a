package parley.desktop;

import javafx.beans.value.ObservableValue;

import parley.desktop.client.Client;
import parley.desktop.conversation.ConversationView;
import parley.desktop.conversation.Surroundings;
import parley.desktop.conversation.Talk;
import parley.desktop.kit.Overlay;
import parley.desktop.privatechat.FileDesk;
import parley.desktop.privatechat.InvitedPage;
import parley.desktop.privatechat.Peers;
import parley.desktop.privatechat.PrivateTalk;
import parley.desktop.search.Hit;
import parley.desktop.search.SearchView;
import parley.desktop.state.ChatState;
import parley.desktop.state.ClientState;
import parley.desktop.state.EventApplier;
import parley.desktop.state.FxTimers;
import parley.desktop.state.Older;
import parley.desktop.state.Place;
import parley.desktop.state.PrivateChatState;
import parley.desktop.visitors.VisitorsView;
import parley.protocol.Chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Makes the page of each place.
final class Pages {
    private final ClientState state;
    private final Client client;
    private final EventApplier door;
    private final Peers peers;
    private final FileDesk files;
    private final Deeds deeds;
    private final DraftKeeper drafts;
    private final Surroundings around;
    private final Overlay overlay;
    private final ObservableValue<?> day;
    private final Runnable ready;
    private final Map<Chat, Talk> talks = new HashMap<>();
    private final Map<Chat, ConversationView> views = new HashMap<>();

    /// @param ready hears that a page is ready that was not before
    Pages(
            ClientState state,
            Client client,
            EventApplier door,
            Peers peers,
            FileDesk files,
            Deeds deeds,
            DraftKeeper drafts,
            Surroundings around,
            Overlay overlay,
            ObservableValue<?> day,
            Runnable ready) {
        this.state = state;
        this.client = client;
        this.door = door;
        this.peers = peers;
        this.files = files;
        this.deeds = deeds;
        this.drafts = drafts;
        this.around = around;
        this.overlay = overlay;
        this.day = day;
        this.ready = ready;
        state.shownProperty().addListener((_, _, place) -> shown(place));
        state.ownerProperty().addListener((_, _, _) -> forgetAll());
    }

    private void forgetAll() {
        talks.clear();
        views.clear();
    }

    /// What came while one looked elsewhere is marked as new.
    private void shown(Place place) {
        if (place instanceof Place.Talk(var chat) && talks.containsKey(chat)) {
            talks.get(chat).markNew();
        }
    }

    /// The page of a place; nothing where what it shows is still being read.
    Optional<Page> of(Place place) {
        return switch (place) {
            case Place.Nowhere() -> Optional.of(Page.of(new Welcome()));
            case Place.Talk(var chat) -> talk(state.chat(chat));
            case Place.Privately(var person) -> state.privateChat(person).map(this::privately);
            case Place.Visitors() -> Optional.of(Page.of(visitors()));
            case Place.Search() -> Optional.of(search());
        };
    }

    private Optional<Page> talk(ChatState chat) {
        return switch (chat.olderProperty().get()) {
            case UNKNOWN -> {
                load(chat);
                yield Optional.empty();
            }
            case LOADING -> Optional.empty();
            case MORE, NONE, UNREACHABLE -> Optional.of(page(chat));
        };
    }

    /// Loads the newest page, and again where all that was loaded is void.
    private void load(ChatState chat) {
        chat.olderProperty()
                .subscribe(older -> {
                    if (older == Older.UNKNOWN) {
                        chat.olderProperty().set(Older.LOADING);
                        client.latest(chat.chat());
                    } else if (older != Older.LOADING) {
                        ready.run();
                    }
                });
    }

    private Page page(ChatState chat) {
        Talk talk = new Talk(state, chat, client, deeds, around.times(), day);
        talk.markNew();
        chat.unreadProperty()
                .addListener((_, was, _) -> {
                    if (was.intValue() == 0 && !around.active().getValue()) {
                        talk.markNew();
                    }
                });
        talks.put(chat.chat(), talk);
        drafts.watch(chat);
        ConversationView view = new ConversationView(talk.model(), talk, around, overlay);
        views.put(chat.chat(), view);
        return new Page(view, view::write, view::retell);
    }

    private Page privately(PrivateChatState chat) {
        PrivateTalk talk = new PrivateTalk(state, chat, peers, deeds, around.times(), files);
        ConversationView view = new ConversationView(talk.model(), talk, around, overlay);
        InvitedPage page = new InvitedPage(chat, peers, view, view::write);
        return new Page(page, page::write, view::retell);
    }

    private Page search() {
        SearchView view = new SearchView(client, door, new FxTimers(), around.times(), this::open);
        return new Page(view, view::write, () -> {});
    }

    private void open(Hit hit) {
        Seek.begin(
                state,
                client,
                hit,
                entry -> Optional.ofNullable(views.get(hit.chat())).ifPresent(v -> v.show(entry)),
                deeds::outOfReach);
    }

    private VisitorsView visitors() {
        return new VisitorsView(
                state,
                client,
                door,
                around.times(),
                person -> deeds.write(new Place.Talk(Chat.with(person))));
    }
}
