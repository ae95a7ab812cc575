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
 * @param links one per question of the outlines, in order; entries are counted through all documents with answers
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
        links.forEach(link -> link.matches().forEach(entry -> used.add(entries.get(entry - 1))));
        int next = 0;
        for (ImportedDocument document : documents) {
            List<ImportedQuestion> questions = new ArrayList<>();
            for (ImportedQuestion question : document.questions()) {
                if (document.shape() == DocumentShape.OUTLINE) {
                    Link link = links.get(next++);
                    questions.add(answered(question, link, entries));
                } else if (!used.contains(question)) {
                    questions.add(question);
                }
            }
            linked.add(withQuestions(document, questions));
        }
        return new LinkedDocuments(linked, links);
    }

    /**
     * An outline and the document that answers it, whatever each of them looks like.
     *
     * @param links of the outline's questions to the entries of the document
     */
    public static LinkedDocuments of(ImportedDocument outline, ImportedDocument answers, List<Link> links) {
        Set<Integer> used = new HashSet<>();
        links.forEach(link -> used.addAll(link.matches()));
        List<ImportedQuestion> asked = new ArrayList<>();
        for (Link link : links) {
            asked.add(answered(outline.questions().get(link.outline() - 1), link, answers.questions()));
        }
        List<ImportedQuestion> left = new ArrayList<>();
        for (int i = 0; i < answers.questions().size(); i++) {
            if (!used.contains(i + 1)) {
                left.add(answers.questions().get(i));
            }
        }
        return new LinkedDocuments(List.of(outline.withQuestions(asked), answers.withQuestions(left)), links);
    }

    /** A question with the answers of all entries that answer it, each below the other. */
    private static ImportedQuestion answered(ImportedQuestion question, Link link, List<ImportedQuestion> entries) {
        List<String> answers = link.matches().stream()
                .map(entry -> entries.get(entry - 1).answer())
                .toList();
        return answers.isEmpty() ? question : question.withAnswer(String.join("\n\n", answers));
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
