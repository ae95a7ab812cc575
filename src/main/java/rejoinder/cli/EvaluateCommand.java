package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import rejoinder.evaluate.Evaluation;
import rejoinder.evaluate.FullReport;
import rejoinder.evaluate.GradedSet;
import rejoinder.evaluate.GradedSets;
import rejoinder.evaluate.ReportPage;
import rejoinder.grade.Grader;

/** Compares the grader with people. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Grades answers that people graded already, knowing nothing but question and reference answers, and prints how well the two agree.",
            "SET is a table with tabs between its columns: question, reference (alternatives between ' ||| '), answer, score (0 to 1), and question_id and class if they are there; or an XML file of SemEval-2013 task 7 or SAF, or a folder of them; or the folder of Mohler's set, version 2.0."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SET", description = "Graded answers, a file or a folder.")
    private Path source;

    @Option(
            names = "--scores",
            paramLabel = "OUT.tsv",
            description = "Write question_id, score, raw and grade of each row, in the order of the file.")
    private Optional<Path> scores = Optional.empty();

    @Option(names = "--html", paramLabel = "OUT.html", description = "Write the report as a page, with plots.")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "For labelled answers: the grade, 0 to 1, from which on an answer counts as correct.")
    private Optional<Double> threshold = Optional.empty();

    @Option(
            names = "--train",
            paramLabel = "SET",
            description = "For labelled answers: other answers of the same kind, which thresholds are fitted on.")
    private Optional<Path> train = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        if (threshold.filter(value -> !(value >= 0 && value <= 1)).isPresent()) {
            throw new Failure("The threshold " + threshold.get() + " is no score; give a number from 0 to 1.");
        }
        GradedSet set = GradedSets.read(source);
        Optional<GradedSet> training = train.isPresent() ? Optional.of(GradedSets.read(train.get())) : Optional.empty();
        if ((train.isPresent() || threshold.isPresent()) && !set.isLabelled()) {
            throw new Failure(
                    "The answers of " + source
                            + " are not labelled as correct and others, so a threshold tells nothing of them; leave --threshold and --train out.");
        }
        if (training.isPresent() && !training.get().isLabelled()) {
            throw new Failure("The answers of " + train.get()
                    + " are not labelled as correct and others; give a training set that is.");
        }
        Grader grader = Wiring.grader(Wiring.embedder(data.path()));
        List<Evaluation.Row> trained = training.isPresent()
                ? grade(training.get(), grader, "training answers").rows()
                : List.of();
        FullReport report = FullReport.of(set, grade(set, grader, "answers"), threshold, trained);
        if (scores.isPresent()) {
            writeScores(scores.get(), report.rows());
        }
        if (html.isPresent()) {
            Files.writeString(
                    html.get(), ReportPage.of(source.toString(), report, grader.stamp()), StandardCharsets.UTF_8);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(EvaluationOutput.json(report, grader.stamp())));
        } else {
            EvaluationOutput.print(out, report);
        }
        return Main.OK;
    }

    private Evaluation.Report grade(GradedSet set, Grader grader, String what) {
        Progress progress = new Progress(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        Evaluation.Report report =
                Evaluation.run(set.answers(), grader, (row, done, total) -> progress.show(what, done, total));
        progress.end();
        return report;
    }

    private static void writeScores(Path file, List<Evaluation.Row> graded) throws IOException {
        try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(file))) {
            rows.print("question_id\tscore\traw\tgrade\n");
            for (Evaluation.Row row : graded) {
                rows.print(String.format(
                        Locale.ROOT,
                        "%s\t%s\t%.6f\t%.6f\n",
                        row.questionId(),
                        number(row.score()),
                        row.raw(),
                        row.grade()));
            }
            if (rows.checkError()) {
                throw new Failure("Writing " + file + " failed; check the disk and the path.");
            }
        }
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
