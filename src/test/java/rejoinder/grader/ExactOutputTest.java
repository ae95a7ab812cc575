package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.grade.Verdict;

class ExactOutputTest {
    private static final List<String> TWO_LINES = List.of("7.0", "2");

    private static Verdict verdict(String answer) {
        return ExactOutput.in(answer, TWO_LINES).verdict();
    }

    @Test
    void theOutputInItsOrderMakesThePoint() {
        assertThat(verdict("It prints 7.0 and then 2.")).isEqualTo(Verdict.MADE);
        assertThat(verdict("`7.0`, `2`")).isEqualTo(Verdict.MADE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It prints 7 and then 3.",
                "It prints 2 and then 7.0.",
                "The output is `[1, 2]`.",
                "```\n5\n2\n```",
                "The first line printed is 6."
            })
    void anotherOutputContradictsThePoint(String answer) {
        assertThat(verdict(answer)).isEqualTo(Verdict.CONTRADICTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "After `seek(0)` the text is written at the end.",
                "`sub(other, fill_value=0)` counts a missing label as zero.",
                "With `Track.made += 1` the two classes would share a counter.",
                "It prints a float, as `round(2.5)` would show.",
                "```python\nprint(left[0])\n```"
            })
    void codeWithAnArgumentIsNoOutput(String answer) {
        assertThat(verdict(answer)).isEqualTo(Verdict.NOT_SAID);
    }

    @Test
    void aPartOfTheOutputIsNotAnotherOutput() {
        assertThat(verdict("The first line printed is 7.0.")).isEqualTo(Verdict.NOT_SAID);
        assertThat(verdict("At the end it prints 2.")).isEqualTo(Verdict.NOT_SAID);
    }
}
