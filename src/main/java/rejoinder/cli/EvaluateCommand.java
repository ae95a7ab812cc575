package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.evaluate.Contrasts;
import rejoinder.evaluate.Evaluation;
import rejoinder.evaluate.FullReport;
import rejoinder.evaluate.GradedAnswer;
import rejoinder.evaluate.GradedSet;
import rejoinder.evaluate.GradedSets;
import rejoinder.evaluate.Pairs;
import rejoinder.evaluate.ReportPage;
import rejoinder.evaluate.Selection;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Stability;
import rejoinder.grader.Calibration;
import rejoinder.pack.MergedQuestions;

/** Compares the grader with people. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Grades answers that people graded already, knowing nothing but question and reference answers, and prints how well the two agree.",
            EvaluateCommand.SETS
        })
final class EvaluateCommand implements Callable<Integer> {
    /** What a SET is, for the help of each command that takes one. */
    static final String SETS =
            "SET is a table with tabs between its columns: question, reference (alternatives between ' ||| '), answer, score (0 to 1), and question_id and class if they are there; or an XML file of SemEval-2013 task 7 or SAF, or a folder of them; or the folder of Mohler's set, version 2.0."
                    + " Put conditions after a # to choose among the answers: SET#split=train or SET#half=test,class!=echo; a table is chosen from by any column, other sources by question_id and class."
                    + " With --bank, a table of question_id, kind, right and wrong holds statements and their opposites, and one of question_id and answer without a score holds true statements.";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SET", description = "Graded answers, a file or a folder.")
    private String source;

    @Option(
            names = "--scores",
            paramLabel = "OUT.tsv",
            description = "Write question_id, score, raw and grade of each row, in the order of the file.")
    private Optional<Path> scores = Optional.empty();

    @Option(
            names = "--findings",
            paramLabel = "OUT.tsv",
            description =
                    "With --bank: write row (from 1), question_id, key_point, verdict, earned and share of each key point of each answer.")
    private Optional<Path> findings = Optional.empty();

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
    private Optional<String> train = Optional.empty();

    @Option(
            names = "--apart",
            paramLabel = "SCORE",
            defaultValue = "" + Pairs.APART,
            description =
                    "Two answers to a question whose scores by people differ by this much or more are a pair of a better and a worse one (${DEFAULT-VALUE}).")
    private double apart;

    @Option(
            names = "--bank",
            description =
                    "Grade against the bank's own question of that question_id, with its key points, as in an interview.")
    private boolean asInBank;

    @Option(
            names = "--stability",
            description =
                    "With --bank: grade 20 mechanical rewordings of each answer, and print how far its score moves.")
    private boolean stability;

    @Option(
            names = "--curve",
            paramLabel = "FILE",
            description = "Grade with a curve that 'calibrate' wrote, instead of the shipped one.")
    private Optional<Path> curve = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Override
    public Integer call() throws IOException {
        if (threshold.filter(value -> !(value >= 0 && value <= 1)).isPresent()) {
            throw new Failure("The threshold " + threshold.get() + " is not a score; give a number from 0 to 1.");
        }
        if (!(apart > 0 && apart <= 1)) {
            throw new Failure("Scores that lie " + apart + " apart make no pair; give a number above 0, at most 1.");
        }
        if (findings.isPresent() && !asInBank) {
            throw new Failure("Key points are in the bank; give --bank with --findings.");
        }
        if (stability && !asInBank) {
            throw new Failure("Rewordings use the wordings of the bank; give --bank with --stability.");
        }
        Optional<List<Contrasts.Pair>> contrasts =
                Contrasts.read(Selection.parse(source).source());
        if (contrasts.isPresent()) {
            return contrast(contrasts.get());
        }
        GradedSet set = GradedSets.read(Selection.parse(source));
        if (stability) {
            return ranges(set);
        }
        Optional<GradedSet> training =
                train.isPresent() ? Optional.of(GradedSets.read(Selection.parse(train.get()))) : Optional.empty();
        if ((train.isPresent() || threshold.isPresent()) && !set.isLabelled()) {
            throw new Failure(
                    "The answers of " + source
                            + " are not labelled as correct and others, so a threshold says nothing about them; leave --threshold and --train out.");
        }
        if (training.isPresent() && !training.get().isLabelled()) {
            throw new Failure("The answers of " + train.get()
                    + " are not labelled as correct and others; give a training set that is.");
        }
        Grader grader = Wiring.grader(Wiring.embedder(data.path()), calibration());
        List<Evaluation.Row> trained = training.isPresent()
                ? grade(training.get(), grader, "training answers").rows()
                : List.of();
        FullReport report = FullReport.of(set, grade(set, grader, "answers"), threshold, trained, apart);
        if (scores.isPresent()) {
            writeScores(scores.get(), report.rows());
        }
        if (findings.isPresent()) {
            writeFindings(
                    findings.get(),
                    report.rows().stream().map(Evaluation.Row::evidence).toList());
        }
        if (html.isPresent()) {
            Failure.write(html.get(), ReportPage.of(source, report, grader.stamp()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(EvaluationOutput.json(report, grader.stamp())));
        } else {
            EvaluationOutput.print(out, report);
        }
        return Main.OK;
    }

    private int contrast(List<Contrasts.Pair> pairs) throws IOException {
        if (!asInBank) {
            throw new Failure("Pairs of a statement and its opposite are graded against the bank; give --bank.");
        }
        ItemBank bank = content.packs().bank();
        Grader grader = Wiring.grader(Wiring.embedder(data.path()), calibration());
        Contrasts graded = Contrasts.grade(pairs, id -> asked(bank, id), grader);
        if (scores.isPresent()) {
            write(scores.get(), rows -> {
                rows.print("question_id\tkind\tright\twrong\n");
                for (Contrasts.Row row : graded.rows()) {
                    rows.print(String.format(
                            Locale.ROOT,
                            "%s\t%s\t%.6f\t%s\n",
                            row.pair().questionId(),
                            row.pair().kind(),
                            row.right().score().value(),
                            row.wrong()
                                    .map(grade -> String.format(
                                            Locale.ROOT, "%.6f", grade.score().value()))
                                    .orElse("")));
                }
            });
        }
        if (findings.isPresent()) {
            writeFindings(
                    findings.get(),
                    graded.rows().stream()
                            .flatMap(row -> Stream.concat(Stream.of(row.right()), row.wrong().stream()))
                            .toList());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(EvaluationOutput.json(graded, grader.stamp())));
        } else {
            EvaluationOutput.print(out, graded);
        }
        return Main.OK;
    }

    private int ranges(GradedSet set) throws IOException {
        ItemBank bank = content.packs().bank();
        Grader grader = Wiring.grader(Wiring.embedder(data.path()), calibration());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        List<Stability> found = new ArrayList<>();
        for (GradedAnswer answer : set.answers()) {
            found.add(Stability.of(grader, asked(bank, answer.questionId()), answer.answer()));
            progress.show("answers", found.size(), set.answers().size());
        }
        progress.end();
        Ranges ranges = Ranges.of(found);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(ranges));
        } else {
            out.printf(
                    "%d answers, %d rewordings: between the lowest and the highest score of an answer lie %d points (median), %d at most in nine of ten, %d at most; the score is the same in all rewordings of %d%n",
                    ranges.answers(),
                    ranges.rewordings(),
                    ranges.median(),
                    ranges.nineOfTen(),
                    ranges.greatest(),
                    ranges.same());
        }
        return Main.OK;
    }

    /** How far scores move, in points of 100. */
    private record Ranges(int answers, int rewordings, int median, int nineOfTen, int greatest, int same) {
        private static final double NINE_OF_TEN = 0.9;

        static Ranges of(List<Stability> found) {
            List<Integer> widths = found.stream()
                    .map(one -> one.highest() - one.lowest())
                    .sorted()
                    .toList();
            if (widths.isEmpty()) {
                throw new Failure("There is no answer to reword in this set.");
            }
            return new Ranges(
                    widths.size(),
                    found.stream().mapToInt(one -> one.reworded().size()).sum(),
                    widths.get(widths.size() / 2),
                    widths.get((int) Math.min(widths.size() - 1, Math.ceil(NINE_OF_TEN * widths.size()) - 1)),
                    widths.get(widths.size() - 1),
                    (int) widths.stream().filter(width -> width == 0).count());
        }
    }

    private static void writeFindings(Path file, List<Grade> grades) {
        write(file, rows -> {
            rows.print("row\tquestion_id\tkey_point\tverdict\tearned\tshare\n");
            for (int i = 0; i < grades.size(); i++) {
                for (Finding finding : grades.get(i).findings()) {
                    rows.print(String.format(
                            Locale.ROOT,
                            "%d\t%s\t%s\t%s\t%.6f\t%.6f\n",
                            i + 1,
                            grades.get(i).question(),
                            finding.point().id(),
                            finding.verdict().id(),
                            finding.earned(),
                            finding.point().share()));
                }
            }
        });
    }

    private Calibration calibration() throws IOException {
        if (curve.isEmpty()) {
            return Calibration.shipped();
        }
        try (Reader text = Files.newBufferedReader(curve.get())) {
            return Calibration.read(text);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    curve.get() + " is not a curve (" + e.getMessage() + "); give one that 'calibrate --out' wrote.");
        }
    }

    private Evaluation.Report grade(GradedSet set, Grader grader, String what) {
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        Evaluation.Listener listener = (row, done, total) -> progress.show(what, done, total);
        Evaluation.Report report = asInBank
                ? Evaluation.run(set.answers(), asked(content.packs().bank()), grader, listener)
                : Evaluation.run(set.answers(), grader, listener);
        progress.end();
        return report;
    }

    private static Function<GradedAnswer, Question> asked(ItemBank bank) {
        return answer -> asked(bank, answer.questionId());
    }

    /** The question of an id, or the failure that says so. */
    static Question asked(ItemBank bank, String id) {
        return QuestionId.parse(id)
                .flatMap(known -> MergedQuestions.find(bank, known))
                .orElseThrow(() -> new Failure("There is no question '" + id
                        + "' in the bank; leave --bank out or give its packs with --content."));
    }

    private static void writeScores(Path file, List<Evaluation.Row> graded) {
        write(file, rows -> {
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
        });
    }

    private static void write(Path file, Consumer<PrintWriter> table) {
        try (PrintWriter rows = new PrintWriter(Files.newBufferedWriter(file))) {
            table.accept(rows);
            if (rows.checkError()) {
                throw new Failure("Writing " + file + " failed; check the disk and the path.");
            }
        } catch (IOException e) {
            throw Failure.unwritable(file, e);
        }
    }

    private static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
