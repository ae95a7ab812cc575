package rejoinder.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.intake.Intake;
import rejoinder.pack.ImportedQuestion;

/** Links two documents of four subjects with the real model and holds the result to links made by hand. */
@Tag("model")
class LinkerModelTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/rejoinder/link");

    @Test
    void linksAreAlmostAlwaysRightAndMostAnswersAreFound() throws IOException {
        Map<String, String> gold = new HashMap<>();
        for (String line : Files.readAllLines(DOCUMENTS.resolve("gold.tsv"))) {
            if (!line.startsWith("#")) {
                int tab = line.indexOf('\t');
                gold.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        List<ImportedQuestion> outline = new Intake()
                .read(List.of(DOCUMENTS.resolve("outline.md")))
                .get(0)
                .questions();
        List<ImportedQuestion> answers = new Intake()
                .read(List.of(DOCUMENTS.resolve("answers.md")))
                .get(0)
                .questions();
        assertThat(gold.keySet())
                .containsAll(outline.stream().map(ImportedQuestion::prompt).toList());

        int right = 0;
        StringBuilder wrong = new StringBuilder();
        int wrongLinks = 0;
        for (Link link : Linkers.of(SharedModel.embedder()).link(outline, answers)) {
            if (link.match().isEmpty()) {
                continue;
            }
            if (gold.getOrDefault(link.question(), "none").equals(link.matchQuestion())) {
                right++;
            } else {
                wrongLinks++;
                wrong.append('\n').append(link);
            }
        }
        long answered =
                gold.values().stream().filter(entry -> !entry.equals("none")).count();
        assertThat((double) right / (right + wrongLinks))
                .as("precision%s", wrong)
                .isGreaterThanOrEqualTo(0.95);
        assertThat((double) right / answered).as("recall").isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void pairsThatOnlyLookAlikeAreKeptApart() throws IOException {
        List<String> wrong = new ArrayList<>();
        int answered = 0;
        int linked = 0;
        Linker linker = Linkers.of(SharedModel.embedder());
        for (String line : Files.readAllLines(DOCUMENTS.resolve("pairs.tsv"))) {
            if (line.startsWith("#")) {
                continue;
            }
            List<String> cells = Pattern.compile("\t").splitAsStream(line).toList();
            boolean match = linker.link(
                            List.of(new ImportedQuestion("", cells.get(0), "", 1)),
                            List.of(new ImportedQuestion("", cells.get(1), cells.get(2), 1)))
                    .get(0)
                    .match()
                    .isPresent();
            boolean right = cells.get(3).equals("+");
            answered += right ? 1 : 0;
            linked += match && right ? 1 : 0;
            if (match && !right) {
                wrong.add(line);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat((double) linked / answered).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void theSameDocumentsGiveTheSameLinksEveryTime() {
        List<ImportedQuestion> outline = new Intake()
                .read(List.of(DOCUMENTS.resolve("outline.md")))
                .get(0)
                .questions();
        List<ImportedQuestion> answers = new Intake()
                .read(List.of(DOCUMENTS.resolve("answers.md")))
                .get(0)
                .questions();
        Linker linker = Linkers.of(SharedModel.embedder());
        assertThat(linker.link(outline, answers)).isEqualTo(linker.link(outline, answers));
    }
}
