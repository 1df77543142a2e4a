package parley.desktop.visitors;

import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.protocol.Reply.Someone;
import parley.protocol.UserName;

/// Somebody who was online, in the words of a row.
record Visit(UserName user, Standing standing, String words) {
    private static final Texts TEXTS = Texts.of(Visit.class);

    static Visit of(Someone someone, SpokenTime times) {
        return switch (someone) {
            case Someone.There(var user, var status, var since) -> {
                Standing standing = Standing.valueOf(status.name());
                String key = "visit." + status.wire();
                yield new Visit(user, standing, TEXTS.get(key, times.brief(since)));
            }
            case Someone.Gone(var user, var seen) ->
                    new Visit(
                            user,
                            Standing.OFFLINE,
                            seen.map(when -> TEXTS.get("visit.seen", times.brief(when)))
                                    .orElse(TEXTS.get("visit.offline")));
        };
    }
}
