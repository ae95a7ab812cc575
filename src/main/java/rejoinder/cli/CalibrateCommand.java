package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Statement;
import rejoinder.evaluate.Agreement;
import rejoinder.evaluate.CalibrationFit;
import rejoinder.evaluate.Checksum;
import rejoinder.evaluate.Evaluation;
import rejoinder.evaluate.GradedSets;
import rejoinder.evaluate.JudgedPoints;
import rejoinder.evaluate.PointFit;
import rejoinder.evaluate.Selection;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.pack.LoadedPacks;
import rejoinder.text.Embedder;

/** Fits the curve from alignment to score again. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fits the curve that turns likeness to a reference answer into a score, on answers that people graded, and writes it as 'evaluate --curve' and the program itself take it. The same answers give the same bytes.",
            EvaluateCommand.SETS
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[\\w./#=,-]+");

    private static final int EVERY = 3;

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,40}");

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SET", arity = "1..*", description = "Graded answers, files or folders.")
    private List<String> sources;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the curve here and print how good it is; otherwise the curve is printed.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name the curve, as each grade is stamped; otherwise its name is made from its corners.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--points",
            paramLabel = "POINTS.tsv",
            description =
                    "Fit the weights of the verdicts instead: a table of judged points (answer, question_id, key_point, judged) for each SET, in their order.")
    private List<Path> points = List.of();

    @Option(
            names = "--statements",
            description = "With --points: also fit on every third twin of the bank's statements of development topics.")
    private boolean statements;

    @Option(
            names = "--others",
            description =
                    "With --points: also fit on what makes no point: answers to the most similar other questions, as far as only these questions ask it, and small talk.")
    private boolean others;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Override
    public Integer call() throws IOException {
        if (name.filter(given -> !NAME.matcher(given).matches()).isPresent()) {
            throw new Failure("'" + name.get()
                    + "' is not a name for a curve; give letters, digits, dots, hyphens and underscores, 40 at most.");
        }
        if (!points.isEmpty()) {
            return fitPoints();
        }
        Grader grader = Wiring.grader(Wiring.embedder(data.path()), CalibrationFit.STRAIGHT);
        List<CalibrationFit.Answers> sets = new ArrayList<>();
        for (String source : sources) {
            Selection selection = Selection.parse(source);
            ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
            Evaluation.Report report = Evaluation.run(
                    GradedSets.read(selection).answers(),
                    grader,
                    (row, done, total) -> progress.show("answers", done, total));
            progress.end();
            sets.add(new CalibrationFit.Answers(source, Checksum.of(selection.source()), report.rows()));
        }
        CalibrationFit fit = CalibrationFit.of(sets, name);
        String curve = fit.text(command(), grader.stamp().model());
        if (out.isPresent()) {
            Failure.write(out.get(), curve);
        }
        PrintWriter result = spec.commandLine().getOut();
        if (json) {
            result.println(Json.pretty(json(fit, curve)));
        } else if (out.isPresent()) {
            print(result, fit);
        } else {
            result.print(curve);
            result.flush();
            print(spec.commandLine().getErr(), fit);
        }
        return Main.OK;
    }

    private int fitPoints() throws IOException {
        if (points.size() != sources.size()) {
            throw new Failure("There are " + sources.size() + " sets and " + points.size()
                    + " tables of points; give one table a set.");
        }
        ItemBank bank = content.packs().bank();
        Embedder embedder = Wiring.embedder(data.path());
        AlignmentGrader grader = Wiring.alignmentGrader(embedder, CalibrationFit.STRAIGHT);
        List<PointFit.Labelled> labelled = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            labelled.addAll(JudgedPoints.read(
                    Selection.parse(sources.get(i)), points.get(i), id -> EvaluateCommand.asked(bank, id), grader));
        }
        Set<String> questions =
                labelled.stream().map(PointFit.Labelled::question).collect(Collectors.toSet());
        if (statements) {
            labelled.addAll(ofStatements(grader));
        }
        if (others) {
            labelled.addAll(JudgedPoints.others(questions, bank, grader, embedder));
            labelled.addAll(JudgedPoints.smallTalk(questions, bank, grader));
        }
        PointFit fit = PointFit.of(labelled);
        String weights = fit.text(List.of(
                "Weights of the verdicts on key points: multinomial logistic regression on " + fit.count()
                        + " points that people judged.",
                command()
                        + points.stream().map(file -> " --points " + file).collect(Collectors.joining())
                        + (statements ? " --statements" : "")
                        + (others ? " --others" : "")));
        if (out.isPresent()) {
            Failure.write(out.get(), weights);
        } else {
            spec.commandLine().getOut().print(weights);
            spec.commandLine().getOut().flush();
        }
        return Main.OK;
    }

    // every third twin of the development topics, which the reader was not trained on
    private List<PointFit.Labelled> ofStatements(AlignmentGrader grader) {
        LoadedPacks packs = content.packs();
        Map<String, List<List<Statement>>> twins = new LinkedHashMap<>();
        Map<String, List<Statement>> open = new LinkedHashMap<>();
        packs.statements().stream()
                .filter(row -> row.part().equals("dev"))
                .forEach(row -> open.computeIfAbsent(
                                row.question() + "\t" + row.statement().keyPointId() + "\t" + row.twin(),
                                twin -> new ArrayList<>())
                        .add(row.statement()));
        int count = 0;
        for (Map.Entry<String, List<Statement>> twin : open.entrySet()) {
            if (count++ % EVERY == 0) {
                twins.computeIfAbsent(
                                twin.getKey().substring(0, twin.getKey().indexOf('\t')), question -> new ArrayList<>())
                        .add(twin.getValue());
            }
        }
        List<PointFit.Labelled> labelled = new ArrayList<>();
        twins.forEach((question, own) -> labelled.addAll(
                JudgedPoints.statements(own, question, id -> EvaluateCommand.asked(packs.bank(), id), grader)));
        return labelled;
    }

    private String command() {
        StringBuilder command = new StringBuilder("rejoinder calibrate");
        for (String source : sources) {
            command.append(' ').append(quoted(source));
        }
        name.ifPresent(given -> command.append(" --name ").append(given));
        return command.toString();
    }

    private static String quoted(String word) {
        return NEEDS_NO_QUOTES.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static Map<String, Object> json(CalibrationFit fit, String curve) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", fit.curve().version());
        json.put("anchors", fit.curve().anchors());
        json.put("sources", fit.sources());
        json.put("now", fit.now());
        fit.otherQuestions().ifPresent(fitted -> json.put("otherQuestions", fitted));
        json.put("file", curve);
        return json;
    }

    private static void print(PrintWriter to, CalibrationFit fit) {
        to.printf(
                "%s: %d corners from %d answers%n",
                fit.curve().version(), fit.curve().anchors().size(), fit.now().n());
        to.printf("%-34s %7s %7s%n", "on these answers", "rmse", "mae");
        line(to, "with the curve that ships", fit.now());
        fit.otherQuestions().ifPresent(fitted -> line(to, "with curves fitted on the others", fitted));
    }

    private static void line(PrintWriter to, String name, Agreement agreement) {
        to.printf(Locale.ROOT, "%-34s %7.4f %7.4f%n", name, agreement.rmse(), agreement.mae());
    }
}
