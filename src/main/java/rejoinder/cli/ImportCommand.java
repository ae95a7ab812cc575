package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Grader;
import rejoinder.intake.ImportWriter;
import rejoinder.intake.Intake;
import rejoinder.intake.Letter;
import rejoinder.intake.Letters;
import rejoinder.intake.ProposedPoints;
import rejoinder.intake.Trial;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.store.FileTrouble;

/** Turns documents of other shapes into packs. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads questions in other formats (Markdown, notes, cards, quizzes, pages, folders and archives of them), says what it found, and writes packs into a folder if one is named.",
            "Exits with 1 if a document has no question in it."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files, folders and ZIPs, recognised by their content.")
    private List<Path> files = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Folder for the packs; without it nothing is written. Existing files are not overwritten.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--dry-run", description = "Write nothing, whatever --into says.")
    private boolean dryRun;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Encoding of files that are not UTF-8 and have no byte order mark, windows-1252 for example.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--as",
            paramLabel = "READING",
            description =
                    "Read Markdown in another way than the best, as the preview names it (\"headings of level 2\").")
    private Optional<String> reading = Optional.empty();

    @Option(
            names = "--letters",
            description =
                    "Let the grader try each question, and say in --json which can be marked (A, B or C); takes about a second a question.")
    private boolean tried;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private record FileReport(
            String file,
            String shape,
            String how,
            List<ImportedDocument.OtherReading> others,
            int questions,
            int withAnswer,
            List<ImportWarning> warnings,
            List<Item> items) {
        static FileReport of(ImportedDocument document, List<Letter> letters) {
            ProposedPoints points = new ProposedPoints(document.questions());
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < document.questions().size(); i++) {
                ImportedQuestion question = document.questions().get(i);
                items.add(Item.of(document, question, letters.get(i), points.of(question)));
            }
            return new FileReport(
                    document.file(),
                    document.shape().word(),
                    document.how(),
                    document.others(),
                    document.questions().size(),
                    document.withAnswer(),
                    document.warnings(),
                    items);
        }
    }

    private record Item(
            int line,
            String question,
            String context,
            String answer,
            String topic,
            String letter,
            String reason,
            List<Proposal> points,
            List<String> followUps,
            List<ImportWarning> warnings) {
        static Item of(ImportedDocument document, ImportedQuestion question, Letter letter, List<KeyPoint> points) {
            return new Item(
                    question.line(),
                    question.prompt(),
                    question.context(),
                    question.answer(),
                    ImportWriter.topicOf(document, question),
                    letter.letter().word(),
                    letter.reason(),
                    points.stream()
                            .map(point -> new Proposal(point.statement(), !point.bonus(), true))
                            .toList(),
                    question.followUps(),
                    question.warnings());
        }
    }

    private record Proposal(String statement, boolean core, boolean proposed) {}

    private record Report(List<FileReport> files, List<String> written) {}

    @Override
    public Integer call() throws IOException {
        List<ImportedDocument> documents = new Intake(encoding(), reading).read(files);
        List<Path> written = folder.isPresent() && !dryRun ? write(documents, folder.get()) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(new Report(
                    documents.stream()
                            .map(document -> FileReport.of(document, letters(document)))
                            .toList(),
                    written.stream().map(Path::toString).toList())));
        } else {
            documents.forEach(document -> print(out, document));
            written.forEach(path -> out.println("wrote " + path));
            if (folder.isEmpty()) {
                out.println("Nothing was written; name a folder for the packs with --into.");
            }
        }
        boolean nothing = documents.stream().anyMatch(document -> document.shape() == DocumentShape.UNKNOWN);
        return nothing ? Main.FINDINGS : Main.OK;
    }

    private List<Letter> letters(ImportedDocument document) {
        Optional<Trial> trial =
                tried ? Optional.of(new Attack(Wiring.grader(Wiring.embedder(data.path())))) : Optional.empty();
        return new Letters(trial).of(document.questions(), ImportWriter.asked(document), done -> {});
    }

    private record Attack(Grader grader) implements Trial {
        @Override
        public double share(Question question, String answer) {
            return grader.grade(question, answer).score().value();
        }
    }

    private Optional<Charset> encoding() {
        try {
            return encoding.map(Charset::forName);
        } catch (IllegalArgumentException e) {
            throw new Failure("There is no encoding '" + encoding.orElse("")
                    + "'; windows-1252, ISO-8859-1 and UTF-16LE are some.");
        }
    }

    /** Writes packs; shared with linking. */
    static List<Path> write(List<ImportedDocument> documents, Path folder) throws IOException {
        try {
            return ImportWriter.write(documents, folder).files();
        } catch (FileAlreadyExistsException e) {
            throw new Failure(e.getMessage() + " Nothing was written; name another folder with --into.");
        } catch (FileSystemException e) {
            throw new Failure("Packs cannot be written into " + folder + " (" + FileTrouble.reason(e)
                    + "); name another folder with --into.");
        }
    }

    private static void print(PrintWriter out, ImportedDocument document) {
        out.printf(
                Locale.ROOT,
                "%s: %s%s, %d questions in %d sections, %d with an answer%n",
                document.file(),
                document.shape().word(),
                document.how().isEmpty() ? "" : " (" + document.how() + ")",
                document.questions().size(),
                document.sections().size(),
                document.withAnswer());
        document.others()
                .forEach(other -> out.printf(
                        Locale.ROOT, "  could also be read as %s: %d questions%n", other.how(), other.questions()));
        document.warnings()
                .forEach(warning -> out.println(document.file() + ":" + warning.line() + ": " + warning.message()));
    }
}
