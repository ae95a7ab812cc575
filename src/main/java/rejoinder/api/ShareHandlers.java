package rejoinder.api;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.classroom.Share;
import rejoinder.classroom.Shares;

/** Results that are shown to whoever has a link. */
final class ShareHandlers {
    private static final int LONGEST = 1000;

    private final ServerSettings settings;

    ShareHandlers(ServerSettings settings) {
        this.settings = settings;
    }

    private Shares shares() {
        return settings.classroomUseCases()
                .map(ClassroomUseCases::shares)
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND.saying(
                        "Only a server with accounts can share results; start it with --users local.")));
    }

    /** Whether a result is shared; null if it is not. */
    record ShareJson(@Nullable Long madeAt) {
        static ShareJson of(Optional<Share> share) {
            return new ShareJson(share.map(it -> it.madeAt().toEpochMilli()).orElse(null));
        }
    }

    /** A share just made, with what its link carries. */
    record MadeJson(long madeAt, String link) {}

    void show(Context ctx) {
        Reply.json(ctx, ShareJson.of(shares().of(Incoming.candidate(ctx), Incoming.session(ctx))));
    }

    void make(Context ctx) {
        Shares.Made made = shares().make(Incoming.candidate(ctx), Incoming.session(ctx));
        Reply.json(ctx, 201, new MadeJson(made.share().madeAt().toEpochMilli(), made.secret()));
    }

    void withdraw(Context ctx) {
        shares().withdraw(Incoming.candidate(ctx), Incoming.session(ctx));
        Reply.json(ctx, ShareJson.of(Optional.empty()));
    }

    void open(Context ctx) {
        String link = Incoming.fields(ctx, "link").text("link", LONGEST);
        Reply.json(
                ctx,
                SessionJson.shared(
                        shares().open(link), SessionJson.View.ofAnother(settings, reviewer -> "a reviewer")));
    }
}
