package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/** Old ids of questions that were merged. */
class MergedQuestionsTest {
    private static final QuestionId GONE = new QuestionId("object-oriented-programming", "staticmethod-purpose");
    private static final QuestionId STAYS = new QuestionId("object-oriented-programming", "static-vs-class-method");

    private final ItemBank bank = SharedBank.bank();

    @Test
    void anOldIdFindsTheQuestionThatStays() {
        assertThat(MergedQuestions.find(bank, GONE))
                .isEqualTo(bank.question(STAYS))
                .isPresent();
    }

    @Test
    void anyOtherIdFindsItsOwnQuestionOrNone() {
        assertThat(MergedQuestions.find(bank, STAYS)).isEqualTo(bank.question(STAYS));
        assertThat(MergedQuestions.find(bank, new QuestionId("nowhere", "nothing")))
                .isEmpty();
    }
}
