package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Code reads as code wherever it stands, and the sentences around it stay sentences. */
@ExtendWith(OnStage.class)
@Tag("model")
class CodeTest {
    private static final String QUESTION = "code/what-does-it-print";
    private static final String PACK = """
            ---
            topic: code
            title: Code
            order: 1
            summary: Code to read.
            ---

            ## What does this print?

            ```yaml
            id: what-does-it-print
            difficulty: junior
            minutes: 2
            tags: [loops]
            ```

            ```python
            for asked in range(3):
                print(asked)
            ```

            ### Reference answer: full

            The loop prints 0, 1 and 2, since a range stops before its end.

            ```python
            while told < 3:
                told += 1
            ```

            ### Key points

            - stops (1): A range stops before its end.

            ### Sources

            - [range](https://docs.python.org/3/library/stdtypes.html#range)
            """;
    private static final String ANSWER = """
            It counts from zero and stops before three, so that three lines are printed, which is what one sees at once by writing it out:

            ```python
            if answered:
                return "0 1 2"
            ```
            """;

    /** The words that are coloured as keywords within an element. */
    private static final String KEYWORDS = """
            (element) => [...(CSS.highlights.get('code-keyword') ?? [])]
              .filter((range) => element.contains(range.startContainer))
              .map(String)
              .sort()""";

    private static final String KEYWORDS_ARE = "([element, wanted]) => (" + KEYWORDS + ")(element).join() === wanted";
    private static final String FACE = "(element) => getComputedStyle(element).fontFamily.includes('monospace')";

    @TempDir
    private Path folder;

    @Test
    void codeIsColouredInTheQuestionTheAnswerAndTheReferenceAndSentencesKeepTheirFace(Stage stage)
            throws IOException, InterruptedException {
        Path bank = Files.createDirectories(folder.resolve("bank"));
        Files.writeString(bank.resolve("code.md"), PACK);
        Program program = stage.start(folder.resolve("data"), "--content", bank.toString());
        program.awaitGrader();
        Interview interview = Interview.of(program, List.of(QUESTION), Interview.UNTIMED);
        Page page = stage.visit(program).go(interview.path());
        coloured(page, ".question-context", "for,in,print,range");
        Seen.box(page).fill(ANSWER);
        assertThat(page.evaluate(FACE, Seen.box(page).elementHandle())).isEqualTo(false);
        Seen.awaitSaved(page);
        interview.submit().graded();

        page.navigate(program.url() + interview.path() + "/questions/1");
        coloured(page, ".context", "for,in,print,range");
        coloured(page, ".answer-text", "if,return");
        coloured(page, ".reference-text", "while");
        for (String text : List.of(".answer-text", ".reference-text")) {
            assertThat(page.locator(text + " p").first().evaluate(FACE))
                    .as(text)
                    .isEqualTo(false);
            assertThat(page.locator(text + " pre").first().evaluate(FACE))
                    .as(text)
                    .isEqualTo(true);
        }
    }

    private static void coloured(Page page, String where, String keywords) {
        Locator block = page.locator(where).first();
        assertThat(block).isVisible();
        page.waitForFunction(KEYWORDS_ARE, List.of(block.elementHandle(), keywords));
        assertThat(block.evaluate(KEYWORDS)).isEqualTo(List.of(keywords.split(",")));
    }
}
