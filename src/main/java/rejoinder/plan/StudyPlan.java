package rejoinder.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.grade.Score;

/**
 * What to practise now, each question with its reason.
 *
 * @param items the questions in the order in which they should be asked; fewer than asked for if there are no more
 * @param failed how many questions of the topics asked for were answered below 40 of 100 the last time, in the plan or not
 * @param due how many are due, in the plan or not
 * @param unseen how many were never answered, in the plan or not
 * @param leftOut how many answers were left out because they are dated after today
 */
public record StudyPlan(List<Item> items, int failed, int due, int unseen, int leftOut) {
    private static final double FORGOTTEN_BELOW = .5;
    private static final double FADING_BELOW = .8;

    /** Copies the list. */
    public StudyPlan {
        items = List.copyOf(items);
    }

    /** How long the questions take by what each suggests. */
    public Duration time() {
        return items.stream().map(item -> item.question().suggestedTime()).reduce(Duration.ZERO, Duration::plus);
    }

    /** The ids of the questions, in order. */
    public List<QuestionId> questions() {
        return items.stream().map(Item::id).toList();
    }

    /** A question and why it is chosen; the reason is derived from the evidence and cannot disagree with it. */
    public sealed interface Item {
        /** What should be asked. */
        Question question();

        /** Why, in one sentence with numbers. */
        String reason();

        /** The name of what should be asked. */
        default QuestionId id() {
            return question().id();
        }
    }

    /**
     * When a question was last answered and how.
     *
     * @param daysAgo whole days
     * @param score what the answer earned
     * @param retrievability the chance that it is still known
     * @param missed the key points that the answer missed
     */
    public record Last(long daysAgo, Score score, double retrievability, List<WeakPoint> missed) {
        /** Copies the list. */
        public Last {
            missed = List.copyOf(missed);
        }

        private String text() {
            return ago(daysAgo) + " you scored " + score.percent() + " of 100";
        }

        /** How far it is forgotten by now, in words; used only for answers that knew something. */
        private String fading() {
            if (retrievability < FORGOTTEN_BELOW) {
                return "have probably forgotten it by now";
            }
            return retrievability < FADING_BELOW ? "may have forgotten some of it" : "are about to forget it";
        }

        private String alsoMissed(String joint) {
            if (missed.isEmpty()) {
                return "";
            }
            WeakPoint worst = missed.get(0);
            return joint + "missed " + quoted(worst.statement()) + " " + times(worst.missed());
        }
    }

    /** The last answer to it failed, so it comes back before anything else. */
    public record Failed(Question question, Last last) implements Item {
        @Override
        public String reason() {
            return capital(last.text()) + ", so it comes back first" + last.alsoMissed("; you ") + ".";
        }
    }

    /**
     * It is new, of a topic with too few answers for an estimate in which an answer failed.
     *
     * @param failed how many of the topic's questions failed the last time
     * @param answered how many were answered
     */
    public record AfterFailure(Question question, Topic topic, int failed, int answered) implements Item {
        @Override
        public String reason() {
            return (answered == 1
                            ? "Your one answer on " + topic.title()
                            : failed + " of your " + answered + " answers on " + topic.title())
                    + " went wrong, and this question is new to you.";
        }
    }

    /** Memory says that it should be asked today. */
    public record Due(Question question, Last last) implements Item {
        @Override
        public String reason() {
            return "Due: " + last.text() + " and " + last.fading() + last.alsoMissed("; you ") + ".";
        }
    }

    /** It was not answered well, and its topic is weak. */
    public record Shaky(Question question, Mastery.Measured mastery, Last last) implements Item {
        @Override
        public String reason() {
            return mastery.topic().title() + " stands at " + mastery.sentence() + ", and " + last.text() + " here"
                    + last.alsoMissed(", where you ") + ".";
        }
    }

    /** Its topic is weak, and it was never answered. */
    public record WeakTopic(Question question, Mastery.Measured mastery) implements Item {
        @Override
        public String reason() {
            return mastery.topic().title() + " stands at " + mastery.sentence() + " after " + mastery.answers()
                    + " answers, and this question of it is new to you.";
        }
    }

    /**
     * It asks for a key point that was missed in another question.
     *
     * @param point the point that was missed
     * @param asksFor the key point of this question that says the same
     * @param likeness how alike the two are, up to 1
     */
    public record SamePoint(Question question, WeakPoint point, String asksFor, double likeness) implements Item {
        @Override
        public String reason() {
            return "You missed " + quoted(point.statement()) + " in "
                    + (point.answers() == 1
                            ? "your one answer"
                            : point.missed() + " of " + point.answers() + " answers")
                    + point.saidSince()
                    + ", and this question asks for the same point.";
        }
    }

    /**
     * It was never answered.
     *
     * @param seen how many questions of its topic were answered
     * @param size how many there are
     */
    public record Unseen(Question question, Topic topic, int seen, int size) implements Item {
        @Override
        public String reason() {
            return "New to you: of the " + counted(size, "question") + " on " + topic.title() + " you have answered "
                    + (seen == 0 ? "none" : seen) + " so far.";
        }
    }

    /**
     * It is not due, but nothing more pressing is left.
     *
     * @param dueIn days until it is due
     */
    public record Early(Question question, Last last, long dueIn) implements Item {
        @Override
        public String reason() {
            return "Nothing is more pressing: " + last.text() + ", and it is not due for another "
                    + counted(dueIn, "day") + ".";
        }
    }

    private static String ago(long days) {
        if (days <= 0) {
            return "today";
        }
        return days == 1 ? "yesterday" : days + " days ago";
    }

    private static String times(int count) {
        if (count <= 1) {
            return "once";
        }
        return count == 2 ? "twice" : count + " times";
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    // the statement without its full stop, so that the sentence around it goes on
    private static String quoted(String statement) {
        String text = statement.strip();
        return "“" + (text.endsWith(".") ? text.substring(0, text.length() - 1) : text) + "”";
    }
}
