package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.evaluate.Agreement;
import rejoinder.evaluate.AnswerFile;
import rejoinder.evaluate.Evaluation;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;

/** Compares the grader with people. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Grades answers that people graded already, knowing nothing but question and reference answers, and prints how well the two agree.",
            "The file is a table with tabs between its columns: question, reference (alternatives between ' ||| '), answer, score (0 to 1), and question_id if it is there."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.tsv", description = "Graded answers.")
    private Path file;

    @Option(
            names = "--scores",
            paramLabel = "OUT.tsv",
            description = "Write question_id, score, raw and grade of each row, in the order of the file.")
    private Optional<Path> scores = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    /** The figures of the product's grade stand at the top, those of the alignment before calibration under {@code raw}. */
    private record Report(
            int n, double pearson, double spearman, double rmse, double qwk, Agreement raw, GraderStamp stamp) {
        static Report of(Agreement grade, Agreement raw, GraderStamp stamp) {
            return new Report(grade.n(), grade.pearson(), grade.spearman(), grade.rmse(), grade.qwk(), raw, stamp);
        }
    }

    @Override
    public Integer call() throws IOException {
        var answers = AnswerFile.read(file);
        Grader grader = Wiring.grader(Wiring.embedder(data.path()));
        Progress progress = new Progress(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        Evaluation.Report report =
                Evaluation.run(answers, grader, (row, done, total) -> progress.show("answers", done, total));
        progress.end();
        if (scores.isPresent()) {
            try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(scores.get()))) {
                rows.print("question_id\tscore\traw\tgrade\n");
                for (Evaluation.Row row : report.rows()) {
                    rows.print(String.format(
                            Locale.ROOT,
                            "%s\t%s\t%.6f\t%.6f\n",
                            row.questionId(),
                            number(row.score()),
                            row.raw(),
                            row.grade()));
                }
                if (rows.checkError()) {
                    throw new Failure("Writing " + scores.get() + " failed; check the disk and the path.");
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(Report.of(report.grade(), report.raw(), grader.stamp())));
        } else {
            out.printf(Locale.ROOT, "%-6s %6s %9s %9s %7s %7s%n", "", "n", "pearson", "spearman", "rmse", "qwk");
            line(out, "raw", report.raw());
            line(out, "grade", report.grade());
        }
        return Main.OK;
    }

    private static void line(PrintWriter out, String name, Agreement agreement) {
        out.printf(
                Locale.ROOT,
                "%-6s %6d %9.4f %9.4f %7.4f %7.4f%n",
                name,
                agreement.n(),
                agreement.pearson(),
                agreement.spearman(),
                agreement.rmse(),
                agreement.qwk());
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
