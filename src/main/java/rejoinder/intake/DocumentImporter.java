package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.PackParser;
import rejoinder.pack.ParsedPack;
import rejoinder.pack.SourceText;

/**
 * Reads Markdown documents that were not written for Rejoinder. The shape is recognised by what is in the document: headings that read like
 * questions, blocks marked {@code Question:} and {@code Answer:}, bold questions, and lists of questions below topics, mixed as authors mix them. The name of the file counts only where it asks a question itself and nothing in the document does.
 */
public final class DocumentImporter {
    private static final String FENCE = "---";
    private static final Pattern KEY = Pattern.compile("^[\\w\"'-]+\\s*:");
    private static final Pattern YAML = Pattern.compile("^(?:[\\w\"'-]+\\s*:|\\s+\\S|- |# |[\\]}])");

    private DocumentImporter() {}

    /**
     * Reads a text.
     *
     * @param file name for the result
     */
    public static ImportedDocument parse(String markdown, String file) {
        return parse(markdown, file, Optional.empty());
    }

    static ImportedDocument parse(String markdown, String file, Optional<String> shape) {
        String text = SourceText.clean(markdown);
        if (text.isBlank()) {
            return refused(file, 1, "The file is empty; there is nothing to import.");
        }
        int skipped = frontMatterEnd(text);
        if (text.substring(0, skipped).lines().anyMatch(line -> line.startsWith("topic:"))) {
            return pack(PackParser.parse(text, file));
        }
        Optional<ImportWarning> refusal = Limits.refusal(text);
        if (refusal.isPresent()) {
            return refused(file, refusal.get().line(), refusal.get().message());
        }
        Blocks blocks = Blocks.of(text.substring(skipped), SourceText.lineOf(text, skipped));
        return new DocumentReader(blocks).read(file, shape);
    }

    /** Offset behind the front matter that other tools put in front of a document; 0 if there is none. */
    private static int frontMatterEnd(String text) {
        int start = text.indexOf('\n') + 1;
        boolean keyed = false;
        if (start == 0 || !text.substring(0, start).strip().equals(FENCE)) {
            return 0;
        }
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            String line = text.substring(start, end);
            if (line.strip().equals(FENCE)) {
                return keyed ? end : 0;
            }
            keyed |= KEY.matcher(line).find();
            if (!line.isBlank() && !YAML.matcher(line).find()) {
                return 0;
            }
            start = end;
        }
        return 0;
    }

    private static ImportedDocument pack(ParsedPack pack) {
        String section = pack.topic().map(Topic::title).orElse("");
        List<ImportedQuestion> questions = new ArrayList<>();
        for (int i = 0; i < pack.questions().size(); i++) {
            Question question = pack.questions().get(i);
            String answer = question.referenceAnswers().stream()
                    .map(ReferenceAnswer::text)
                    .findFirst()
                    .orElse("");
            questions.add(new ImportedQuestion(
                    section, question.prompt(), answer, pack.lines().get(i).heading()));
        }
        List<ImportWarning> warnings = pack.problems().stream()
                .map(problem -> new ImportWarning(problem.line(), problem.message()))
                .toList();
        return new ImportedDocument(pack.file(), DocumentShape.PACK, questions, warnings, Optional.of(pack));
    }

    private static ImportedDocument refused(String file, int line, String message) {
        return new ImportedDocument(
                file, DocumentShape.UNKNOWN, List.of(), List.of(new ImportWarning(line, message)), Optional.empty());
    }
}
