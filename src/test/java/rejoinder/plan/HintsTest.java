package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;

class HintsTest {
    @Test
    void theFirstHintGivesAWordOfEachPointAndTheSecondTellsTheHeaviestPoint() {
        Question question = Banks.question(
                "objects/copies",
                Banks.point("light", "A shallow copy shares nested objects."),
                new KeyPoint("heavy", 3, "A deep copy recursively clones everything.", List.of()));
        List<Hints.Hint> hints = new Hints(Banks.of(question)).of(question);

        assertThat(hints).hasSize(2);
        assertThat(hints.get(0).point()).isEmpty();
        assertThat(hints.get(0).text()).startsWith("Think of: ").hasSizeLessThan(60);
        assertThat(hints.get(0).offer()).isEqualTo("A hint with words of a good answer costs 10 of 100.");
        assertThat(hints.get(1).point()).isEqualTo(Optional.of("heavy"));
        assertThat(hints.get(1).text()).isEqualTo("A deep copy recursively clones everything.");
        assertThat(hints.get(1).offer()).isEqualTo("A key point given in full costs the 75 of 100 that it could earn.");
    }

    @Test
    void everyShippedQuestionHasHintsAndNoFirstHintTellsAWholePoint() {
        ItemBank bank = SharedBank.bank();
        Hints hints = new Hints(bank);
        for (Question question : bank.questions()) {
            List<Hints.Hint> own = hints.of(question);
            assertThat(own).as(question.id().toString()).hasSize(question.selfGraded() ? 0 : 2);
            if (!own.isEmpty()) {
                String told = own.get(0).text().toLowerCase(Locale.ROOT);
                assertThat(question.keyPoints())
                        .noneMatch(point -> told.contains(point.statement().toLowerCase(Locale.ROOT)));
            }
        }
    }

    @Test
    void aQuestionOfOnePointTellsNoPoint() {
        Question question = Banks.question("objects/one", Banks.point("only", "Everything is an object."));

        assertThat(new Hints(Banks.of(question)).of(question)).hasSize(1);
    }
}
