package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.export.CandidateZip;
import rejoinder.export.EnumNames;
import rejoinder.export.SessionScoreJson;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.plan.CandidateId;
import rejoinder.session.Archive;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

/** Requests about all sessions: comparison with the current grader, export, deletion. */
final class ArchiveHandlers {
    /** The word to send to delete everything. */
    private static final String EVERYTHING = "everything";

    private final ServerSettings settings;
    private final Archive archive;
    private final ItemBank bank;

    ArchiveHandlers(ServerSettings settings) {
        this.settings = settings;
        this.archive = settings.archive();
        this.bank = settings.bank();
    }

    /** A session as the current grader would grade it. */
    record CurrentGradeJson(@Nullable SessionScoreJson score, List<CurrentQuestionJson> questions, String grader) {}

    /**
     * A question as the current grader would grade it.
     *
     * @param was whole per cent that count now
     * @param percent whole per cent that would count
     */
    record CurrentQuestionJson(
            int place, @Nullable Integer was, @Nullable Integer percent) {}

    void currentGrade(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        SessionId id = Incoming.session(ctx);
        Session.Graded now = archive.currentGrades(candidate, id)
                .orElseThrow(() -> Refusal.notGradedYet(settings.grading().get()));
        Session then = settings.interviewer().open(candidate, id);
        List<CurrentQuestionJson> questions = new ArrayList<>();
        for (int place = 0; place < now.results().size(); place++) {
            questions.add(new CurrentQuestionJson(place, percent(then, place), percent(now, place)));
        }
        String grader = settings.grading()
                .get()
                .ready()
                .map(ready -> ready.stamp().grader())
                .orElse("");
        Reply.json(
                ctx, new CurrentGradeJson(now.score().map(SessionScoreJson::of).orElse(null), questions, grader));
    }

    private static @Nullable Integer percent(Session session, int place) {
        return session.result(place)
                .flatMap(result -> result.score(session.corrections(place)))
                .map(Score::percent)
                .orElse(null);
    }

    void reversals(Context ctx) {
        Reply.json(
                ctx,
                Map.of(
                        "reversals",
                        archive.reversals(Incoming.candidate(ctx)).stream()
                                .map(found -> ReversalJson.of(
                                        found, bank, settings.rendering().text()))
                                .toList()));
    }

    void confidenceTallies(Context ctx) {
        Reply.json(
                ctx,
                Map.of(
                        "from",
                        ScoreBand.SOLID.from(),
                        "said",
                        archive.confidenceTallies(Incoming.candidate(ctx)).stream()
                                .map(sure -> new ConfidenceTallyJson(
                                        EnumNames.of(sure.said()), sure.times(), sure.borneOut()))
                                .toList()));
    }

    /** How the answers came out that the candidate was equally sure of. */
    record ConfidenceTallyJson(String confidence, int times, int borneOut) {}

    /**
     * What a candidate has here, and where.
     *
     * @param folder where it is kept; empty where others can come in, too
     */
    record HoldingsJson(@JsonUnwrapped Archive.Holdings holdings, String folder) {}

    void holdings(Context ctx) {
        Reply.json(ctx, held(ctx));
    }

    private HoldingsJson held(Context ctx) {
        return new HoldingsJson(archive.holdings(Incoming.candidate(ctx)), settings.folder());
    }

    void deleteEverything(Context ctx) {
        Fields fields = Incoming.fields(ctx, "word");
        if (!fields.text("word", 100).strip().equalsIgnoreCase(EVERYTHING)) {
            throw fields.wrong("word", "must be '" + EVERYTHING + "', because nothing can be brought back");
        }
        archive.deleteEverything(Incoming.candidate(ctx));
        Reply.json(ctx, held(ctx));
    }

    /**
     * What an archive holds and would replace.
     *
     * @param packs own packs in it; null if it says nothing about packs
     */
    record ArchiveJson(
            String version,
            int sessions,
            int answers,
            @Nullable Integer packs,
            int sessionsHere,
            int answersHere,
            int packsHere) {
        static ArchiveJson of(Restoring.Found found) {
            return new ArchiveJson(
                    found.version(),
                    found.sessions(),
                    found.answers(),
                    found.packs().orElse(null),
                    found.sessionsHere(),
                    found.answersHere(),
                    found.packsHere());
        }
    }

    void lookAtArchive(Context ctx) {
        Reply.json(ctx, ArchiveJson.of(archived(ctx)));
    }

    private Restoring.Found archived(Context ctx) {
        try {
            return settings.restoring().look(sent(ctx), Incoming.candidate(ctx));
        } catch (Restoring.Refused e) {
            throw new Refusal(Problem.CANNOT_BE_RESTORED.saying(String.valueOf(e.getMessage())));
        }
    }

    private static Path sent(Context ctx) {
        return Bodies.file(ctx)
                .orElseThrow(() -> Refusal.malformed("The request has no archive; send it as application/zip."));
    }

    void restore(Context ctx) {
        Restoring.Found found = archived(ctx);
        try {
            settings.restoring().restore(sent(ctx), Incoming.candidate(ctx));
        } catch (Restoring.Refused e) {
            throw new Refusal(Problem.CANNOT_BE_RESTORED.saying(String.valueOf(e.getMessage())));
        }
        Reply.json(ctx, ArchiveJson.of(found));
    }

    void export(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        byte[] zip = CandidateZip.of(
                archive,
                candidate,
                bank,
                settings.rows().apply(candidate),
                new CandidateZip.Writing(Json::pretty, settings.rendering().text(), settings.zone()));
        ctx.header("Content-Disposition", "attachment; filename=\"rejoinder.zip\"");
        Reply.of("application/zip", zip).sendPrivately(ctx);
    }
}
