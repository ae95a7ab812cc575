package rejoinder.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/**
 * Documents after linking, ready to be written as packs.
 *
 * @param documents outlines whose linked questions carry the answers that were found for them; the other documents without the entries that were used up
 * @param links one a question of the outlines, in order; entries are counted through all documents with answers
 */
public record LinkedDocuments(List<ImportedDocument> documents, List<Link> links) {
    /** Copies the lists. */
    public LinkedDocuments {
        documents = List.copyOf(documents);
        links = List.copyOf(links);
    }

    /** Links the questions of all outlines among some documents to the entries of all documents with answers; the rest stays as it is. */
    public static LinkedDocuments of(List<ImportedDocument> documents, Linker linker) {
        List<ImportedQuestion> entries = questions(documents, DocumentShape.QUESTIONS_AND_ANSWERS);
        List<Link> links = linker.link(questions(documents, DocumentShape.OUTLINE), entries);
        Set<ImportedQuestion> used = new HashSet<>();
        List<ImportedDocument> linked = new ArrayList<>();
        links.forEach(link -> link.match().ifPresent(entry -> used.add(entries.get(entry - 1))));
        int next = 0;
        for (ImportedDocument document : documents) {
            List<ImportedQuestion> questions = new ArrayList<>();
            for (ImportedQuestion question : document.questions()) {
                if (document.shape() == DocumentShape.OUTLINE) {
                    Link link = links.get(next++);
                    questions.add(
                            link.match().isPresent()
                                    ? question.withAnswer(
                                            entries.get(link.match().getAsInt() - 1)
                                                    .answer())
                                    : question);
                } else if (!used.contains(question)) {
                    questions.add(question);
                }
            }
            linked.add(withQuestions(document, questions));
        }
        return new LinkedDocuments(linked, links);
    }

    private static List<ImportedQuestion> questions(List<ImportedDocument> documents, DocumentShape shape) {
        return documents.stream()
                .filter(document -> document.shape() == shape)
                .flatMap(document -> document.questions().stream())
                .toList();
    }

    private static ImportedDocument withQuestions(ImportedDocument document, List<ImportedQuestion> questions) {
        return document.withQuestions(questions);
    }
}
