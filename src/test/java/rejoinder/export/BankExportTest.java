package rejoinder.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.intake.Intake;
import rejoinder.pack.ImportedQuestion;

/** Questions go out in forms that other programs read, and that this one reads again. */
class BankExportTest {
    private static final String ANSWER = "It maps {keys} to values: a = 1 ~ b.\n\n- Fast.\n- \"Quoted\".";

    @TempDir
    private Path folder;

    private static ItemBank bank() {
        Question hard = question("dictionary", "What does a `dict` do = really?", ANSWER);
        Question formula = question("formula", "=HYPERLINK(\"http://example.org\")", "-1");
        return new ItemBank(List.of(new Topic("maps", "Maps / dictionaries", 1, "")), List.of(hard, formula));
    }

    private static Question question(String slug, String prompt, String answer) {
        return new Question(
                new QuestionId("maps", slug),
                prompt,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of("two words"),
                List.of(new ReferenceAnswer("", answer)),
                List.of(new KeyPoint("maps", 1, "It maps keys to values.", List.of())),
                List.of(),
                "",
                List.of(),
                false);
    }

    private static String text(BankExport.Form form) {
        return new String(BankExport.of(form, bank(), Map.of()), StandardCharsets.UTF_8);
    }

    private List<ImportedQuestion> again(BankExport.Form form) throws IOException {
        Path file = Files.writeString(folder.resolve(form.file()), text(form));
        return new Intake().read(List.of(file)).get(0).questions();
    }

    @Test
    void aSpreadsheetTakesNoCellForAFormula() {
        assertThat(text(BankExport.Form.CSV))
                .contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"")
                .contains("\"'-1\"")
                .doesNotContain("\"=HYPERLINK");
    }

    @Test
    void giftIsReadAgainWithItsSigns() throws IOException {
        List<ImportedQuestion> questions = again(BankExport.Form.GIFT);
        assertThat(questions).hasSize(2);
        assertThat(questions.get(0).prompt()).isEqualTo("What does a `dict` do = really?");
        assertThat(questions.get(0).answer()).contains("It maps {keys} to values: a = 1 ~ b.");
    }

    @Test
    void ankiNotesAreReadAgain() throws IOException {
        List<ImportedQuestion> questions = again(BankExport.Form.ANKI);
        assertThat(questions).hasSize(2);
        assertThat(questions.get(0).answer()).contains("maps {keys} to values").contains("\"Quoted\"");
    }

    @Test
    void csvIsReadAgain() throws IOException {
        assertThat(again(BankExport.Form.CSV).get(0).answer()).contains("It maps {keys} to values");
    }

    @Test
    void packsGoOutAsTheyAre() {
        byte[] zip = BankExport.of(BankExport.Form.MARKDOWN, bank(), Map.of("01-maps.md", "the text"));
        assertThat(zip).isEqualTo(BankExport.of(BankExport.Form.MARKDOWN, bank(), Map.of("01-maps.md", "the text")));
        assertThat(new String(zip, StandardCharsets.ISO_8859_1)).contains("01-maps.md");
    }
}
