package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Rewordings.Rewording;

class RewordingsTest {
    private static final Question QUESTION = SharedBank.bank()
            .question(new QuestionId("data-structures", "tuple-vs-list"))
            .orElseThrow();
    private static final String ANSWER =
            "A list can be changed in place. A tuple cannot be changed after creation. Both keep their order, for example in a loop.";

    private static Set<String> changes(String answer) {
        return Rewordings.of(QUESTION, answer, 20).stream()
                .map(Rewording::change)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").split(" +")).stream()
                .filter(word -> !Set.of("", "and", "also", "i", "think", "so").contains(word))
                .sorted()
                .toList();
    }

    @Test
    void anAnswerOfAFewSentencesHasTwentyRewordingsAndNoTwoAlike() {
        List<Rewording> found = Rewordings.of(QUESTION, ANSWER, 20);
        assertThat(found).hasSize(20);
        assertThat(found).extracting(Rewording::answer).doesNotHaveDuplicates().doesNotContain(ANSWER);
        assertThat(changes(ANSWER)).hasSizeGreaterThan(10);
    }

    @Test
    void theSameAnswerAlwaysGetsTheSameRewordings() {
        assertThat(Rewordings.of(QUESTION, ANSWER, 20)).isEqualTo(Rewordings.of(QUESTION, ANSWER, 20));
    }

    @Test
    void orderJointsCaseAndMarksLeaveEachWord() {
        assertThat(Rewordings.of(QUESTION, ANSWER, 20))
                .filteredOn(one -> !one.change().contains("letter ")
                        && !one.change().contains("letters exchanged")
                        && !one.change().startsWith("another"))
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        one -> assertThat(words(one.answer())).as(one.change()).isEqualTo(words(ANSWER)));
    }

    @Test
    void aTypoChangesOneLongWordByOneLetterAndNeverANot() {
        String short_ = "It is not so, and it can not be so.";
        assertThat(changes(short_)).noneMatch(change -> change.contains("letter ") || change.contains("exchanged"));
        assertThat(Rewordings.of(QUESTION, ANSWER, 20))
                .filteredOn(one -> one.change().equals("a letter left out"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.answer()).hasSize(ANSWER.length() - 1));
    }

    @Test
    void codeStaysAsItIs() {
        String code = "Use it like this:\n```python\nresult = sorted(numbers)\n```";
        for (Rewording one : Rewordings.of(QUESTION, code, 20)) {
            assertThat(one.answer()).contains("```python\nresult = sorted(numbers)\n```");
        }
        String inline = "Calling `numbers.append(value)` changes it. Then `sorted` returns another list.";
        for (Rewording one : Rewordings.of(QUESTION, inline, 20)) {
            assertThat(one.answer()).contains("`numbers.append(value)`").contains("`sorted`");
        }
    }

    @Test
    void anAcceptedWordingGivesWayToAnotherOfTheSamePoint() {
        String statement = QUESTION.keyPoints().get(0).statement();
        assertThat(Rewordings.of(QUESTION, statement, 20))
                .filteredOn(one -> one.change().equals("another accepted wording"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(QUESTION.keyPoints().get(0).acceptedWordings())
                        .anySatisfy(
                                wording -> assertThat(one.answer()).contains(wording.replaceFirst("[.;!?]+$", ""))));
    }

    @Test
    void aBlankAnswerHasNone() {
        assertThat(Rewordings.of(QUESTION, "", 20)).isEmpty();
        assertThat(Rewordings.of(QUESTION, " \n ", 20)).isEmpty();
    }
}
