package rejoinder.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.random.RandomDataGenerator;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * The expected mastery on a later day if a plan is followed. The days are simulated many times, each time with another candidate who fits what is known: with
 * a mastery of the topic out of its distribution, with a memory that differs from the published parameters as people's do, and with luck in each answer. Where
 * memory and the scores so far disagree about today, the forecast lies half-way between. The interval is the middle 80 % of the runs; {@code
 * ForecastCalibration} among the benchmarks says how often it holds for simulated learners.
 */
final class Forecaster {
    private static final int RUNS = 200;

    /** By how much the memories of people differ, as the deviation of the logarithm of each parameter; an assumption. */
    private static final double SPREAD = .15;

    /** What answers earn on average when they are known and when they are not, before a candidate's own say otherwise. */
    private static final double KNOWN = .75;

    private static final double UNKNOWN = .2;
    /** How much of the difference between today's mastery and what memory alone makes of today stays until then; chosen on simulated learners. */
    private static final double TRUST_IN_SCORES = .5;

    private static final double OWN_ANSWERS_FROM = 10;

    private final Progress progress;
    private final MemoryModel memory;
    private final long today;
    private final double known;
    private final double unknown;

    Forecaster(Progress progress, MemoryModel memory) {
        this.progress = progress;
        this.memory = memory;
        today = progress.today().toEpochDay();
        double[] sums = {KNOWN * OWN_ANSWERS_FROM, UNKNOWN * OWN_ANSWERS_FROM};
        double[] counts = {OWN_ANSWERS_FROM, OWN_ANSWERS_FROM};
        for (Progress.Recall recall : progress.recalls().values()) {
            int kind = Rating.of(recall.last()) == Rating.AGAIN ? 1 : 0;
            sums[kind] += recall.last().value();
            counts[kind]++;
        }
        known = sums[0] / counts[0];
        unknown = sums[1] / counts[1];
    }

    List<Timetable.Forecast> forecasts(List<Timetable.Day> days, StudyRequest request, LocalDate interview) {
        Map<QuestionId, List<Long>> answers = new HashMap<>();
        for (Timetable.Day day : days) {
            day.questions()
                    .forEach(id -> answers.computeIfAbsent(id, question -> new ArrayList<>())
                            .add(day.date().toEpochDay()));
        }
        RandomDataGenerator luck = new RandomDataGenerator(request.seed());
        List<MemoryModel> people = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            people.add(memory.with(someone(luck)));
        }
        List<Timetable.Forecast> forecasts = new ArrayList<>();
        for (Topic topic : progress.bank().topics()) {
            if (request.covers(topic.id())) {
                forecasts.add(forecast(topic, answers, interview.toEpochDay(), people, luck));
            }
        }
        return forecasts;
    }

    private MemoryParameters someone(RandomDataGenerator luck) {
        MemoryParameters parameters = memory.parameters();
        for (int i = 0; i < MemoryParameters.COUNT; i++) {
            parameters = parameters.with(i, parameters.w().get(i) * Math.exp(luck.nextNormal(0, SPREAD)));
        }
        return parameters;
    }

    private Timetable.Forecast forecast(
            Topic topic,
            Map<QuestionId, List<Long>> answers,
            long interview,
            List<MemoryModel> people,
            RandomDataGenerator luck) {
        List<Question> questions = progress.bank().questions(topic.id());
        Posterior posterior = progress.posterior(topic.id());
        double[] outcomes = new double[people.size()];
        for (int run = 0; run < outcomes.length; run++) {
            double mastery = luck.nextBeta(posterior.hits(), posterior.misses());
            double then = 0;
            double now = 0;
            for (Question question : questions) {
                MemoryModel.Trace trace = trace(question.id(), people.get(run));
                now += trace.isEmpty() ? mastery : earned(trace.recall(today));
                practise(trace, answers.getOrDefault(question.id(), List.of()), mastery, luck);
                then += trace.isEmpty() ? mastery : earned(trace.recall(interview));
            }
            int size = Math.max(1, questions.size());
            outcomes[run] = Math.max(0, Math.min(1, then / size + TRUST_IN_SCORES * (mastery - now / size)));
        }
        Arrays.sort(outcomes);
        int neverAsked = (int) questions.stream()
                .filter(question -> progress.recall(question.id()).isEmpty() && !answers.containsKey(question.id()))
                .count();
        return new Timetable.Forecast(
                topic,
                Arrays.stream(outcomes).average().orElse(0),
                outcomes[outcomes.length / 10],
                outcomes[outcomes.length - 1 - outcomes.length / 10],
                neverAsked);
    }

    private MemoryModel.Trace trace(QuestionId id, MemoryModel person) {
        Progress.Recall recall = progress.recalls().get(id);
        return recall == null ? person.trace() : person.trace(recall.memory());
    }

    private void practise(MemoryModel.Trace trace, List<Long> days, double mastery, RandomDataGenerator luck) {
        for (long day : days) {
            double chance = trace.isEmpty()
                    ? Math.max(0, Math.min(1, (mastery - unknown) / (known - unknown)))
                    : trace.recall(day);
            trace.add(luck.nextUniform(0, 1) < chance ? Rating.GOOD : Rating.AGAIN, day);
        }
    }

    private double earned(double chance) {
        return chance * known + (1 - chance) * unknown;
    }
}
