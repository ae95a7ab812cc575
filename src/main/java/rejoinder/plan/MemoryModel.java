package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * FSRS-6: how memory grows with answers and fades with days.
 *
 * <p>The formulas are those of the open-spaced-repetition project's "The Algorithm" and agree with ts-fsrs 5.4.2, rounding to eight places included, configured
 * as {@code enable_short_term: true, learning_steps: [], relearning_steps: [], enable_fuzz: false}: an answer is scheduled in whole days, never in minutes,
 * and a further answer on the same day changes stability by the rule for the short term. Two things differ on purpose: the maximum interval is never exceeded
 * (ts-fsrs lets good and easy go one and two days over it), and a clock that went back counts as no time gone (ts-fsrs throws).
 *
 * <p>A day is a day of the calendar in the candidate's zone: an answer at 23:50 and one at 0:10 are a day apart.
 */
public final class MemoryModel {
    /** The chance of recall at which a question is due, the default of FSRS. */
    public static final double DESIRED_RETENTION = .9;

    /** A hundred years, the default of FSRS: no limit in practice. */
    public static final int MAXIMUM_INTERVAL = 36500;

    private static final double LEAST_STABILITY = .001;
    private static final double MOST_STABILITY = 36500;
    private static final double LEAST_FIRST_STABILITY = .1;

    private final MemoryParameters parameters;
    private final double desiredRetention;
    private final double[] w;
    private final Days calendar;
    private final int maximumInterval;
    private final double decay;
    private final double factor;
    private final double intervalModifier;
    private final double growth;
    private final double easyStart;
    private final double mostAfterForgetting;

    /** The model with its published parameters and defaults. */
    public MemoryModel(ZoneId zone) {
        this(MemoryParameters.DEFAULT, DESIRED_RETENTION, MAXIMUM_INTERVAL, zone);
    }

    /**
     * @param desiredRetention the chance of recall at which a question is due, from .7 to .99
     * @param maximumInterval the longest time in days until a question is due again, 1 to 36500
     * @param zone where the candidate's days begin and end
     */
    public MemoryModel(MemoryParameters parameters, double desiredRetention, int maximumInterval, ZoneId zone) {
        this(parameters, desiredRetention, maximumInterval, new Days(zone));
    }

    private MemoryModel(MemoryParameters parameters, double desiredRetention, int maximumInterval, Days calendar) {
        if (!(desiredRetention >= .7 && desiredRetention <= .99)) {
            throw new IllegalArgumentException(
                    "The desired retention is a fraction from .7 to .99, not " + desiredRetention + ".");
        }
        if (maximumInterval < 1 || maximumInterval > MAXIMUM_INTERVAL) {
            throw new IllegalArgumentException(
                    "The maximum interval is 1 to " + MAXIMUM_INTERVAL + " days, not " + maximumInterval + ".");
        }
        this.parameters = parameters;
        this.desiredRetention = desiredRetention;
        this.w = parameters.w().stream().mapToDouble(Double::doubleValue).toArray();
        this.calendar = calendar;
        this.maximumInterval = maximumInterval;
        decay = -w[20];
        factor = round(Math.exp(1 / decay * Math.log(.9)) - 1);
        intervalModifier = round((Math.pow(desiredRetention, 1 / decay) - 1) / factor);
        growth = Math.exp(w[8]);
        easyStart = startDifficulty(Rating.EASY);
        mostAfterForgetting = Math.exp(w[17] * w[18]);
    }

    /** The same model with other parameters. */
    public MemoryModel with(MemoryParameters other) {
        return new MemoryModel(other, desiredRetention, maximumInterval, calendar);
    }

    /**
     * The same model with another longest time until a question is due again.
     *
     * @param days 1 to {@link #MAXIMUM_INTERVAL}
     */
    public MemoryModel atMost(int days) {
        return new MemoryModel(parameters, desiredRetention, days, calendar);
    }

    /** The longest time in days until a question is due again. */
    public int maximumInterval() {
        return maximumInterval;
    }

    /** The numbers behind it. */
    public MemoryParameters parameters() {
        return parameters;
    }

    /** Where the candidate's days begin and end. */
    public ZoneId zone() {
        return calendar.zone();
    }

    /** The memory after a first answer. */
    public MemoryState first(Rating rating, Instant at) {
        Trace trace = new Trace();
        trace.add(rating, day(at));
        return trace.state(at);
    }

    /** The memory after a further answer; one dated before the last counts as given on the same day. */
    public MemoryState next(MemoryState before, Rating rating, Instant at) {
        Trace trace = new Trace(before);
        trace.add(rating, day(at));
        return trace.state(at.isBefore(before.lastReviewed()) ? before.lastReviewed() : at);
    }

    /**
     * The memory of one question after all of its answers.
     *
     * @param reviews of one question, oldest first
     * @return empty if there are none
     */
    public Optional<MemoryState> after(List<Review> reviews) {
        if (reviews.isEmpty()) {
            return Optional.empty();
        }
        Trace trace = new Trace();
        Instant last = reviews.get(0).at();
        for (Review review : reviews) {
            trace.add(review.rating(), day(review.at()));
            last = review.at().isAfter(last) ? review.at() : last;
        }
        return Optional.of(trace.state(last));
    }

    /** The empty memory of a question. */
    Trace trace() {
        return new Trace();
    }

    /** A memory to go on from. */
    Trace trace(MemoryState state) {
        return new Trace(state);
    }

    /** The chance that a question can be answered now, 0 to 1. */
    public double retrievability(MemoryState state, Instant now) {
        return retrievability(day(now) - day(state.lastReviewed()), state.stability());
    }

