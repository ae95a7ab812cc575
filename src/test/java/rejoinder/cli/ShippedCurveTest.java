package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import rejoinder.grader.Calibration;

/** The curve that comes along is what its own command prints. */
@Tag("model")
class ShippedCurveTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rejoinder/grader/calibration.txt");

    /** What likeness cannot see takes no part, because the curve is not there for it: whether a claim is true, and whose words an answer uses. */
    private static final String ANSWERS =
            "src/test/resources/rejoinder/grade/graded-answers.tsv#half=dev,class!=swapped,class!=negated,class!=mixed,class!=wrong,class!=echo";

    @Test
    void calibratePrintsTheShippedCurveToTheByte() throws IOException {
        String name = Calibration.shipped().version();
        StringWriter printed = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(printed));
        line.setErr(new PrintWriter(new StringWriter()));
        assertThat(line.execute("calibrate", ANSWERS, "--name", name, "--data", "target/test-data"))
                .isZero();
        assertThat(printed.toString())
                .as(
                        "what the command in the head of " + SHIPPED
                                + " prints; where the grader was changed on purpose, write it there with --out and another --name")
                .isEqualTo(Files.readString(SHIPPED));
    }
}
