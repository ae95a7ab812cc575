package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackProblem;
import rejoinder.text.Embedder;

/** Reads packs and lists what is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads packs and prints each problem as file:line: message. Ends with 1 if there is one.",
            "With --grade the packs' own texts are graded too: reference answers must earn near full marks, the question repeated and the answer to another question next to nothing, and a misconception must not count as its key point."
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONTENT_DIR",
            description = "Folder of packs; the shipped ones if left out.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--grade", description = "Grade the packs' own texts and print each shortfall.")
    private boolean grade;

    @Option(
            names = "--only",
            paramLabel = "TOPIC[/QUESTION]",
            description = "With --grade: grade this topic or question alone; may be repeated.")
    private List<String> only = List.of();

    @Mixin
    private DataOption data = new DataOption();

    private record Totals(int topics, int questions, int referenceAnswers, int keyPoints) {
        static Totals of(LoadedPacks packs) {
            List<Question> questions = packs.bank().questions();
            return new Totals(
                    packs.bank().topics().size(),
                    questions.size(),
                    questions.stream()
                            .mapToInt(q -> q.referenceAnswers().size())
                            .sum(),
                    questions.stream().mapToInt(q -> q.keyPoints().size()).sum());
        }
    }

    private record Report(Totals totals, List<PackProblem> problems) {}

    /** With {@code --grade}. */
    private record GradedReport(
            Totals totals, List<PackProblem> problems, List<GradeCheck.Finding> shortfalls, int allowed) {}

    @Override
    public Integer call() {
        if (!only.isEmpty() && !grade) {
            throw new Failure("--only chooses what is graded; give --grade with it.");
        }
        LoadedPacks packs = Wiring.packs(folder);
        for (String one : only) {
            if (packs.bank().questions().stream().noneMatch(question -> names(one, question.id()))) {
                throw new Failure("There is no topic or question '" + one
                        + "' in these packs; write TOPIC or TOPIC/QUESTION, as the packs do.");
            }
        }
        Totals totals = Totals.of(packs);
        PrintWriter out = spec.commandLine().getOut();
        Optional<GradeCheck> graded = grade ? Optional.of(grade(packs)) : Optional.empty();
        if (json) {
            out.println(Json.pretty(graded.<Object>map(
                            found -> new GradedReport(totals, packs.problems(), found.findings(), found.allowed()))
                    .orElseGet(() -> new Report(totals, packs.problems()))));
        } else {
            packs.problems().forEach(out::println);
            graded.ifPresent(found -> found.findings().forEach(out::println));
            out.printf(
                    "%d topics, %d questions, %d reference answers, %d key points, %d %s%s%n",
                    totals.topics(),
                    totals.questions(),
                    totals.referenceAnswers(),
                    totals.keyPoints(),
                    packs.problems().size(),
                    packs.problems().size() == 1 ? "problem" : "problems",
                    graded.map(CheckCommand::summary).orElse(""));
        }
        boolean clean = packs.problems().isEmpty()
                && graded.map(found -> found.findings().isEmpty()).orElse(true);
        return clean ? Main.OK : Main.FINDINGS;
    }

    private GradeCheck grade(LoadedPacks packs) {
        Embedder embedder = Wiring.embedder(data.path());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        GradeCheck found = GradeCheck.of(
                packs,
                id -> only.isEmpty() || only.stream().anyMatch(one -> names(one, id)),
                Wiring.grader(embedder),
                embedder,
                (done, total) -> progress.show("questions", done, total));
        progress.end();
        return found;
    }

    private static boolean names(String topicOrQuestion, QuestionId id) {
        return topicOrQuestion.equals(id.topic()) || topicOrQuestion.equals(id.toString());
    }

    private static String summary(GradeCheck found) {
        int count = found.findings().size();
        return ", " + count + (count == 1 ? " shortfall, " : " shortfalls, ") + found.allowed() + " allowed";
    }
}
