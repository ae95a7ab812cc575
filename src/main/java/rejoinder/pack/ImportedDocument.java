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
 * @param how in words, how its questions were told apart ("headings of level 3"); empty if it was not read
 * @param others other ways to read it, the best first
 */
public record ImportedDocument(
        String file,
        DocumentShape shape,
        List<ImportedQuestion> questions,
        List<ImportWarning> warnings,
        Optional<ParsedPack> pack,
        String how,
        List<OtherReading> others) {
    /** Copies the lists. */
    public ImportedDocument {
        questions = List.copyOf(questions);
        warnings = List.copyOf(warnings);
        others = List.copyOf(others);
    }

    /** A document that can be read in one way only. */
    public ImportedDocument(
            String file,
            DocumentShape shape,
            List<ImportedQuestion> questions,
            List<ImportWarning> warnings,
            Optional<ParsedPack> pack) {
        this(file, shape, questions, warnings, pack, "", List.of());
    }

    /**
     * A way to read a document that was not taken.
     *
     * @param how in words
     * @param questions that it would find
     */
    public record OtherReading(String how, int questions) {}

    /** The same document with other questions. */
    public ImportedDocument withQuestions(List<ImportedQuestion> other) {
        return new ImportedDocument(file, shape, other, warnings, pack, how, others);
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
