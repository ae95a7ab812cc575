package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * One topic and one candidate whose skill is known, with the answers that were given.
 *
 * <p>The candidate makes a key point with a chance that grows with skill and falls with the difficulty of the question and of the point; the grader mistakes one
 * point in ten. Skill wanders from day to day, grows a little with each answer, and an answered question is known better
 * for some weeks.
 *
 * @param bank the one topic
 * @param reviews the answers, oldest first
 * @param truth the share of full marks that asking every question at the end would earn, weighted by difficulty as the policy does
 * @param style how the questions were chosen
 */
record SimulatedTopic(ItemBank bank, List<Review> reviews, double truth, Style style) {
    static final Instant END = Instant.parse("2026-06-01T12:00:00Z");

    /** How questions are chosen. */
    enum Style {
        /** Any, each time. */
        RANDOM,
        /** The one not asked for the longest time, as in an interview. */
        IN_TURN,
        /** Mostly the one with the lowest last score, as in practice. */
        WEAKEST
    }

    /**
     * A topic by luck.
     *
     * @param spread how far the skills of candidates lie apart, 1 for the usual
     */
    static SimulatedTopic of(long seed, double spread) {
        return new Candidate(new SplittableRandom(seed), spread).history();
    }

    private static final class Candidate {
        private final SplittableRandom random;
        private final int size;
        private final Difficulty[] difficulty;
        private final double[] hardness;
        private final double[][] points;
        private final double[] familiarity;
        private double skill;

        Candidate(SplittableRandom random, double spread) {
            this.random = random;
            skill = spread * (normal(.9) + normal(.6));
            size = random.nextInt(6, 31);
            difficulty = new Difficulty[size];
            hardness = new double[size];
            points = new double[size][];
            familiarity = new double[size];
            for (int q = 0; q < size; q++) {
                difficulty[q] = List.of(Difficulty.values()).get(random.nextInt(3));
                hardness[q] = normal(.6)
                        + switch (difficulty[q]) {
                            case JUNIOR -> -.6;
                            case MIDDLE -> 0;
                            case SENIOR -> .6;
                        };
                points[q] = new double[random.nextInt(3, 8)];
                Arrays.setAll(points[q], i -> normal(.7));
            }
        }

        SimulatedTopic history() {
            Style style = List.of(Style.values()).get(random.nextInt(3));
            int answers = (int) Math.round(3 * Math.exp(random.nextDouble() * Math.log(14)));
            int span = random.nextInt(2, 121);
            int sessions = Math.max(1, answers / random.nextInt(1, 6));
            double[] days = new double[sessions];
            Arrays.setAll(days, i -> random.nextDouble() * span);
            Arrays.sort(days);
            double[] lastScore = new double[size];
            int[] lastAsked = new int[size];
            List<Review> reviews = new ArrayList<>();
            double today = 0;
            for (int i = 0; i < answers; i++) {
                double day = days[i * sessions / answers];
                wander(day - today);
                today = day;
                int q = choose(style, i, lastScore, lastAsked);
                double score = answer(q);
                lastScore[q] = score;
                lastAsked[q] = i + 1;
                Instant at = END.minus(Duration.ofSeconds(Math.round((span - day) * 86400) + (answers - i) * 300L));
                reviews.add(new Review(id(q), "", at, new Score(score), Rating.of(new Score(score)), List.of()));
                skill += .02;
                familiarity[q] = Math.min(1, familiarity[q] + .5);
            }
            wander(span - today);
            return new SimulatedTopic(bank(), reviews, truth(), style);
        }

        private void wander(double days) {
            skill += normal(.05 * Math.sqrt(Math.max(0, days)));
            for (int q = 0; q < size; q++) {
                familiarity[q] *= Math.pow(2, -Math.max(0, days) / 30);
            }
        }

        private int choose(Style style, int asked, double[] lastScore, int[] lastAsked) {
            if (style == Style.RANDOM || (style == Style.WEAKEST && random.nextDouble() < .4)) {
                return random.nextInt(size);
            }
            int best = 0;
            for (int q = 1; q < size; q++) {
                boolean better = style == Style.IN_TURN
                        ? lastAsked[q] < lastAsked[best]
                        : lastAsked[q] > 0
                                && lastAsked[q] < asked
                                && (lastAsked[best] == 0 || lastScore[q] < lastScore[best]);
                best = better ? q : best;
            }
            return best;
        }

        private double answer(int q) {
            double earned = 0;
            for (double point : points[q]) {
                boolean made = random.nextDouble() < chance(q, point);
                earned += random.nextDouble() < .1 ? .4 : made ? 1 : 0;
            }
            return Math.min(1, earned / points[q].length);
        }

        private double chance(int q, double point) {
            return 1 / (1 + Math.exp(hardness[q] + point - skill - familiarity[q]));
        }

        private double truth() {
            double sum = 0;
            double weights = 0;
            for (int q = 0; q < size; q++) {
                double weight = MasteryPolicy.DEFAULT.weight(difficulty[q]);
                for (double point : points[q]) {
                    sum += weight * (.04 + .9 * chance(q, point)) / points[q].length;
                }
                weights += weight;
            }
            return sum / weights;
        }

        private ItemBank bank() {
            List<Question> questions = new ArrayList<>();
            for (int q = 0; q < size; q++) {
                questions.add(Banks.question(id(q).toString(), difficulty[q]));
            }
            return Banks.of(questions);
        }

        private static QuestionId id(int q) {
            return new QuestionId("topic", "q" + q);
        }

        private double normal(double deviation) {
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            return deviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }
}
