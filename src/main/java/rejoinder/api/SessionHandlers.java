package rejoinder.api;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rejoinder.bank.Question;
import rejoinder.export.EnumNames;
import rejoinder.intake.LetterBook;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.KeptVersion;
import rejoinder.session.SaveResult;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;

/** A session from its start to its end. */
final class SessionHandlers {
    private static final long LONGEST_SPENT = Duration.ofDays(30).toMillis();
    private static final int LONGEST_WRITE_LOCK = 200;

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
        List<SummaryJson> lines = interviewer.history(candidate).stream()
                .map(line -> home.summary(candidate, line))
                .toList();
        Reply.json(ctx, Map.of("sessions", lines));
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
