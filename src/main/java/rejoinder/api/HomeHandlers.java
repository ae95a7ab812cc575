package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.export.SetupJson;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.plan.TopicAverage;
import rejoinder.session.Blueprint;
import rejoinder.session.HistoryFilter;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Session;
import rejoinder.session.SessionSummary;

/** The home page, the state of the program, and the description of the interface. */
final class HomeHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(HomeHandlers.class);
    private static final String LAST_SETUP = "last-setup";
    private static final HistoryFilter UNFINISHED = HistoryFilter.of(HistoryFilter.Part.OPEN);
    private static final HistoryFilter OVER = HistoryFilter.of(HistoryFilter.Part.OVER);

    private final ServerSettings settings;
    private final Reply description;

    HomeHandlers(ServerSettings settings) {
        this.settings = settings;
        this.description = Reply.of(
                "application/json",
                WebRoot.onClassPath("rejoinder/api/openapi.json")
                        .orElseThrow(() ->
                                new StartFailure("The description of the interface is missing; rebuild the program.")));
    }

    /** The state of the program, healthy or not. */
    record HealthJson(
            String status,
            String version,
            ModelJson model,
            String trouble,
            List<String> warnings,
            BankJson bank,
            long now) {}

    /** Whether the program runs, or can be sent work. */
    record StateJson(String status, String reason) {}

    /** How much there is to ask. */
    record BankJson(int topics, int questions, int problems) {}

    /** What the start page shows. */
    record HomeJson(
            SetupJson setup,
            List<SummaryJson> unfinished,
            @Nullable SummaryJson last,
            List<TopicJson> topics,
            SeenJson seen,
            boolean onlyMarked,
            List<String> difficulties,
            String tag,
            long now) {}

    /** How many questions of the bank were never asked, and how many were. */
    record SeenJson(@JsonProperty("new") int unseen, int asked) {}

    void health(Context ctx) {
        ItemBank bank = settings.bank();
        GraderState state = settings.grading().get();
        String trouble = settings.trouble().get().orElse("");
        List<String> warnings = settings.warnings().get();
        Reply.json(
                ctx,
                new HealthJson(
                        state.broken().isPresent() || !trouble.isEmpty() || !warnings.isEmpty() ? "degraded" : "ok",
                        settings.version(),
                        ModelJson.of(state),
                        trouble,
                        warnings,
                        new BankJson(bank.topics().size(), bank.questions().size(), settings.bankProblems()),
                        settings.clock().millis()));
    }

    /** Whether the program runs at all; without an answer it may be restarted. */
    void live(Context ctx) {
        Reply.json(ctx, new StateJson("live", ""));
    }

    /** Whether answers can be saved now, which is what matters; they can be graded later. */
    void ready(Context ctx) {
        String trouble = settings.trouble().get().orElse("");
        Reply.json(
                ctx, trouble.isEmpty() ? 200 : 503, new StateJson(trouble.isEmpty() ? "ready" : "not-ready", trouble));
    }

    void description(Context ctx) {
        description.send(ctx);
    }

    void home(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        ItemBank bank = settings.bank();
        Interviewer interviewer = settings.interviewer();
        List<Review> reviews = settings.reviews().reviews(candidate);
        Map<String, TopicAverage> averages = TopicAverage.byTopic(reviews);
        Set<QuestionId> seen = reviews.stream().map(Review::question).collect(Collectors.toSet());
        int asked = (int) settings.interviewer().lastAsked(candidate).keySet().stream()
                .filter(id -> bank.question(id).isPresent())
                .count();
        Drawing drawing = Drawing.last(settings.candidates(), candidate);
        Reply.json(
                ctx,
                new HomeJson(
                        lastSetup(candidate).in(bank),
                        interviewer.history(candidate, UNFINISHED, Integer.MAX_VALUE).stream()
                                .map(line -> summary(candidate, line))
                                .toList(),
                        interviewer.history(candidate, OVER, 1).stream()
                                .findFirst()
                                .map(line -> summary(candidate, line))
                                .orElse(null),
                        bank.topics().stream()
                                .map(topic -> TopicJson.of(topic, bank, averages.get(topic.id()), seen))
                                .toList(),
                        new SeenJson(bank.questions().size() - asked, asked),
                        drawing.onlyMarked(),
                        drawing.words(),
                        drawing.tag(),
                        settings.clock().millis()));
    }

    /** A line of the history, with the clock if the session is in progress. */
    SummaryJson summary(CandidateId candidate, SessionSummary line) {
        ItemBank bank = settings.bank();
        if (line.state() != Session.State.IN_PROGRESS) {
            return SummaryJson.of(line, bank, null);
        }
        Session session = settings.interviewer().open(candidate, line.id());
        return SummaryJson.of(
                SessionSummary.of(session),
                bank,
                InProgress.of(session)
                        .map(open -> ClockJson.of(open, settings.clock().instant()))
                        .orElse(null));
    }

    /** Remembers the set-up of a session; picked questions are for one session only. */
    void remember(CandidateId candidate, Blueprint blueprint, Drawing drawing) {
        if (blueprint.picked().isEmpty()) {
            drawing.keep(settings.candidates(), candidate);
            byte[] setup = Json.bytes(SetupJson.of(blueprint));
            settings.candidates().setting(candidate, LAST_SETUP, new String(setup, StandardCharsets.UTF_8));
        }
    }

    private SetupJson lastSetup(CandidateId candidate) {
        Optional<String> kept = settings.candidates().setting(candidate, LAST_SETUP);
        if (kept.isEmpty()) {
            return SetupJson.FIRST;
        }
        try {
            Fields fields = Fields.parse(kept.get().getBytes(StandardCharsets.UTF_8), SetupRequest.FIELDS);
            return SetupJson.of(SetupRequest.read(fields, () -> 0));
        } catch (Refusal e) {
            LOG.warn("The remembered set-up cannot be read, so the first one is offered: {}", e.getMessage());
            return SetupJson.FIRST;
        }
    }
}
