package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeniedTest {
    private static final List<String> STABLE = List.of("The sort is stable: equal items keep their order.");

    @Test
    void aWordingWithADenialMoreIsDenied() {
        assertThat(Denied.only("Well, the sort isn't stable: equal items keep their order.", STABLE))
                .isTrue();
        assertThat(Denied.only("No sort is stable: equal items keep their order.", STABLE))
                .isTrue();
    }

    @Test
    void aWordingWithADenialLessIsDenied() {
        assertThat(Denied.only("A tuple can be changed later.", List.of("A tuple cannot be changed later.")))
                .isTrue();
    }

    @Test
    void aWordingThatAlsoStandsAsItIsAndOtherWordsAreNot() {
        assertThat(Denied.only("The sort is stable: equal items keep their order.", STABLE))
                .isFalse();
        assertThat(Denied.only("It is not random. The sort is stable: equal items keep their order.", STABLE))
                .isFalse();
        assertThat(Denied.only(
                        "Some say the sort is not stable: equal items keep their order. But the sort is stable: equal items keep their order.",
                        STABLE))
                .isFalse();
        assertThat(Denied.only("Sorting never swaps equal items.", STABLE)).isFalse();
        assertThat(Denied.only("not stable", List.of("stable"))).isFalse();
    }
}