    /** The chance of recall some days after an answer; no time has gone if the days are negative. */
    double retrievability(long days, double stability) {
        return days <= 0 ? 1 : round(Math.pow(1 + factor * days / stability, decay));
    }

    /**
     * The chance of recall on a later day if the question is answered on a day before it: the mean of what a good and a forgotten answer would leave, weighted
     * by the chance of each.
     *
     * @param answered number of the day of the answer
     * @param later number of the later day
     */
    double recallAfterAnswer(MemoryState state, long answered, long later) {
        long days = Math.max(0, answered - day(state.lastReviewed()));
        double recall = retrievability(days, state.stability());
        double known = nextStability(state.stability(), state.difficulty(), days, Rating.GOOD);
        double forgotten = nextStability(state.stability(), state.difficulty(), days, Rating.AGAIN);
        return recall * retrievability(later - answered, known)
                + (1 - recall) * retrievability(later - answered, forgotten);
    }

    /** The number of a day in the candidate's zone, counted from 1970-01-01. */
    long day(Instant at) {
        return calendar.of(at);
    }

    private double startDifficulty(Rating rating) {
        return round(w[4] - Math.exp((rating.number() - 1) * w[5]) + 1);
    }

    private double nextDifficulty(double difficulty, Rating rating) {
        double change = -w[6] * (rating.number() - 3);
        double moved = difficulty + round(change * (10 - difficulty) / 9);
        return clamp(round(w[7] * easyStart + (1 - w[7]) * moved), 1, 10);
    }

    private double nextStability(double stability, double difficulty, long days, Rating rating) {
        if (days == 0) {
            return sameDay(stability, rating);
        }
        double recall = retrievability(days, stability);
        return rating == Rating.AGAIN
                ? forgotten(stability, difficulty, recall)
                : recalled(stability, difficulty, recall, rating);
    }

    private double sameDay(double stability, Rating rating) {
        double gain = Math.pow(stability, -w[19]) * Math.exp(w[17] * (rating.number() - 3 + w[18]));
        return bounded(stability * (rating == Rating.AGAIN ? gain : Math.max(gain, 1)));
    }

    private double forgotten(double stability, double difficulty, double recall) {
        double left = bounded(w[11]
                * Math.pow(difficulty, -w[12])
                * (Math.pow(stability + 1, w[13]) - 1)
                * Math.exp((1 - recall) * w[14]));
        return Math.min(Math.max(round(stability / mostAfterForgetting), LEAST_STABILITY), left);
    }

    private double recalled(double stability, double difficulty, double recall, Rating rating) {
        double gain = growth * (11 - difficulty) * Math.pow(stability, -w[9]) * (Math.exp((1 - recall) * w[10]) - 1);
        if (rating == Rating.HARD) {
            gain *= w[15];
        } else if (rating == Rating.EASY) {
            gain *= w[16];
        }
        return bounded(stability * (1 + gain));
    }

    private int interval(double stability) {
        return (int) Math.min(Math.max(1, Math.round(stability * intervalModifier)), maximumInterval);
    }

    private static double bounded(double stability) {
        return round(clamp(stability, LEAST_STABILITY, MOST_STABILITY));
    }

    private static double clamp(double value, double least, double most) {
        return Math.min(Math.max(value, least), most);
    }

    // ts-fsrs rounds every intermediate result to eight places; so do we, or the last digits drift apart
    private static double round(double value) {
        return Math.round(value * 1e8) / 1e8;
    }

    /** Answers to one question added one by one; the due date, which is the dearest step, is only worked out when it is asked for. */
    final class Trace {
        private boolean known;
        private double stability;
        private double difficulty;
        private long day;
        private double stabilityBefore;
        private double difficultyBefore;
        private long daysBetween;
        private boolean another;
        private Rating last = Rating.AGAIN;

        private Trace() {}

        private Trace(MemoryState state) {
            known = true;
            stability = state.stability();
            difficulty = state.difficulty();
            day = day(state.lastReviewed());
        }

        void add(Rating rating, long today) {
            last = rating;
            another = known;
            if (!known) {
                stability = Math.max(w[rating.number() - 1], LEAST_FIRST_STABILITY);
                difficulty = clamp(startDifficulty(rating), 1, 10);
                day = today;
                known = true;
                return;
            }
            stabilityBefore = stability;
            difficultyBefore = difficulty;
            daysBetween = Math.max(0, today - day);
            stability = nextStability(stability, difficulty, daysBetween, rating);
            difficulty = nextDifficulty(difficulty, rating);
            day = Math.max(day, today);
        }

        /** Whether there is no answer yet. */
        boolean isEmpty() {
            return !known;
        }

        /** The chance of recall on a day; there must be an answer. */
        double recall(long today) {
            return retrievability(today - day, stability);
        }

        MemoryState state(Instant at) {
            return new MemoryState(stability, difficulty, at, LocalDate.ofEpochDay(day + days()));
        }

        // an easier answer is never due earlier than a harder one to the same question on the same day
        private int days() {
            if (!another || last == Rating.AGAIN) {
                return interval(stability);
            }
            int good = intervalAfter(Rating.GOOD);
            int hard = Math.min(intervalAfter(Rating.HARD), good);
            if (last == Rating.HARD) {
                return hard;
            }
            good = Math.max(good, hard + 1);
            int days = last == Rating.GOOD ? good : Math.max(intervalAfter(Rating.EASY), good + 1);
            return Math.min(days, maximumInterval);
        }

        private int intervalAfter(Rating rating) {
            return interval(nextStability(stabilityBefore, difficultyBefore, daysBetween, rating));
        }
    }
}
