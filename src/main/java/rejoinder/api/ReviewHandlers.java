package rejoinder.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.QuestionId;
import rejoinder.export.GradeJson;
import rejoinder.export.SessionExport;
import rejoinder.export.SessionMarkdown;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.grade.Stability;
import rejoinder.plan.CandidateId;
import rejoinder.session.Interviewer;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;

/** What comes after a session: judging, correcting, trying again, looking back, exporting. */
final class ReviewHandlers {
    private static final int LONGEST_NOTE = 100_000;

    private final ServerSettings settings;
    private final Interviewer interviewer;
    private final SessionHandlers sessions;

    ReviewHandlers(ServerSettings settings, SessionHandlers sessions) {
        this.settings = settings;
        this.interviewer = settings.interviewer();
        this.sessions = sessions;
    }

    /** One attempt at a question. */
    record AttemptJson(
            String session,
            int place,
            long at,
            String text,
            String revision,
            @Nullable Integer percent,
            List<VerdictJson> findings) {
        static AttemptJson of(SessionStore.PastAttempt past) {
            List<Finding> findings = past.result().grade().map(Grade::findings).orElse(List.of());
            return new AttemptJson(
                    past.session().value(),
                    past.place(),
                    past.result().attempt().at().toEpochMilli(),
                    past.result().attempt().text(),
                    past.revision(),
                    past.result().score(past.corrections()).map(Score::percent).orElse(null),
                    findings.stream().map(VerdictJson::of).toList());
        }
    }

    /** A key point's verdict in short. */
    record VerdictJson(String point, String statement, String kind) {
        static VerdictJson of(Finding finding) {
            return new VerdictJson(
                    finding.point().id(),
                    finding.point().statement(),
                    finding.verdict().id());
        }
    }

    void judge(Context ctx) {
        Score score = new Score(Incoming.fields(ctx, "score").number("score", 0, 1));
        sessions.show(
                ctx,
                settings.corrections()
                        .judge(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx), score));
    }

    void correct(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        SessionId id = Incoming.session(ctx);
        int place = Incoming.place(ctx);
        CorrectionRequest said = CorrectionRequest.read(Incoming.fields(ctx, CorrectionRequest.FIELDS), place);
        Session corrected;
        if (said.given().isEmpty()) {
            corrected = settings.corrections().withdraw(candidate, id, place, said.point());
        } else if (said.fromNowOn()) {
            corrected = settings.corrections()
                    .acceptFromNowOn(candidate, id, said.given().get());
        } else {
            corrected =
                    settings.corrections().correct(candidate, id, said.given().get()::apply);
        }
        sessions.show(ctx, corrected);
    }

    void tryAgain(Context ctx) {
        String text = Incoming.fields(ctx, "text").text("text");
        Grade grade = settings.practice()
                .tryAgain(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx), text)
                .orElseThrow(() -> Refusal.notGradedYet(settings.grading().get()));
        Reply.json(ctx, GradeJson.of(grade));
    }

    /**
     * How far the score of an answer moves when the same is said in slightly other words.
     *
     * @param rewordings how many were graded beside the answer
     * @param low the lowest score, 0 to 100
     * @param high the highest
     */
    record StabilityJson(int rewordings, int low, int high) {}

    void stability(Context ctx) {
        Stability found = settings.practice()
                .stability(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx))
                .orElseThrow(() -> Refusal.notGradedYet(settings.grading().get()));
        Reply.json(ctx, new StabilityJson(found.reworded().size(), found.lowest(), found.highest()));
    }

    void attempts(Context ctx) {
        List<AttemptJson> attempts = settings.archive().attempts(Incoming.candidate(ctx), known(ctx)).stream()
                .map(AttemptJson::of)
                .toList();
        Reply.json(ctx, Map.of("attempts", attempts));
    }

    void note(Context ctx) {
        String text =
                settings.candidates().note(Incoming.candidate(ctx), known(ctx)).orElse("");
        Reply.json(ctx, Map.of("text", text));
    }

    void writeNote(Context ctx) {
        QuestionId question = known(ctx);
        String text = Incoming.fields(ctx, "text").text("text", LONGEST_NOTE);
        settings.candidates().note(Incoming.candidate(ctx), question, text);
        Reply.json(ctx, Map.of("text", text));
    }

    void exportMarkdown(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Session session = interviewer.open(candidate, Incoming.session(ctx));
        String text =
                SessionMarkdown.of(session, settings.archive().drills(candidate), settings.bank(), settings.zone());
        attach(ctx, session, "md", "text/markdown;charset=utf-8", text);
    }

    void exportJson(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Session session = interviewer.open(candidate, Incoming.session(ctx));
        SessionExport export = SessionExport.of(session, settings.archive().drills(candidate));
        attach(ctx, session, "json", "application/json", Json.pretty(export));
    }

    private void attach(Context ctx, Session session, String extension, String type, String text) {
        String name = SessionMarkdown.fileName(session, settings.zone()) + "." + extension;
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Reply.of(type, text.getBytes(StandardCharsets.UTF_8)).sendPrivately(ctx);
    }

    // a question that left the bank is still known by the attempts at it
    private QuestionId known(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        QuestionId question = Incoming.question(ctx);
        if (settings.bank().question(question).isEmpty()
                && settings.archive().attempts(candidate, question).isEmpty()) {
            throw new SessionException.NoSuchQuestion(
                    "There is no question " + question + "; choose one that is listed.");
        }
        return question;
    }
}
