package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TurnedWordingTest {
    private static final List<String> STABLE = List.of("The sort is stable: equal items keep their order.");

    @Test
    void aWordingWithADenialMoreIsDenied() {
        assertThat(TurnedWording.only("Well, the sort isn't stable: equal items keep their order.", STABLE))
                .isTrue();
        assertThat(TurnedWording.only("No sort is stable: equal items keep their order.", STABLE))
                .isTrue();
    }

    @Test
    void aWordingWithADenialLessIsDenied() {
        assertThat(TurnedWording.only("A tuple can be changed later.", List.of("A tuple cannot be changed later.")))
                .isTrue();
    }

    @Test
    void aWordingThatAlsoStandsAsItIsAndOtherWordsAreNot() {
        assertThat(TurnedWording.only("The sort is stable: equal items keep their order.", STABLE))
                .isFalse();
        assertThat(TurnedWording.only("It is not random. The sort is stable: equal items keep their order.", STABLE))
                .isFalse();
        assertThat(TurnedWording.only(
                        "Some say the sort is not stable: equal items keep their order. But the sort is stable: equal items keep their order.",
                        STABLE))
                .isFalse();
        assertThat(TurnedWording.only("Sorting never swaps equal items.", STABLE))
                .isFalse();
        assertThat(TurnedWording.only("not stable", List.of("stable"))).isFalse();
    }

    @Test
    void aWordingWithTwoPartsExchangedIsTurned() {
        List<String> calls = List.of("`next()` calls `__next__` on the iterator.");
        assertThat(TurnedWording.only("`__next__` calls `next()` on the iterator.", calls))
                .isTrue();
        assertThat(TurnedWording.only("I know that the iterator calls `__next__` on `next()`.", calls))
                .isTrue();
        assertThat(TurnedWording.only("The `__next__` is called on the iterator by `next()`.", calls))
                .isFalse();
    }

    @Test
    void listsAndComparisonsThatHoldBothWaysMayBeExchanged() {
        assertThat(TurnedWording.only(
                        "Tuples, ranges and lists keep their order.",
                        List.of("Lists, ranges and tuples keep their order.")))
                .isFalse();
        assertThat(TurnedWording.only("`b` is the same object as `a`.", List.of("`a` is the same object as `b`.")))
                .isFalse();
    }
}
