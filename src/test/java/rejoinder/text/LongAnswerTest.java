package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest answers that are taken, each of a kind that a pattern could take apart in very many ways. */
class LongAnswerTest {
    private static final int LONGEST = 20_000;

    /** Processor time, so that a busy machine does not count; a pattern that tries every division takes a hundred times as long. */
    private static final double MOST_SECONDS = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`",
                "~",
                "` ",
                "`\n",
                "```\n",
                " ",
                "\n",
                "#",
                "\"",
                "'''a",
                "(\n",
                "f(a,\n",
                "( for in",
                "O(()",
                "1.",
                "1,",
                "111,",
                "()",
                "1\n",
                "_",
                "aB",
                "a-",
                "not ",
                "...\n",
                ">>> f(x)\n",
                "x = [1]  # one\n",
                "def f(x): return f(x)\n",
                "A list is mutable and a tuple is not. "
            })
    void theCostOfAnAnswerGrowsWithItsLengthAndNoFaster(String piece) {
        for (String start : List.of("", "a", "O(")) {
            String answer = start + piece.repeat(LONGEST / piece.length() - 1) + "'";
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Sentences.of(answer);
            Quantities.of(answer);
            TaggedWords.of(answer);
            Optional<SpelledOut> code = SpelledOut.of(answer);
            code.ifPresent(LongAnswerTest::lookUpEverything);
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            assertThat(seconds).isLessThan(MOST_SECONDS);
        }
    }

    private static void lookUpEverything(SpelledOut code) {
        for (int place = 0; place < code.text().length(); place++) {
            code.code(new Span(place, place + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = f(1)  # a 'b' comment",
                "x = f(1)  # one's own",
                "x = f('a # b')",
                "x = f(1,   # first\n      2)   # second",
                "x = f(1)  ## twice # marked",
                "x = f(\"#\", '#')  #",
                "# a comment alone\nx = f(1)",
                "x = f('#')"
            })
    void commentsAreLeftOutAsBefore(String line) {
        String asBefore = line.replaceAll("\\s*#(?![^\"'\\n]*[\"'][^\"'\\n]*$)[^\\n]*", "");
        assertThat(CodeLines.withoutComments(line)).isEqualTo(asBefore);
    }
}
