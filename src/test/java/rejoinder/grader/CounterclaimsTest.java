package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CounterclaimsTest {
    private final Counterclaims counterclaims = new Counterclaims(List.of(
            new WordSides.Said("inner", "After a shallow copy the inner lists are shared.", true),
            new WordSides.Said("inner", "After a deep copy the inner lists are shared.", false),
            new WordSides.Said("memory", "Threads share the memory of their process.", true),
            new WordSides.Said("memory", "A process shares the memory of its threads.", false)));

    @Test
    void theWordsInWhichTrueAndFalseStatementsDifferAreExchanged() {
        assertThat(counterclaims.of("with a shallow copy you still share what is inside"))
                .isEqualTo("with a deep copy you still share what is inside");
        assertThat(counterclaims.of("a deep copy is slower than a shallow copy"))
                .isEqualTo("a shallow copy is slower than a deep copy");
    }

    @Test
    void otherwiseACommonOppositeStandsForAWord() {
        assertThat(counterclaims.of("It runs before the test.")).isEqualTo("It runs after the test.");
    }

    @Test
    void otherwiseANegationIsTakenAwayOrAdded() {
        assertThat(counterclaims.of("It isn't a list. It is a view.")).isEqualTo("It is a list. It is not a view.");
        assertThat(counterclaims.of("It never blocks")).isEqualTo("It always blocks");
    }

    @Test
    void aSentenceWithoutACounterclaimStaysAsItIs() {
        assertThat(counterclaims.of("print(total)")).isEqualTo("print(total)");
        assertThat(counterclaims.of("")).isEmpty();
    }

    @Test
    void whatWasReadBeforeChangesNothing() {
        String answer = "It was acquired earlier, and the cheap one comes later.";
        String first = counterclaims.of(answer);
        counterclaims.of("Earlier ones are expensive. They were released late and acquired early.");
        assertThat(counterclaims.of(answer)).isEqualTo(first);
    }
}
