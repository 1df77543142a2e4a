package parley.server.conversation;

import parley.protocol.UserName;

/// Posts, written short.
final class Postings {
    static final UserName YODA = UserName.of("yoda");
    static final UserName LUKE = UserName.of("luke");
    static final UserName LEIA = UserName.of("leia");

    private Postings() {}

    static Post post(UserName from, UserName to, String id, String text) {
        return new Post(from, id, new Post.Address.One(to), text, new Post.Verdict.Fine());
    }

    static Post post(UserName from, UserName to, String text) {
        return post(from, to, "", text);
    }

    static Post toAll(UserName from, String id, String text) {
        return new Post(from, id, new Post.Address.Everyone(), text, new Post.Verdict.Fine());
    }

    static Post refused(Post post) {
        return new Post(
                post.from(),
                post.id(),
                post.to(),
                post.text(),
                new Post.Verdict.Refuse(PostRefusals.empty()));
    }
}
