package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
import rejoinder.intake.Letters;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackProblem;
import rejoinder.text.Embedder;

/** Reads packs and lists what is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads packs and prints each problem as file:line: message. Exits with 1 if there are any.",
            "With --letters it says of each question whether answers to it can be marked, and why.",
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
            names = "--letters",
            description =
                    "Let the grader try each question, and print A (answers can be marked), B (with some doubt) or C (the candidate marks them) with the reason; takes about a second a question.")
    private boolean lettered;

    @Option(
            names = "--only",
            paramLabel = "TOPIC[/QUESTION]",
            description = "With --grade or --letters: look at this topic or question alone; may be repeated.")
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

    /** With {@code --letters}. */
    private record LetteredReport(Totals totals, List<PackProblem> problems, List<Lettered> letters) {}

    /** Whether answers to a question can be marked. */
    private record Lettered(String file, int line, String question, String letter, String reason) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + question + ": " + letter + ". " + reason;
        }
    }

    @Override
    public Integer call() {
        if (!only.isEmpty() && !grade && !lettered) {
            throw new Failure("--only chooses what is tried; give --grade or --letters with it.");
        }
        if (grade && lettered) {
            throw new Failure("--grade and --letters are two runs; give one of them.");
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
        if (lettered) {
            print(packs, totals, letters(packs), out);
        } else if (json) {
            out.println(Json.pretty(graded.<Object>map(
                            found -> new GradedReport(totals, packs.problems(), found.findings(), found.allowed()))
                    .orElseGet(() -> new Report(totals, packs.problems()))));
        } else {
            packs.problems().forEach(out::println);
            graded.ifPresent(found -> found.findings().forEach(out::println));
            BankCounts.of(packs).lines().forEach(out::println);
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

    private void print(LoadedPacks packs, Totals totals, List<Lettered> letters, PrintWriter out) {
        if (json) {
            out.println(Json.pretty(new LetteredReport(totals, packs.problems(), letters)));
            return;
        }
        packs.problems().forEach(out::println);
        letters.forEach(out::println);
        out.printf(
                "%d questions: %d can be marked (A), %d with some doubt (B), %d the candidate marks (C)%n",
                letters.size(), count(letters, "A"), count(letters, "B"), count(letters, "C"));
    }

    private static long count(List<Lettered> letters, String letter) {
        return letters.stream().filter(one -> one.letter().equals(letter)).count();
    }

    private List<Lettered> letters(LoadedPacks packs) {
        Embedder embedder = Wiring.embedder(data.path());
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), Ansi.AUTO.enabled());
        List<Question> tried = packs.bank().questions().stream()
                .filter(question -> only.isEmpty() || only.stream().anyMatch(one -> names(one, question.id())))
                .toList();
        List<Lettered> letters = new ArrayList<>();
        new Letters(Optional.of(Wiring.trial(Wiring.grader(embedder)))).of(tried, (i, letter) -> {
            LoadedPacks.Place place = packs.place(tried.get(i).id());
            letters.add(new Lettered(
                    place.file(),
                    place.lines().heading(),
                    tried.get(i).id().toString(),
                    letter.letter().word(),
                    letter.reason()));
            progress.show("questions", i + 1, tried.size());
            return true;
        });
        progress.end();
        return letters;
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
