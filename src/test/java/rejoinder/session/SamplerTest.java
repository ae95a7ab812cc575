package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestClock.START;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

class SamplerTest {
    private static final ItemBank BANK = TestBank.bank(6, 6, 6);
    private static final Map<QuestionId, Instant> NOTHING_ASKED = Map.of();
    private static final BiPredicate<Question, Question> NONE_ALIKE = Question::equals;

    @Test
    void theSameSeedDrawsTheSameQuestions() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(draw(seed, 7)).isEqualTo(draw(seed, 7));
        }
    }

    @Test
    void otherSeedsDrawOtherQuestionsAndReachEachOne() {
        Set<List<QuestionId>> draws = new HashSet<>();
        Set<QuestionId> reached = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            draws.add(draw(seed, 3));
            reached.addAll(draw(seed, 3));
        }
        assertThat(draws).hasSizeGreaterThan(40);
        assertThat(reached).hasSize(18);
    }

    @Test
    void theOrderInWhichTopicsAreNamedChangesNothing() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(draw(seed, 5, quota("topic-2", 1), quota("topic-0", 0), quota("topic-1", 1)))
                    .isEqualTo(draw(seed, 5, quota("topic-0", 0), quota("topic-1", 1), quota("topic-2", 1)));
        }
    }

    @Test
    void questionsComeInOutlineOrder() {
        List<QuestionId> order = BANK.questions().stream().map(Question::id).toList();
        for (long seed = 0; seed < 20; seed++) {
            assertThat(draw(seed, 9)).isSortedAccordingTo(Comparator.comparing(order::indexOf));
        }
    }

    @Test
    void questionsAreSpreadEvenlyAndTheOddOneGoesToEachTopicInTurn() {
        Set<String> favoured = new HashSet<>();
        for (long seed = 0; seed < 30; seed++) {
            Map<String, Long> counts = counts(draw(seed, 7));
            assertThat(counts.values()).containsExactlyInAnyOrder(2L, 2L, 3L);
            counts.forEach((topic, count) -> {
                if (count == 3) {
                    favoured.add(topic);
                }
            });
        }
        assertThat(favoured).hasSize(3);
    }

    @Test
    void everyQuotaIsMetAndOnlyNamedTopicsAreDrawnFrom() {
        for (long seed = 0; seed < 30; seed++) {
            Map<String, Long> counts = counts(draw(seed, 7, quota("topic-1", 5), quota("topic-2", 0)));
            assertThat(counts.get("topic-1")).isGreaterThanOrEqualTo(5);
            assertThat(counts).doesNotContainKey("topic-0");
        }
    }

    @Test
    void aSmallTopicGivesAllItHasAndTheOthersTheRest() {
        Blueprint blueprint = blueprint(1, 9);
        List<QuestionId> drawn = ids(Sampler.draw(blueprint, TestBank.bank(1, 4, 4), NOTHING_ASKED, NONE_ALIKE));
        assertThat(counts(drawn)).isEqualTo(Map.of("topic-0", 1L, "topic-1", 4L, "topic-2", 4L));
    }

    @Test
    @Tag("complaint-16")
    void noQuestionComesAgainBeforeAllHaveComeAndThenTheOldestComeFirst() {
        Map<QuestionId, Instant> asked = new HashMap<>();
        List<List<QuestionId>> draws = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<QuestionId> drawn = ids(Sampler.draw(blueprint(round, 6), BANK, asked, NONE_ALIKE));
            Instant at = START.plusSeconds(round);
            drawn.forEach(id -> asked.put(id, at));
            draws.add(drawn);
        }
        assertThat(union(draws.subList(0, 3))).hasSize(18);
        assertThat(union(draws.subList(3, 6))).hasSize(18);
        assertThat(draws.get(3)).containsExactlyInAnyOrderElementsOf(draws.get(0));
    }

    @Test
    @Tag("complaint-16")
    void noTwoNearDuplicatesAreDrawnTogetherUnlessThereAreNoOthers() {
        // each question has a twin in every topic
        BiPredicate<Question, Question> sameSlug =
                (one, other) -> one.id().slug().equals(other.id().slug());
        for (long seed = 0; seed < 30; seed++) {
            List<Question> drawn = Sampler.draw(blueprint(seed, 6), BANK, NOTHING_ASKED, sameSlug);
            assertThat(drawn).extracting(question -> question.id().slug()).doesNotHaveDuplicates();
            assertThat(counts(ids(drawn))).isEqualTo(Map.of("topic-0", 2L, "topic-1", 2L, "topic-2", 2L));
            assertThat(Sampler.draw(blueprint(seed, 18), BANK, NOTHING_ASKED, sameSlug))
                    .hasSize(18);
        }
    }

    @Test
    void aNewQuestionOfAFullTopicComesBeforeAnAskedOneOfAnEmptyTopic() {
        Map<QuestionId, Instant> asked = new HashMap<>();
        BANK.questions("topic-0").forEach(question -> asked.put(question.id(), START));
        BANK.questions("topic-1").forEach(question -> asked.put(question.id(), START));
        assertThat(counts(ids(Sampler.draw(blueprint(3, 6), BANK, asked, NONE_ALIKE))))
                .isEqualTo(Map.of("topic-2", 6L));
    }

    @Test
    void aQuotaIsMetEvenWhereEveryQuestionWasAskedAlready() {
        Map<QuestionId, Instant> asked = new HashMap<>();
        List<Question> topic = BANK.questions("topic-0");
        for (int n = 0; n < topic.size(); n++) {
            asked.put(topic.get(n).id(), START.plusSeconds((n + 3) % topic.size()));
        }
        List<QuestionId> drawn = draw(5, 2, asked, new Blueprint.Quota("topic-0", 2));
        assertThat(drawn).containsExactly(topic.get(3).id(), topic.get(4).id());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void whateverIsAskedForTheDrawHasTheRightSizeNoRepeatsAndEveryQuota(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            ItemBank bank = TestBank.bank(random.nextInt(1, 9), random.nextInt(1, 9), random.nextInt(1, 9));
            List<Blueprint.Quota> quotas = bank.topics().stream()
                    .map(topic -> quota(
                            topic.id(),
                            random.nextInt(bank.questions(topic.id()).size() + 1)))
                    .toList();
            int least = quotas.stream().mapToInt(Blueprint.Quota::atLeast).sum();
            int count = Math.max(1, random.nextInt(least, bank.questions().size() + 1));
            Map<QuestionId, Instant> asked = new HashMap<>();
            bank.questions().stream()
                    .filter(question -> random.nextBoolean())
                    .forEach(question -> asked.put(question.id(), START.plusSeconds(random.nextInt(9))));
            Blueprint blueprint =
                    new Blueprint(Mode.PRACTICE, quotas, List.of(), count, new Pace.Untimed(), random.nextLong());
            List<QuestionId> drawn = ids(Sampler.draw(blueprint, bank, asked, NONE_ALIKE));
            assertThat(drawn).hasSize(count).doesNotHaveDuplicates();
            Map<String, Long> counts = counts(drawn);
            quotas.forEach(quota ->
                    assertThat(counts.getOrDefault(quota.topic(), 0L)).isGreaterThanOrEqualTo(quota.atLeast()));
        }
    }

    @Test
    void pickedQuestionsAreAskedInTheOrderPicked() {
        List<QuestionId> picked = List.of(
                new QuestionId("topic-2", "question-1"),
                new QuestionId("topic-0", "question-5"),
                new QuestionId("topic-2", "question-0"));
        Blueprint blueprint = new Blueprint(Mode.PRACTICE, List.of(), picked, 3, new Pace.Untimed(), 1);
        assertThat(ids(Sampler.draw(blueprint, BANK, NOTHING_ASKED, NONE_ALIKE)))
                .isEqualTo(picked);
    }

    // ---- honest refusals

    @Test
    void aTopicTooSmallForItsQuotaIsRefusedByNameWithTheRemedy() {
        assertThatThrownBy(() -> Sampler.draw(
                        blueprint(1, 8, quota("topic-0", 3), quota("topic-1", 1)),
                        TestBank.bank(2, 9),
                        NOTHING_ASKED,
                        NONE_ALIKE))
                .isInstanceOfSatisfying(
                        SessionException.TooFewQuestions.class,
                        refusal -> assertThat(refusal.available()).isEqualTo(2))
                .hasMessage("Topic 0 has 2 questions; 3 were asked for from it. Ask for at most 2 from it.");
        assertThatThrownBy(() -> Sampler.draw(
                        blueprint(1, 2, quota("topic-0", 1)), TestBank.bank(0, 9), NOTHING_ASKED, NONE_ALIKE))
                .hasMessage("Topic 0 has 0 questions; 1 were asked for from it. Leave that topic out.");
    }

    @Test
    void topicsTooSmallForTheSessionAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> Sampler.draw(
                        blueprint(1, 5, quota("topic-1", 0)), TestBank.bank(9, 1), NOTHING_ASKED, NONE_ALIKE))
                .isInstanceOfSatisfying(
                        SessionException.TooFewQuestions.class,
                        refusal -> assertThat(refusal.available()).isEqualTo(1))
                .hasMessage("Topic 1 has 1 question; 5 were asked for. Ask for 1, or add another topic.");
        assertThatThrownBy(() -> Sampler.draw(blueprint(1, 12), TestBank.bank(9, 2), NOTHING_ASKED, NONE_ALIKE))
                .hasMessage(
                        "The chosen topics together have 11 questions; 12 were asked for. Ask for 11, or add another"
                                + " topic.");
        assertThatThrownBy(() -> Sampler.draw(blueprint(1, 1), TestBank.bank(0), NOTHING_ASKED, NONE_ALIKE))
                .hasMessage("Topic 0 has 0 questions; 1 were asked for. Choose another topic.");
    }

    @Test
    void whatIsNotInTheBankIsRefusedByName() {
        assertThatThrownBy(() -> draw(1, 1, quota("cooking", 1)))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessage("There is no topic 'cooking' in the bank; choose one that is listed.");
        List<QuestionId> picked = List.of(new QuestionId("topic-0", "gone"));
        assertThatThrownBy(() -> Sampler.draw(
                        new Blueprint(Mode.PRACTICE, List.of(), picked, 1, new Pace.Untimed(), 1),
                        BANK,
                        NOTHING_ASKED,
                        NONE_ALIKE))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessage("There is no question topic-0/gone in the bank; choose one that is listed.");
    }

    private static Blueprint.Quota quota(String topic, int atLeast) {
        return new Blueprint.Quota(topic, atLeast);
    }

    private static Blueprint blueprint(long seed, int questions, Blueprint.Quota... quotas) {
        return new Blueprint(Mode.INTERVIEW, List.of(quotas), List.of(), questions, new Pace.Suggested(1), seed);
    }

    private static List<QuestionId> draw(long seed, int questions, Blueprint.Quota... quotas) {
        return draw(seed, questions, NOTHING_ASKED, quotas);
    }

    private static List<QuestionId> draw(
            long seed, int questions, Map<QuestionId, Instant> asked, Blueprint.Quota... quotas) {
        return ids(Sampler.draw(blueprint(seed, questions, quotas), BANK, asked, NONE_ALIKE));
    }

    private static List<QuestionId> ids(List<Question> questions) {
        return questions.stream().map(Question::id).toList();
    }

    private static Map<String, Long> counts(List<QuestionId> drawn) {
        return drawn.stream().collect(Collectors.groupingBy(QuestionId::topic, TreeMap::new, Collectors.counting()));
    }

    private static Set<QuestionId> union(List<List<QuestionId>> draws) {
        return draws.stream().flatMap(List::stream).collect(Collectors.toSet());
    }
}
