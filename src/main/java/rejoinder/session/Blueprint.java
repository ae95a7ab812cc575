package rejoinder.session;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rejoinder.bank.QuestionId;

/**
 * What a session is made of. A mock interview and a practice round are two blueprints for one engine; the same blueprint, bank and history give the same
 * questions.
 *
 * @param mode what it is for
 * @param quotas the topics to draw from; empty means every topic
 * @param picked exactly these questions, in this order; empty means draw
 * @param questions how many, 1 to 100
 * @param pace how much time
 * @param seed decides among equals
 * @param overtime whether one may go on writing after the time, for as long again; what is written then is kept apart and not graded
 * @param followUps whether an interview asks one more question after each answer, inside the clock; the answer is fixed before it is asked
 */
public record Blueprint(
        Mode mode,
        List<Quota> quotas,
        List<QuestionId> picked,
        int questions,
        Pace pace,
        long seed,
        boolean overtime,
        boolean followUps) {
    private static final int MOST_QUESTIONS = 100;

    /** One without follow-ups. */
    public Blueprint(
            Mode mode,
            List<Quota> quotas,
            List<QuestionId> picked,
            int questions,
            Pace pace,
            long seed,
            boolean overtime) {
        this(mode, quotas, picked, questions, pace, seed, overtime, false);
    }

    /** One that ends with its time. */
    public Blueprint(Mode mode, List<Quota> quotas, List<QuestionId> picked, int questions, Pace pace, long seed) {
        this(mode, quotas, picked, questions, pace, seed, false, false);
    }

    /** Copies the lists and refuses counts that cannot be met whatever the bank holds. */
    public Blueprint {
        quotas = List.copyOf(quotas);
        picked = List.copyOf(picked);
        if (questions < 1 || questions > MOST_QUESTIONS) {
            throw new IllegalArgumentException("A session has 1 to 100 questions, not " + questions + ".");
        }
        if (followUps && mode == Mode.PRACTICE) {
            throw new IllegalArgumentException(
                    "Practice asks its follow-ups anyway; only an interview is set up with them.");
        }
        if (!picked.isEmpty() && picked.size() != questions) {
            throw new IllegalArgumentException(
                    picked.size() + " questions were picked, but " + questions + " were asked for.");
        }
        if (new HashSet<>(picked).size() != picked.size()) {
            throw new IllegalArgumentException("A question was picked twice.");
        }
        Set<String> topics = new HashSet<>();
        long least = 0;
        for (Quota quota : quotas) {
            least += quota.atLeast();
            if (!topics.add(quota.topic())) {
                throw new IllegalArgumentException("Topic " + quota.topic() + " was named twice.");
            }
        }
        if (least > questions) {
            throw new IllegalArgumentException(
                    "The topics together ask for " + least + " questions, but only " + questions + " are to be drawn.");
        }
    }

    /** Whether an answer can be handed in alone, before the others. */
    public boolean settlesOneByOne() {
        return mode == Mode.PRACTICE || followUps;
    }

    /**
     * A topic to draw from.
     *
     * @param topic its id
     * @param atLeast how many questions must come from it; what is left over is spread evenly
     */
    public record Quota(String topic, int atLeast) {
        /** Refuses a negative count. */
        public Quota {
            if (atLeast < 0) {
                throw new IllegalArgumentException("Topic " + topic + " cannot give " + atLeast + " questions.");
            }
        }
    }
}
