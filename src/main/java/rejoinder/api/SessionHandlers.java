package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.export.EnumNames;
import rejoinder.intake.LetterBook;
import rejoinder.plan.CandidateId;
import rejoinder.session.Archive;
import rejoinder.session.Blueprint;
import rejoinder.session.DraftSave;
import rejoinder.session.HistoryFilter;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.KeptVersion;
import rejoinder.session.SaveResult;
import rejoinder.session.Search;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;

/** A session from its start to its end. */
final class SessionHandlers {
    private static final long LONGEST_SPENT = Duration.ofDays(30).toMillis();
    private static final int LONGEST_WRITE_LOCK = 200;

    /** Most hits shown per session. */
    private static final int MOST_HITS = 3;

    private static final Map<String, HistoryFilter.Part> PARTS = Map.of(
            "open", HistoryFilter.Part.OPEN, "over", HistoryFilter.Part.OVER, "scored", HistoryFilter.Part.SCORED);

    private final ServerSettings settings;
    private final Interviewer interviewer;
    private final HomeHandlers home;

    SessionHandlers(ServerSettings settings, HomeHandlers home) {
        this.settings = settings;
        this.interviewer = settings.interviewer();
        this.home = home;
    }

    /** The response to a saved draft. */
    record SavedJson(long revision, long savedAt, ClockJson clock, long now) {}

    /**
     * A part of the history.
     *
     * @param all how many sessions there are
     * @param found how many of them were looked for
     * @param topics that the sessions ask about
     * @param sessions the newest of those found
     */
    record HistoryJson(int all, int found, List<TopicJson.Named> topics, List<HistoryLineJson> sessions) {}

    /**
     * A session of the history.
     *
     * @param hits the first questions of it that have the words
     * @param more how many more have them
     */
    record HistoryLineJson(@JsonUnwrapped SummaryJson summary, List<Search.Hit> hits, int more) {}

    /** A text that was kept in addition to the draft. */
    record KeptJson(int place, String text, long at, String why) {
        static KeptJson of(KeptVersion kept) {
            return new KeptJson(kept.place(), kept.text(), kept.at().toEpochMilli(), kept.why());
        }
    }

    void start(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Fields fields = Incoming.fields(ctx, SetupRequest.FIELDS);
        Blueprint blueprint = SetupRequest.read(fields, settings.seeds());
        Drawing drawing = Drawing.read(fields);
        InProgress session = drawn(candidate, blueprint, drawing, Incoming.startKey(ctx));
        home.remember(candidate, blueprint, drawing);
        begun(ctx, candidate, session);
    }

    /** Responds with a session that has just begun, and its write lock. */
    void begun(Context ctx, CandidateId candidate, InProgress session) {
        ctx.header("Location", "/api/sessions/" + session.setup().id().value());
        Reply.json(ctx, 201, SessionJson.of(session, session.writeLock(), true, view(candidate)));
    }

    private InProgress drawn(CandidateId candidate, Blueprint blueprint, Drawing drawing, Optional<String> key) {
        LetterBook letters = settings.importing().letters();
        Predicate<Question> drawable = question -> drawing.takes(question, letters);
        try {
            return key.isPresent()
                    ? interviewer.start(candidate, blueprint, drawable, key.get())
                    : interviewer.start(candidate, blueprint, drawable);
        } catch (SessionException.TooFewQuestions few) {
            throw drawing.explained(few);
        }
    }

