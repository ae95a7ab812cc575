package rejoinder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.export.GradeJson;
import rejoinder.export.PointsText;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Marking;
import rejoinder.grade.Stability;

/** Grades one answer. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Grades one answer to one question of the bank and shows how the score was calculated.")
final class GradeCommand implements Callable<Integer> {
    /** Bytes of an answer that are read; as many characters as the server takes fit into it in any script. */
    private static final int MOST_BYTES = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Option(names = "--question", required = true, paramLabel = "ID", description = "The question, as topic/id.")
    private String question = "";

    @Option(
            names = "--answer",
            paramLabel = "FILE",
            description =
                    "File that holds the answer; - for standard input, which is also what is read without this option.")
    private String answer = "-";

    @Option(
            names = "--stability",
            description =
                    "Grade 20 mechanical rewordings of the answer too (order, joints, case, short forms, typos) and print what each earns and the range.")
    private boolean stability;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private ContentOption content = new ContentOption();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Question asked = QuestionId.parse(question)
                .flatMap(content.packs(data.path()).bank()::question)
                .orElseThrow(() -> new Failure(
                        "There is no question '" + question + "' in the bank; write it as topic/id, as the packs do."));
        if (asked.referenceAnswers().isEmpty()) {
            throw new Failure("Question " + asked.id() + " has no reference answer; you grade it yourself.");
        }
        String text = answer();
        Grader grader = Wiring.grader(Wiring.embedder(data.path()));
        PrintWriter out = spec.commandLine().getOut();
        if (stability) {
            Stability found = Stability.of(grader, asked, text);
            if (json) {
                out.println(Json.pretty(StabilityReport.of(found)));
            } else {
                print(out, found.grade(), text);
                print(out, found);
            }
            return Main.OK;
        }
        Grade grade = grader.grade(asked, text);
        if (json) {
            out.println(Json.pretty(GradeJson.of(grade)));
        } else {
            print(out, grade, text);
        }
        return Main.OK;
    }

    private static void print(PrintWriter out, Grade grade, String answer) {
        Marking marking = Marking.of(grade);
        PointsText.of(answer, marking, (verdict, word) -> word).forEach(out::println);
        out.println(PointsText.sum(marking));
        grade.doubts().forEach(doubt -> out.println("Not sure: " + doubt));
    }

    /** With {@code --stability --json}. */
    private record StabilityReport(GradeJson grade, int lowest, int highest, List<RewordingReport> rewordings) {
        static StabilityReport of(Stability found) {
            return new StabilityReport(
                    GradeJson.of(found.grade()),
                    found.lowest(),
                    found.highest(),
                    found.reworded().stream()
                            .map(one -> new RewordingReport(
                                    one.rewording().change(),
                                    one.rewording().answer(),
                                    one.score().percent()))
                            .toList());
        }
    }

    private record RewordingReport(String change, String answer, int score) {}

    private static void print(PrintWriter out, Stability found) {
        out.println();
        int typed = found.grade().score().percent();
        for (Stability.Reworded one : found.reworded()) {
            int score = one.score().percent();
            out.printf(
                    "  %3d %-6s %s%n",
                    score,
                    score == typed ? "" : String.format("(%+d)", score - typed),
                    one.rewording().change());
        }
        out.println(
                found.reworded().isEmpty()
                        ? "  There is nothing to reword in this answer."
                        : found.lowest() == found.highest()
                                ? "  The score is the same in all "
                                        + found.reworded().size() + " rewordings."
                                : "  In " + found.reworded().size() + " rewordings the score lies between "
                                        + found.lowest() + " and " + found.highest() + ".");
    }

    private String answer() throws IOException {
        byte[] bytes;
        if ("-".equals(answer)) {
            InputStream in = System.in;
            bytes = in.readNBytes(MOST_BYTES + 1);
        } else {
            Path file = Path.of(answer);
            if (Files.isDirectory(file)) {
                throw new Failure(answer + " is a folder; name the file that holds the answer.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
        }
        if (bytes.length > MOST_BYTES) {
            throw new Failure("The answer is longer than 1 MiB; shorten it.");
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
