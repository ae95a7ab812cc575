package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.bank.Question;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackProblem;

/** Reads packs and lists what is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Reads packs and prints each problem as file:line: message. Ends with 1 if there is one.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "CONTENT_DIR",
            description = "Folder of packs; the ones that come along if it is left out.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

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

    @Override
    public Integer call() {
        LoadedPacks packs = Wiring.packs(folder);
        Totals totals = Totals.of(packs);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(new Report(totals, packs.problems())));
        } else {
            packs.problems().forEach(out::println);
            out.printf(
                    "%d topics, %d questions, %d reference answers, %d key points, %d %s%n",
                    totals.topics(),
                    totals.questions(),
                    totals.referenceAnswers(),
                    totals.keyPoints(),
                    packs.problems().size(),
                    packs.problems().size() == 1 ? "problem" : "problems");
        }
        return packs.problems().isEmpty() ? Main.OK : Main.FINDINGS;
    }
}
