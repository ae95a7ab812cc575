package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {
    private static final String QUESTION = "What is the difference between a stack and a queue?";
    private static final String EXPECTED =
            "A stack removes the newest item first, while a queue removes the oldest item first. A stack does not need two pointers. "
                    + "Both keep items in a mutable buffer.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A queue removes the newest item first, while a stack removes the oldest item first.",
                "A stack does not remove the newest item first.",
                "A stack needs two pointers.",
                "Both keep items in an immutable buffer."
            })
    void aStatementTurnedRoundIsFound(String answer) {
        assertThat(new Contradictions(QUESTION, answer).with(EXPECTED).share()).isGreaterThan(0.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A stack removes the newest item first, while a queue removes the oldest item first.",
                "A queue removes the oldest item first.",
                "Both keep items in a mutable buffer, and a stack does not need two pointers.",
                "Both keep items in a buffer that is not immutable.",
                "Last in, first out is a stack; it never gives you the oldest one.",
                "no idea"
            })
    void aTrueStatementIsLeftAlone(String answer) {
        assertThat(new Contradictions(QUESTION, answer).with(EXPECTED).flips()).isEmpty();
    }

    @Test
    void whatDeniesOneWordAndWhatSaysItsOppositeAgree() {
        assertThat(new Contradictions(
                                "What is a condition variable?", "A waiting thread will release the lock of the queue.")
                        .with("A waiting thread does not hold the lock of the queue.")
                        .flips())
                .isEmpty();
    }

    @Test
    void aDenialOfTheQuestionsOwnWordsDeniesNoStatementAboutThem() {
        assertThat(new Contradictions("What is a ring buffer?", "A ring buffer does not have a last slot.")
                        .with("The last slot of a ring buffer leads to the first.")
                        .flips())
                .isEmpty();
    }

    @Test
    void turnedRoundTwiceIsTheRightWayRound() {
        assertThat(new Contradictions(QUESTION, "A queue does not remove the newest item first.")
                        .with(EXPECTED)
                        .flips())
                .isEmpty();
    }

    @Test
    void theClauseIsQuotedWithItsPlace() {
        String answer = "Well. A stack needs two pointers. Yes.";
        var flip = new Contradictions(QUESTION, answer).with(EXPECTED).flips().get(0);
        assertThat(flip.span().of(answer)).isEqualTo("A stack needs two pointers");
        assertThat(flip.against()).isEqualTo("A stack does not need two pointers");
    }

    @Test
    void anOperatorThatIsAWordOfGrammarElsewhereCanChangePlaces() {
        String question = "What is the difference between == and is?";
        String expected = "The == operator compares the values of two objects, while the is operator checks identity.";
        String swapped = "The is operator compares the values of two objects, while the == operator checks identity.";
        assertThat(new Contradictions(question, swapped).with(expected).share()).isGreaterThan(0.4);
        assertThat(new Contradictions(question, expected).with(expected).flips())
                .isEmpty();
    }
}
