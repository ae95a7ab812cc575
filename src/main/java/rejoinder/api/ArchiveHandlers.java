package rejoinder.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.plan.CandidateId;
import rejoinder.session.Archive;
import rejoinder.session.DrillLine;
import rejoinder.session.InProgress;
import rejoinder.session.Search;
import rejoinder.session.Session;
import rejoinder.session.SessionId;

/** All sessions at once: searched, compared with today, taken along, deleted. */
final class ArchiveHandlers {
    private static final int LONGEST_SEARCH = 1000;

    /** Hits shown of one session. */
    private static final int MOST_HITS = 3;

    /** What one has to send to delete everything. */
    private static final String EVERYTHING = "everything";

    private static final String READ_ME = """
            This is everything that you wrote into Rejoinder, and every grade.

            sessions/ID.json     a session, complete: each score can be worked out again from it
            sessions/ID.md       the same to read
            unfinished/ID.json   what is typed in a session that goes on
            notes.json           your notes about questions
            drills.json          your lines about single key points, with what they earned
            wordings.json        words that you accepted for a key point from now on
            """;

    private final ServerSettings settings;
    private final Archive archive;
    private final ItemBank bank;

    ArchiveHandlers(ServerSettings settings) {
        this.settings = settings;
        this.archive = settings.archive();
        this.bank = settings.bank();
    }

    /**
     * A session with hits.
     *
     * @param hits the first of them
     * @param more how many more questions of it were found
     */
    record FoundJson(String id, List<Search.Hit> hits, int more) {}

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

    void search(Context ctx) {
        String words = parameter(ctx, "words");
        if (words.length() > LONGEST_SEARCH) {
            throw Refusal.malformed("words", "A search has at most " + LONGEST_SEARCH + " characters.");
        }
        boolean noted = parameter(ctx, "noted").equals("true");
        List<FoundJson> found = new ArrayList<>();
        archive.search(Incoming.candidate(ctx), words, noted)
                .forEach((id, hits) -> found.add(new FoundJson(
                        id.value(),
                        hits.subList(0, Math.min(MOST_HITS, hits.size())),
                        Math.max(0, hits.size() - MOST_HITS))));
        Reply.json(ctx, Map.of("sessions", found));
    }

    private static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }

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

    /** What came of the answers about which the candidate said the same. */
    record ConfidenceTallyJson(String confidence, int times, int borneOut) {}

    void holdings(Context ctx) {
        Reply.json(ctx, archive.holdings(Incoming.candidate(ctx)));
    }

    void deleteEverything(Context ctx) {
        Fields fields = Incoming.fields(ctx, "word");
        if (!fields.text("word", 100).strip().equalsIgnoreCase(EVERYTHING)) {
            throw fields.wrong("word", "must be '" + EVERYTHING + "', because nothing can be brought back");
        }
        archive.deleteEverything(Incoming.candidate(ctx));
        Reply.json(ctx, archive.holdings(Incoming.candidate(ctx)));
    }

    void export(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<DrillLine> drills = archive.drills(candidate);
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "README.txt", READ_ME);
            for (Session session : archive.sessions(candidate)) {
                String id = session.setup().id().value();
                Optional<InProgress> open = InProgress.of(session);
                if (open.isPresent()) {
                    put(zip, "unfinished/" + id + ".json", Json.pretty(drafts(open.get())));
                } else {
                    put(zip, "sessions/" + id + ".json", Json.pretty(ExportJson.of(session, drills)));
                    put(zip, "sessions/" + id + ".md", MarkdownExport.of(session, drills, bank, settings.zone()));
                }
            }
            Map<String, String> notes = new TreeMap<>();
            archive.notes(candidate).forEach((question, text) -> notes.put(question.toString(), text));
            put(zip, "notes.json", Json.pretty(notes));
            put(
                    zip,
                    "drills.json",
                    Json.pretty(
                            drills.stream().map(ExportJson.DrillLineJson::of).toList()));
            put(
                    zip,
                    "wordings.json",
                    Json.pretty(archive.wordings(candidate).stream()
                            .map(wording -> WordingHandlers.WordingJson.of(wording, bank, settings.rendering()))
                            .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        ctx.header("Content-Disposition", "attachment; filename=\"rejoinder.zip\"");
        Reply.of("application/zip", bytes.toByteArray()).send(ctx);
    }

    /** What is typed in a session that goes on. */
    record UnfinishedJson(String id, long startedAt, List<TypedJson> questions) {}

    /** A question of such a session. */
    record TypedJson(String id, String prompt, DraftJson draft) {}

    private static UnfinishedJson drafts(InProgress session) {
        List<TypedJson> questions = new ArrayList<>();
        session.setup()
                .questions()
                .forEach(question -> questions.add(new TypedJson(
                        question.id().toString(),
                        question.prompt(),
                        DraftJson.of(session.drafts().get(questions.size())))));
        return new UnfinishedJson(
                session.setup().id().value(), session.setup().startedAt().toEpochMilli(), questions);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // the same data is the same file, to the byte
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
