package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.Difficulty;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Grade;
import rejoinder.grade.Verdict;

/** Marks that a candidate would argue with, and rightly. */
@Tag("model")
class TrustedMarksTest {
    private static final int EACH = 30;

    private static Question shipped(String topic, String slug) {
        return SharedBank.bank().question(new QuestionId(topic, slug)).orElseThrow();
    }

    private static Grade grade(Question question, String answer) {
        return SharedModel.grader().grade(question, answer);
    }

    private static boolean accused(Grade grade) {
        return grade.findings().stream().anyMatch(finding -> finding.is(Verdict.CONTRADICTED));
    }

    @Test
    void whatIsTrueOfListsAndOfTuplesContradictsNothingAndCounts() {
        Grade grade = grade(
                shipped("data-structures", "tuple-vs-list"),
                "Lists can be changed in place. Tuples cannot be changed after creation.");
        assertThat(accused(grade)).isFalse();
        assertThat(grade.score().value()).isGreaterThan(0.4);
    }

    @Test
    void anAnswerThatTheCandidateCountsAsCorrectEarnsFullMarksWhenItComesAgain() {
        Question asked = shipped("data-structures", "tuple-vs-list");
        String answer = "Hard to say. One of them is frozen, I think!";
        assertThat(grade(asked, answer).score().value()).isLessThan(1);

        Question kept = asked.with(
                Stream.concat(
                                asked.referenceAnswers().stream(),
                                Stream.of(new ReferenceAnswer(ReferenceAnswer.YOURS, answer)))
                        .toList(),
                asked.keyPoints());
        assertThat(grade(kept, "hard to say. One of them is frozen, I think")
                        .score()
                        .value())
                .isEqualTo(1);
        assertThat(grade(kept, "Hard to say.").score().value()).isLessThan(1);
    }

    @Test
    void aClaimStandsAboveItsOpposite() {
        Question sets = shipped("data-structures", "sets-vs-sequences");
        assertThat(grade(sets, "a list keeps duplicates and a set drops them")
                        .score()
                        .value())
                .isGreaterThan(grade(sets, "a set keeps duplicates and a list drops them")
                                .score()
                                .value()
                        + 0.02);
    }

    @Test
    void aSentenceThatSharesNoWordWithAnythingFalseIsNeverAccused() {
        questions()
                .forEach(question -> assertThat(accused(grade(question, "It is said once more, in one line.")))
                        .as(question.id().toString())
                        .isFalse());
    }

    @Test
    void whereNobodyWroteWhatIsFalseNobodyIsAccused() {
        Question sets = shipped("data-structures", "sets-vs-sequences");
        Question bare = sets.withStatements(List.of()).withMisconceptions(List.of());
        for (KeyPoint point : bare.keyPoints()) {
            assertThat(bare.saysWhatIsFalseOf(point)).isFalse();
            String denied = point.statement().replaceFirst("\\b(is|are|has|have|can|does)\\b", "$1 not");
            assertThat(accused(grade(bare, denied))).as(denied).isFalse();
        }
    }

    @Test
    void whereNobodyWroteWhatIsFalseAClaimStillStandsAboveItsOpposite() {
        Question copies = question("What does a shallow copy share?", "A shallow copy shares the inner objects.");
        assertThat(grade(copies, "the inner objects are shared by a shallow copy")
                        .score()
                        .value())
                .isGreaterThan(grade(copies, "the inner objects are not shared by a shallow copy")
                        .score()
                        .value());
    }

    @Test
    void aNumberOrUnitThatDiffersContradictsThePoint() {
        Question rope = question("How long is the rope?", "The rope is 25 cm long.");
        Question tree = question("How long does a lookup in a balanced tree take?", "A lookup takes O(log n) time.");
        assertThat(accused(grade(rope, "The rope is 52 cm long."))).isTrue();
        assertThat(accused(grade(rope, "The rope is 25 cm long."))).isFalse();
        assertThat(accused(grade(tree, "A lookup takes O(n log n) time."))).isTrue();
        assertThat(accused(grade(tree, "A lookup takes O(log n) time."))).isFalse();
    }

    @Test
    void aNumberThatIsRightOfSomethingElseInTheQuestionContradictsNothing() {
        Question sets = shipped("data-structures", "sets-vs-sequences");
        for (String right : List.of(
                "fast `in` (hash, O(1)), no dups, set algebra. lose order, index, duplicates; items must be hashable",
                "Membership test on a set is on average constant time since it's hashed, whereas a list must be scanned.")) {
            assertThat(accused(grade(sets, right))).as(right).isFalse();
        }
    }

    @Test
    void aRowOfTermsEarnsTheSameWithCommasAndWithout() {
        Question sets = shipped("data-structures", "sets-vs-sequences");
        double with = grade(sets, "hash, set, list, tuple, elements, membership, union, index, order, scan")
                .score()
                .value();
        double without = grade(sets, "hash set list tuple elements membership union index order scan")
                .score()
                .value();
        assertThat(with).isLessThanOrEqualTo(0.4);
        assertThat(without).isLessThanOrEqualTo(0.4);
    }

    @Test
    void terseNotesCount() {
        assertThat(grade(shipped("file-handling", "csv-read"), "values all str").findings().stream()
                        .filter(finding -> finding.point().id().equals("strings-only"))
                        .toList())
                .singleElement()
                .matches(finding -> finding.is(Verdict.MADE) || finding.is(Verdict.UNCLEAR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello, thanks for having me, I am happy to be here today.",
                "That is a very interesting question and I would love to talk about it for hours.",
                "It depends on the situation, there are many ways and each has its pros and cons."
            })
    void smallTalkEarnsTenAtMost(String talk) {
        questions()
                .forEach(question -> assertThat(grade(question, talk).score().percent())
                        .as(question.id() + ": " + talk)
                        .isLessThanOrEqualTo(10));
    }

    static Stream<Question> questions() {
        List<Question> all = SharedBank.bank().questions();
        return IntStream.range(0, all.size())
                .filter(number -> number % EACH == 7)
                .mapToObj(all::get)
                .filter(question ->
                        !question.selfGraded() && question.corePoints().size() > 1);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void twoPointsOfAQuestionJoinedAreTrueWhateverJoinsThem(Question question) {
        List<KeyPoint> points = question.corePoints();
        for (int i = 0; i + 1 < points.size(); i++) {
            String one = points.get(i).statement().replaceAll("\\.$", "");
            String other = points.get(i + 1).statement();
            for (String joiner : List.of(". ", ", while ", ", but ", ", ")) {
                assertThat(accused(grade(question, one + joiner + other)))
                        .as(one + joiner + other)
                        .isFalse();
            }
        }
    }

    private static Question question(String prompt, String statement) {
        return new Question(
                new QuestionId("t", "q"),
                prompt,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of(),
                List.of(new ReferenceAnswer("", statement)),
                List.of(new KeyPoint("only", 1, statement, List.of())),
                List.of(),
                "",
                List.of(),
                false);
    }
}
