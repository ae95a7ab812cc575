package rejoinder.api;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import rejoinder.bank.ItemBank;
import rejoinder.intake.LetterBook;
import rejoinder.plan.Appointment;
import rejoinder.plan.CandidateId;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Drills;
import rejoinder.plan.MemoryModel;
import rejoinder.plan.StudyPlan;
import rejoinder.plan.Studying;
import rejoinder.plan.TopicStudy;
import rejoinder.session.Archive;

/** What to practise and why: today, by day, by topic, by point. */
final class PlanHandlers {
    private static final int MOST_TOPICS = 1_000;
    private static final int LONGEST_JOB = 20_000;

    private final Studying studying;
    private final Archive archive;
    private final ItemBank bank;
    private final LetterBook letters;
    private final Drills drills;
    private final UnaryOperator<String> text;

    PlanHandlers(ServerSettings settings) {
        studying = settings.studying();
        archive = settings.archive();
        bank = settings.bank();
        letters = settings.importing().letters();
        drills = new Drills(bank);
        text = settings.rendering().text();
    }

    void show(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        DailyStudy daily = studying.daily(candidate);
        Optional<String> topic = Optional.ofNullable(ctx.queryParam("topic"));
        topic.filter(id -> bank.topic(id).isEmpty()).ifPresent(id -> {
            throw noSuchTopic();
        });
        StudyPlan round =
                topic.map(id -> daily.round(DailyStudy.QUESTIONS, Set.of(id))).orElseGet(daily::round);
        Reply.json(ctx, PlanJson.of(daily, round, studying.fit(candidate, daily), text));
    }

    private static Refusal noSuchTopic() {
        return new Refusal(Problem.NOT_FOUND.saying("There is no such topic; the topics page lists all of them."));
    }

    void interview(Context ctx) {
        Reply.json(ctx, TimetableJson.of(studying.daily(Incoming.candidate(ctx)), text));
    }

    void setInterview(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Fields fields = Incoming.fields(ctx, "date", "topics", "answersADay");
        List<String> topics = fields.texts("topics", MOST_TOPICS);
        topics.stream().filter(topic -> bank.topic(topic).isEmpty()).findFirst().ifPresent(topic -> {
            throw fields.wrong("topics", "names '" + topic + "', which is not a topic of the bank");
        });
        int answers = fields.isNull("answersADay") ? 0 : (int) fields.whole("answersADay", 1, Appointment.MOST_ANSWERS);
        studying.prepareFor(
                candidate,
                fields.isNull("date")
                        ? Optional.empty()
                        : Optional.of(new Appointment(date(fields, candidate), topics, answers)));
        Reply.json(ctx, TimetableJson.of(studying.daily(candidate), text));
    }

    private LocalDate date(Fields fields, CandidateId candidate) {
        LocalDate date;
        try {
            date = LocalDate.parse(fields.text("date"));
        } catch (DateTimeException e) {
            throw fields.wrong("date", "must be a day such as 2026-12-01");
        }
        LocalDate today = studying.daily(candidate).progress().today();
        if (date.isBefore(today) || date.isAfter(today.plusDays(Appointment.MOST_DAYS))) {
            throw fields.wrong("date", "must be from today to " + today.plusDays(Appointment.MOST_DAYS));
        }
        return date;
    }

    void setMemory(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Fields fields = Incoming.fields(ctx, "mostDays");
        studying.atMost(
                candidate,
                fields.isNull("mostDays")
                        ? OptionalInt.empty()
                        : OptionalInt.of((int) fields.whole("mostDays", 1, MemoryModel.MAXIMUM_INTERVAL)));
        DailyStudy daily = studying.daily(candidate);
        Reply.json(ctx, PlanJson.MemoryJson.of(studying.fit(candidate, daily), daily.memory()));
    }

    /**
     * What is due on a day.
     *
     * @param overdue how many of the questions were due before
     */
    record DayJson(String date, int overdue, List<DueJson> questions) {}

    /** @param due the day on which memory wanted it, which may be before the day it is listed under */
    record DueJson(String id, String prompt, TopicJson.Named topic, String due) {}

    void calendar(Context ctx) {
        DailyStudy daily = studying.daily(Incoming.candidate(ctx));
        LocalDate day = daily.progress().today();
        List<DayJson> days = daily.progress().calendar().entrySet().stream()
                .map(entry -> new DayJson(
                        entry.getKey().toString(),
                        (int) entry.getValue().stream()
                                .filter(id -> daily.due(id).orElse(day).isBefore(entry.getKey()))
                                .count(),
                        entry.getValue().stream()
                                .map(id -> new DueJson(
                                        id.toString(),
                                        TimetableJson.prompt(id, bank, text),
                                        TopicJson.Named.of(id.topic(), bank),
                                        daily.due(id).orElse(day).toString()))
                                .toList()))
                .toList();
        Reply.json(ctx, Map.of("today", day.toString(), "days", days));
    }

    void weakPoints(Context ctx) {
        DailyStudy daily = studying.daily(Incoming.candidate(ctx));
        Reply.json(
                ctx,
                Map.of(
                        "likeness",
                        PlanJson.likeness(daily),
                        "points",
                        daily.weakPoints().stream()
                                .map(point -> WeakPointJson.of(point, bank, drills, text))
                                .toList()));
    }

    void jobDescription(Context ctx) {
        Fields fields = Incoming.fields(ctx, "text", "questions");
        String pasted = fields.text("text", LONGEST_JOB);
        int questions = (int) fields.whole("questions", 1, 100);
        String likeness = studying.byMeaning() ? "meaning" : "words";
        Reply.json(ctx, JobDescriptionJson.of(studying.jobDescription(pasted), questions, likeness, text));
    }

    void progress(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        DailyStudy daily = studying.daily(candidate);
        Reply.json(
                ctx,
                ProgressJson.of(
                        daily,
                        archive.answersByDay(candidate, daily.memory().zone()),
                        archive.timesSpent(candidate),
                        text));
    }

    void topic(Context ctx) {
        String id = ctx.pathParam("topic");
        TopicStudy study = studying.daily(Incoming.candidate(ctx)).topic(id).orElseThrow(PlanHandlers::noSuchTopic);
        Reply.json(ctx, TopicStudyJson.of(study, bank, letters, drills, text));
    }
}
