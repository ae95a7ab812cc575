package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.intake.Intake;
import rejoinder.link.Link;
import rejoinder.link.LinkedDocuments;
import rejoinder.link.Linker;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportedDocument;
import rejoinder.text.Embedder;

/** Joins an outline to the answers that really answer it. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Finds for each question of an outline the entry of a question-and-answer document that really answers it, or none.")
final class LinkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--outline", required = true, paramLabel = "FILE", description = "The outline.")
    private Path outline = Path.of("");

    @Option(names = "--answers", required = true, paramLabel = "FILE", description = "The questions with answers.")
    private Path answers = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description =
                    "Write packs: the outline's questions with the answers found, or self-graded; then the entries that no question of the outline asks for.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private MeaningOption meaningModel = new MeaningOption();

    private record Row(
            int outline,
            String topic,
            String question,
            @Nullable Integer match,
            @Nullable String matchQuestion,
            double similarity,
            List<Integer> more) {
        static Row of(Link link) {
            boolean linked = link.match().isPresent();
            return new Row(
                    link.outline(),
                    link.topic(),
                    link.question(),
                    linked ? link.match().getAsInt() : null,
                    linked ? link.matchQuestion() : null,
                    link.similarity(),
                    link.more());
        }
    }

    @Override
    public Integer call() throws IOException {
        ImportedDocument asked = read(outline);
        ImportedDocument answered = read(answers);
        Optional<Path> other = meaningModel.path();
        Embedder embedder = Wiring.linkingEmbedder(data.path());
        List<Link> links = new Linker(embedder, Wiring.meanings(other, embedder, data.path()))
                .link(asked.questions(), answered.questions());
        List<Path> written = folder.isPresent()
                ? ImportCommand.write(LinkedDocuments.of(asked, answered, links).documents(), folder.get())
                : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(links.stream().map(Row::of).toList()));
        } else {
            links.forEach(link -> print(out, link));
            long linked =
                    links.stream().filter(link -> link.match().isPresent()).count();
            out.printf(Locale.ROOT, "%d of %d questions are answered.%n", linked, links.size());
            written.forEach(path -> out.println("wrote " + path));
        }
        return Main.OK;
    }

    private static ImportedDocument read(Path file) {
        ImportedDocument document = new Intake().read(List.of(file)).get(0);
        if (document.shape() == DocumentShape.UNKNOWN) {
            String why = document.warnings().isEmpty()
                    ? ""
                    : " " + document.warnings().get(0).message();
            throw new Failure("Nothing that could be asked was found in " + file + "." + why);
        }
        return document;
    }

    private static void print(PrintWriter out, Link link) {
        out.printf(
                Locale.ROOT,
                "%3d %s%n    %s%n",
                link.outline(),
                link.question(),
                link.match().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                "%.2f %s %s",
                                link.similarity(),
                                String.join(
                                        " + ",
                                        link.matches().stream()
                                                .map(String::valueOf)
                                                .toList()),
                                link.matchQuestion())
                        : String.format(Locale.ROOT, "%.2f none", link.similarity()));
    }
}
