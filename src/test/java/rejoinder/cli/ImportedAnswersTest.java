package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.grade.Grader;
import rejoinder.intake.ImportWriter;
import rejoinder.intake.Intake;
import rejoinder.pack.PackFolder;

/**
 * Ten answers each to imported questions, graded as they are after the import, with nothing mended by hand: ten questions about computing, whose figures were seen while
 * rules were tuned, and six about other things, whose figures were not.
 */
@Tag("model")
class ImportedAnswersTest {
    @TempDir
    private Path folder;

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ImportedAnswersTest.class.getResource("imported/" + name))
                .toURI());
    }

    /** The questions as the packs hold them that the import writes, by their prompts. */
    private Map<String, Question> imported(List<String> banks) throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>();
        for (String bank : banks) {
            files.add(file(bank));
        }
        ImportWriter.write(new Intake().read(files), folder.resolve("packs"));
        Map<String, Question> questions = new HashMap<>();
        PackFolder.read(folder.resolve("packs"))
                .bank()
                .questions()
                .forEach(question -> questions.put(question.prompt(), question));
        return questions;
    }

    private record Marked(String question, String kind, double score) {}

    private static double above(List<Marked> marked, String better, String worse) {
        int pairs = 0;
        int right = 0;
        for (Marked good : marked) {
            for (Marked bad : marked) {
                if (good.kind.equals(better) && bad.kind.equals(worse) && good.question.equals(bad.question)) {
                    pairs++;
                    right += good.score > bad.score ? 1 : 0;
                }
            }
        }
        return (double) right / pairs;
    }

    private List<Marked> marked(String answers, String... banks) throws IOException, URISyntaxException {
        Map<String, Question> questions = imported(List.of(banks));
        Grader grader = Wiring.grader(Wiring.embedder(folder.resolve("data")));
        List<Marked> marked = new ArrayList<>();
        for (String line : Files.readAllLines(file(answers)).stream().skip(1).toList()) {
            String[] cells = line.split("\t", -1);
            Question question = Objects.requireNonNull(questions.get(cells[0]), cells[0]);
            marked.add(new Marked(
                    cells[0], cells[1], grader.grade(question, cells[2]).score().value()));
        }
        System.getLogger("imported answers")
                .log(
                        System.Logger.Level.INFO,
                        String.format(
                                Locale.ROOT,
                                "%s: right above wrong %.2f, partly right above wrong %.2f, right above the opposite in the same words %.2f",
                                answers,
                                above(marked, "right", "wrong"),
                                above(marked, "partly", "wrong"),
                                above(marked, "right", "opposite")));
        return marked;
    }

    @Test
    void rightAnswersStandAboveWrongAndOppositeOnesAndSmallTalkEarnsNextToNothing()
            throws IOException, URISyntaxException {
        List<Marked> marked = marked("answers.tsv", "threads.md", "network.csv", "databases.md");
        assertThat(marked).hasSize(100);
        assertThat(above(marked, "right", "wrong")).isGreaterThanOrEqualTo(0.9);
        assertThat(above(marked, "partly", "wrong")).isGreaterThanOrEqualTo(0.9);
        assertThat(above(marked, "right", "opposite")).isGreaterThanOrEqualTo(0.85);
        assertThat(marked)
                .filteredOn(one -> one.kind.equals("talk"))
                .allMatch(one -> one.score <= 0.1, "earns at most 10 %");
    }

    @Test
    void soTheyDoOnOtherSubjects() throws IOException, URISyntaxException {
        List<Marked> marked = marked("more-answers.tsv", "kitchen.md", "law.csv", "body.md");
        assertThat(marked).hasSize(60);
        assertThat(above(marked, "right", "wrong")).isGreaterThanOrEqualTo(0.9);
        assertThat(above(marked, "right", "opposite")).isGreaterThanOrEqualTo(0.55);
        assertThat(marked)
                .filteredOn(one -> one.kind.equals("talk"))
                .allMatch(one -> one.score <= 0.1, "earns at most 10 %");
    }
}