    void list(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        HistoryFilter filter = new HistoryFilter(
                Incoming.choice(ctx, "part", PARTS).orElse(HistoryFilter.Part.ALL),
                Incoming.choice(ctx, "mode", EnumNames.MODES),
                Incoming.parameter(ctx, "topic"),
                Incoming.instant(ctx, "since").orElse(HistoryFilter.ALL.since()));
        Archive.Looked looked = new Archive.Looked(
                Incoming.words(ctx), Incoming.parameter(ctx, "noted").equals("true"));
        interviewer.closeOverdue(candidate);
        ItemBank bank = settings.bank();
        Archive.History history = settings.archive()
                .history(
                        candidate,
                        filter,
                        looked,
                        topic -> TopicJson.Named.of(topic, bank).title(),
                        Incoming.count(ctx));
        Reply.json(
                ctx,
                new HistoryJson(
                        history.all(),
                        history.found(),
                        history.topics().stream()
                                .map(topic -> TopicJson.Named.of(topic, bank))
                                .sorted(Comparator.comparing(TopicJson.Named::title))
                                .toList(),
                        history.lines().stream()
                                .map(line -> new HistoryLineJson(
                                        home.summary(candidate, line.summary()),
                                        line.hits().stream().limit(MOST_HITS).toList(),
                                        Math.max(0, line.hits().size() - MOST_HITS)))
                                .toList()));
    }

    void open(Context ctx) {
        show(ctx, interviewer.open(Incoming.candidate(ctx), Incoming.session(ctx)));
    }

    void delete(Context ctx) {
        interviewer.delete(Incoming.candidate(ctx), Incoming.session(ctx));
        ctx.status(204);
    }

    void save(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        SessionId id = Incoming.session(ctx);
        Fields fields = Incoming.fields(ctx, "basedOn", "text", "flagged", "confidence", "spentMillis", "writeLock");
        SaveResult.Saved saved = interviewer.save(
                candidate,
                id,
                new DraftSave(
                        Incoming.place(ctx),
                        fields.whole("basedOn", 0, Long.MAX_VALUE),
                        fields.text("text"),
                        fields.flag("flagged"),
                        fields.word("confidence", EnumNames.CONFIDENCES),
                        Duration.ofMillis(fields.whole("spentMillis", 0, LONGEST_SPENT)),
                        fields.text("writeLock", LONGEST_WRITE_LOCK)));
        Reply.json(
                ctx,
                new SavedJson(
                        saved.draft().revision(),
                        saved.draft().savedAt().toEpochMilli(),
                        ClockJson.of(saved.times(), settings.clock().instant()),
                        settings.clock().millis()));
    }

    void kept(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        SessionId id =
                interviewer.open(candidate, Incoming.session(ctx)).setup().id();
        Reply.json(
                ctx,
                Map.of(
                        "versions",
                        interviewer.kept(candidate, id).stream()
                                .map(KeptJson::of)
                                .toList()));
    }

    void takeWriteLock(Context ctx) {
        InProgress session = interviewer.takeOver(Incoming.candidate(ctx), Incoming.session(ctx));
        Reply.json(ctx, SessionJson.of(session, session.writeLock(), true, view(Incoming.candidate(ctx))));
    }

    void pause(Context ctx) {
        show(ctx, interviewer.pause(Incoming.candidate(ctx), Incoming.session(ctx)));
    }

    void resume(Context ctx) {
        show(ctx, interviewer.resume(Incoming.candidate(ctx), Incoming.session(ctx)));
    }

    void submit(Context ctx) {
        show(ctx, interviewer.submit(Incoming.candidate(ctx), Incoming.session(ctx)));
    }

    void settle(Context ctx) {
        show(ctx, settings.practice().settle(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx)));
    }

    /** Responds with a session, and has it graded if that is owed. */
    void show(Context ctx, Session session) {
        SessionJson json = SessionJson.of(session, Incoming.writeLock(ctx), false, view(Incoming.candidate(ctx)));
        if (json.grading() != null) {
            settings.gradingDue().run();
        }
        Reply.json(ctx, json);
    }

    /** What a session is shown with now. */
    private SessionJson.View view(CandidateId candidate) {
        return new SessionJson.View(
                settings.bank(),
                settings.archive().drills(candidate),
                settings.rendering(),
                settings.grading().get(),
                settings.importing().letters(),
                settings.clock().instant(),
                settings::reviewer);
    }
}
