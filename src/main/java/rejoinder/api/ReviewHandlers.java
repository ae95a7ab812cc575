package rejoinder.api;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.session.Interviewer;
import rejoinder.session.Outcome;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;

/** What comes after a session: judging, correcting, trying again, looking back, taking away. */
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
            List<Finding> findings = past.result().outcome() instanceof Outcome.Marked marked
                    ? marked.grade().findings()
                    : List.of();
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
                interviewer
                        .corrections()
                        .judge(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx), score));
    }

    void correct(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        SessionId id = Incoming.session(ctx);
        int place = Incoming.place(ctx);
        CorrectionJson.Said said = CorrectionJson.read(Incoming.fields(ctx, CorrectionJson.FIELDS), place);
        Session corrected;
        if (said.given().isEmpty()) {
            corrected = interviewer.corrections().withdraw(candidate, id, place, said.point());
        } else if (said.fromNowOn()) {
            corrected = interviewer
                    .corrections()
                    .acceptFromNowOn(candidate, id, said.given().get());
        } else {
            corrected = interviewer
                    .corrections()
                    .correct(candidate, id, said.given().get()::apply);
        }
        sessions.show(ctx, corrected);
    }

    void tryAgain(Context ctx) {
        String text = Incoming.fields(ctx, "text").text("text");
        Grade grade = interviewer
                .tryAgain(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx), text)
                .orElseThrow(() -> notGradedYet(interviewer));
        Reply.json(ctx, GradeJson.of(grade));
    }

    /** The refusal of what needs a grader while there is none. */
    static Refusal notGradedYet(Interviewer interviewer) {
        return new Refusal(Problem.NOT_GRADED_YET.saying(
                interviewer.grading() instanceof GraderState.Broken broken
                        ? broken.reason()
                        : "The sentence model is still being read; try again in a moment."));
    }

    void attempts(Context ctx) {
        List<AttemptJson> attempts = interviewer.attempts(Incoming.candidate(ctx), known(ctx)).stream()
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
        String text = MarkdownExport.of(
                session, interviewer.archive().drills(candidate), interviewer.bank(), settings.zone());
        attach(ctx, session, "md", "text/markdown;charset=utf-8", text);
    }

    void exportJson(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Session session = interviewer.open(candidate, Incoming.session(ctx));
        ExportJson export = ExportJson.of(session, interviewer.archive().drills(candidate));
        attach(ctx, session, "json", "application/json", Json.pretty(export));
    }

    private static void attach(Context ctx, Session session, String extension, String type, String text) {
        String name = "rejoinder-" + session.setup().id().value() + "." + extension;
        ctx.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        Reply.of(type, text.getBytes(StandardCharsets.UTF_8)).send(ctx);
    }

    // a question that left the bank is still known by the attempts at it
    private QuestionId known(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        QuestionId question = Incoming.question(ctx);
        if (interviewer.bank().question(question).isEmpty()
                && interviewer.attempts(candidate, question).isEmpty()) {
            throw new SessionException.NoSuchQuestion(
                    "There is no question " + question + "; choose one that is listed.");
        }
        return question;
    }
}
