package rejoinder.session;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * Draws the questions of a session from the outline. The same blueprint, bank and history give the same questions on any machine: luck comes from the
 * blueprint's seed alone.
 */
public final class Sampler {
    private Sampler() {}

    /**
     * Draws questions across the topics, as evenly as the quotas allow. A question never asked comes before one that was, and among those asked the one that was
     * asked longest ago comes first. No two that are nearly the same question come together, unless there are not enough others.
     *
     * @param lastAsked when each question was last handed out; what is not in it is new
     * @param alike whether two questions are nearly the same
     * @return the questions in outline order, as many as the blueprint says
     * @throws SessionException.TooFewQuestions if there are not enough; the message names the topic and the remedy
     * @throws SessionException.NoSuchQuestion if a picked question or a topic is not in the bank
     */
    public static List<Question> draw(
            Blueprint blueprint,
            ItemBank bank,
            Map<QuestionId, Instant> lastAsked,
            BiPredicate<Question, Question> alike) {
        if (!blueprint.picked().isEmpty()) {
            return blueprint.picked().stream().map(id -> known(bank, id)).toList();
        }
        List<Pool> pools = pools(blueprint, bank, lastAsked);
        refuseTooFew(blueprint, pools);

        List<Question> drawn = new ArrayList<>();
        for (Pool pool : pools) {
            for (int i = 0; i < pool.atLeast; i++) {
                pool.setAside(drawn, alike);
                drawn.add(pool.take());
            }
        }
        List<Pool> order = new ArrayList<>(pools);
        shuffle(order, new SplittableRandom(blueprint.seed()));
        while (drawn.size() < blueprint.questions()) {
            order.forEach(pool -> pool.setAside(drawn, alike));
            Pool next = order.stream()
                    .filter(pool -> !pool.isEmpty())
                    .min(Comparator.comparing((Pool pool) -> pool.waiting.isEmpty())
                            .thenComparing(
                                    pool -> lastAsked.containsKey(pool.next().id()))
                            .thenComparing(pool -> pool.taken))
                    .orElseThrow();
            drawn.add(next.take());
        }
        Set<QuestionId> ids = drawn.stream().map(Question::id).collect(Collectors.toSet());
        return bank.outline().sections().stream()
                .flatMap(section -> section.questions().stream())
                .filter(ids::contains)
                .map(id -> known(bank, id))
                .toList();
    }

    /** The questions of one topic that can still be drawn, the best first. */
    private static final class Pool {
        private final Topic topic;
        private final int atLeast;
        private final Deque<Question> waiting;
        /** Those that ask nearly what is drawn already. */
        private final Deque<Question> aside = new ArrayDeque<>();

        private int taken;

        Pool(Topic topic, int atLeast, List<Question> questions) {
            this.topic = topic;
            this.atLeast = atLeast;
            this.waiting = new ArrayDeque<>(questions);
        }

        /** Makes sure that the next question is not like any that was drawn, as long as there is one. */
        void setAside(List<Question> drawn, BiPredicate<Question, Question> alike) {
            while (!waiting.isEmpty() && drawn.stream().anyMatch(one -> alike.test(one, waiting.getFirst()))) {
                aside.add(waiting.removeFirst());
            }
        }

        boolean isEmpty() {
            return waiting.isEmpty() && aside.isEmpty();
        }

        Question next() {
            return waiting.isEmpty() ? aside.getFirst() : waiting.getFirst();
        }

        Question take() {
            taken++;
            return waiting.isEmpty() ? aside.removeFirst() : waiting.removeFirst();
        }
    }

    private static Question known(ItemBank bank, QuestionId id) {
        return bank.question(id)
                .orElseThrow(() -> new SessionException.NoSuchQuestion(
                        "There is no question " + id + " in the bank; choose one that is listed."));
    }

    private static List<Pool> pools(Blueprint blueprint, ItemBank bank, Map<QuestionId, Instant> lastAsked) {
        Map<String, Integer> quotas = new HashMap<>();
        for (Blueprint.Quota quota : blueprint.quotas()) {
            if (bank.topic(quota.topic()).isEmpty()) {
                throw new SessionException.NoSuchQuestion(
                        "There is no topic '" + quota.topic() + "' in the bank; choose one that is listed.");
            }
            quotas.put(quota.topic(), quota.atLeast());
        }
        // in outline order, so that the order in which topics were ticked changes nothing
        List<Pool> pools = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            if (quotas.isEmpty() || quotas.containsKey(topic.id())) {
                List<Question> questions = new ArrayList<>(bank.questions(topic.id()));
                shuffle(
                        questions,
                        new SplittableRandom(blueprint.seed() ^ topic.id().hashCode()));
                questions.sort(Comparator.comparing(question -> lastAsked.getOrDefault(question.id(), Instant.MIN)));
                pools.add(new Pool(topic, quotas.getOrDefault(topic.id(), 0), questions));
            }
        }
        return pools;
    }

    private static void refuseTooFew(Blueprint blueprint, List<Pool> pools) {
        for (Pool pool : pools) {
            int has = pool.waiting.size();
            if (has < pool.atLeast) {
                throw new SessionException.TooFewQuestions(
                        pool.topic.title() + " has " + count(has) + "; " + pool.atLeast + " were asked for from it. "
                                + (has == 0 ? "Leave that topic out." : "Ask for at most " + has + " from it."),
                        has);
            }
        }
        int available = pools.stream().mapToInt(pool -> pool.waiting.size()).sum();
        if (available < blueprint.questions()) {
            String where =
                    pools.size() == 1 ? pools.get(0).topic.title() + " has " : "The chosen topics together have ";
            throw new SessionException.TooFewQuestions(
                    where + count(available) + "; " + blueprint.questions() + " were asked for. "
                            + (available == 0
                                    ? "Choose another topic."
                                    : "Ask for " + available + ", or add another topic."),
                    available);
        }
    }

    private static String count(int questions) {
        return questions == 1 ? "1 question" : questions + " questions";
    }

    // Fisher and Yates; Collections.shuffle takes only java.util.Random, which cannot be split
    private static <T> void shuffle(List<T> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
