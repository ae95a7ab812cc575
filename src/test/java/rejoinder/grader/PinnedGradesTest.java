package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grade;
import rejoinder.pack.PackFolder;

/**
 * Holds the grades of a few answers to the third decimal, so that a change that should leave the grader alone does. A change that is meant to move them writes them
 * again: {@code mvn test -Dtest=PinnedGradesTest -Dpinned.write=true}.
 */
@Tag("model")
class PinnedGradesTest {
    private static final Path FOLDER = Path.of("src/test/resources/rejoinder/grader/pinned");
    private static final Path GRADES = FOLDER.resolve("grades.tsv");
    private static final int GRADE = 3;

    @Test
    void eachAnswerEarnsWhatItEarnedBefore() throws IOException {
        ItemBank bank = PackFolder.read(FOLDER).bank();
        List<String> before = Files.readAllLines(GRADES);
        List<String> now = new ArrayList<>(List.of(before.get(0)));
        for (String line : before.subList(1, before.size())) {
            String[] cells = line.split("\t", -1);
            Grade grade = SharedModel.grader()
                    .grade(
                            bank.question(new QuestionId("pinned", cells[0])).orElseThrow(),
                            cells[2].replace("\\n", "\n"));
            cells[GRADE] = summary(grade);
            now.add(String.join("\t", cells));
        }
        if (Boolean.getBoolean("pinned.write")) {
            Files.write(GRADES, now);
        }
        assertThat(now).hasSizeGreaterThan(30).isEqualTo(before);
    }

    /** Score and alignment, each finding with what it earned and where its evidence stands, each deduction, each doubt. */
    private static String summary(Grade grade) {
        List<String> parts = new ArrayList<>();
        parts.add(figure(grade.score().value()) + " raw " + figure(grade.raw()) + " reference " + grade.reference());
        grade.findings()
                .forEach(finding -> parts.add(finding.point().id() + " "
                        + finding.verdict().id() + " " + figure(finding.earned())
                        + finding.evidence().stream()
                                .map(span -> " " + span.start() + "-" + span.end())
                                .collect(Collectors.joining())));
        grade.deductions().forEach(deduction -> parts.add(deduction.name() + " " + figure(deduction.amount())));
        parts.add(grade.doubts().size() + " doubts");
        return String.join("; ", parts);
    }

    private static String figure(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text;
    }
}
