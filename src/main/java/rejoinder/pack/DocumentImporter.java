package rejoinder.pack;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;

/**
 * Reads Markdown documents that were not written for Rejoinder. The shape is recognised by what stands in the document, never by its name: headings that read like
 * questions, blocks marked {@code Question:} and {@code Answer:}, bold questions, and lists of questions below topics, mixed as authors mix them.
 */
public final class DocumentImporter {
    private static final int HEADING_LEVELS = 6;
    private static final String FENCE = "---";

    private DocumentImporter() {}

    /** Reads a file. A file that is no text or too large becomes a document of unknown shape with a warning that says so. */
    public static ImportedDocument read(Path path) {
        SourceText source = SourceText.read(path);
        if (source.problem().isPresent()) {
            return refused(
                    path.toString(),
                    source.problem().get().line(),
                    source.problem().get().message());
        }
        return parse(source.text(), path.toString());
    }

    /**
     * Reads a text.
     *
     * @param file name for the result
     */
    public static ImportedDocument parse(String markdown, String file) {
        String text = SourceText.clean(markdown);
        if (text.isBlank()) {
            return refused(file, 1, "The file is empty; there is nothing to import.");
        }
        int skipped = frontMatterEnd(text);
        if (text.substring(0, skipped).lines().anyMatch(line -> line.startsWith("topic:"))) {
            return pack(PackParser.parse(text, file));
        }
        MarkdownText document = new MarkdownText(text.substring(skipped), SourceText.lineOf(text, skipped));
        if (document.refusal().isPresent()) {
            MarkdownLimits.Refusal refusal = document.refusal().get();
            return refused(file, document.lineAt(refusal.offset()), refusal.message());
        }
        int level = questionLevel(document, 2);
        boolean listed = level == 0 && !hasMarks(document.blocks());
        QuestionCollector found = collect(document, level, listed);
        if (found.size() == 0) {
            // one question heading is no pattern, but better than nothing
            found = collect(document, questionLevel(document, 1), true);
        }
        return found.result(file);
    }

    private static QuestionCollector collect(MarkdownText document, int level, boolean listed) {
        QuestionCollector found = new QuestionCollector();
        new DocumentWalk(document, found, level, listed).walk();
        return found;
    }

    /** Offset behind the front matter that other tools put in front of a document; 0 if there is none. */
    private static int frontMatterEnd(String text) {
        int start = text.indexOf('\n') + 1;
        if (start == 0 || !text.substring(0, start).strip().equals(FENCE)) {
            return 0;
        }
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed + 1;
            if (text.substring(start, end).strip().equals(FENCE)) {
                return end;
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

    /**
     * Level of the headings that ask: the one with most headings that read like questions, if these are at least half of its headings; 0 if there is none.
     *
     * @param fewest headings that make a pattern
     */
    private static int questionLevel(MarkdownText document, int fewest) {
        int[] all = new int[HEADING_LEVELS + 1];
        int[] asking = new int[HEADING_LEVELS + 1];
        for (Node block : document.blocks()) {
            if (block instanceof Heading heading) {
                String title = Wording.prompt(heading.getText().toString());
                if (Wording.answerMark(title).isEmpty() && !Wording.isAboutTheDocument(title)) {
                    all[heading.getLevel()]++;
                    asking[heading.getLevel()] +=
                            Wording.asks(title) || Wording.questionMark(title).isPresent() ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int level = 1; level <= HEADING_LEVELS; level++) {
            if (asking[level] >= fewest && asking[level] * 2 >= all[level] && asking[level] > asking[best]) {
                best = level;
            }
        }
        return best;
    }

    /** Whether any block begins with `Question:` or the like, at the left margin or in a list. */
    private static boolean hasMarks(List<Node> blocks) {
        for (Node block : blocks) {
            if (block instanceof Paragraph
                    && Wording.questionMark(block.getChars().toString()).isPresent()) {
                return true;
            }
            if ((block instanceof ListBlock || block instanceof ListItem) && hasMarks(MarkdownText.children(block))) {
                return true;
            }
        }
        return false;
    }
}
