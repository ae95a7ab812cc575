package rejoinder.pack;

import java.util.List;
import java.util.Optional;

/**
 * What a document holds, whatever its shape.
 *
 * @param file as its reader named it
 * @param shape recognised by content
 * @param questions in the order of the document
 * @param warnings in the order of their lines
 * @param pack the pack itself if the document is one, with all that a question of a pack has
 */
public record ImportedDocument(
        String file,
        DocumentShape shape,
        List<ImportedQuestion> questions,
        List<ImportWarning> warnings,
        Optional<ParsedPack> pack) {
    /** Copies the lists. */
    public ImportedDocument {
        questions = List.copyOf(questions);
        warnings = List.copyOf(warnings);
    }

    /** Titles of the sections that have questions, in order. */
    public List<String> sections() {
        return questions.stream().map(ImportedQuestion::section).distinct().toList();
    }

    /** How many questions have an answer. */
    public int withAnswer() {
        return (int) questions.stream().filter(ImportedQuestion::hasAnswer).count();
    }
}
