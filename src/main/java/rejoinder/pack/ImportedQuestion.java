package rejoinder.pack;

import java.util.List;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Source;

/**
 * A question as it was found in a document.
 *
 * @param section title of the topic or section that it is in, empty if it is in none
 * @param prompt what is asked, inline Markdown
 * @param context what is shown with it (code, options), Markdown, empty if there is none
 * @param answer Markdown without the furniture of a page, empty if the document has none
 * @param line of the question, 1 is the first
 * @param followUps what the document asks below it
 * @param points what the document or the reader of the document proposes as key points
 * @param sources links that were with the answer
 * @param tags short words
 * @param original the answer as it is in the document; empty if it is the same
 * @param warnings what a person should look at
 */
public record ImportedQuestion(
        String section,
        String prompt,
        String context,
        String answer,
        int line,
        List<String> followUps,
        List<KeyPoint> points,
        List<Source> sources,
        List<String> tags,
        String original,
        List<ImportWarning> warnings) {
    /** Copies the lists. */
    public ImportedQuestion {
        followUps = List.copyOf(followUps);
        points = List.copyOf(points);
        sources = List.copyOf(sources);
        tags = List.copyOf(tags);
        warnings = List.copyOf(warnings);
    }

    /** A question and its answer, and nothing else. */
    public ImportedQuestion(String section, String prompt, String answer, int line) {
        this(section, prompt, "", answer, line, List.of(), List.of(), List.of(), List.of(), "", List.of());
    }

    /** Whether the document answers it. */
    public boolean hasAnswer() {
        return !answer.isBlank();
    }

    /** The same question with another answer. */
    public ImportedQuestion withAnswer(String text) {
        return new ImportedQuestion(
                section, prompt, context, text, line, followUps, points, sources, tags, original, warnings);
    }

    /** The same question in another section. */
    public ImportedQuestion inSection(String title) {
        return new ImportedQuestion(
                title, prompt, context, answer, line, followUps, points, sources, tags, original, warnings);
    }

    /** The same question on another line. */
    public ImportedQuestion onLine(int place) {
        return new ImportedQuestion(
                section, prompt, context, answer, place, followUps, points, sources, tags, original, warnings);
    }

    /** The same question with other key points. */
    public ImportedQuestion withPoints(List<KeyPoint> proposed) {
        return new ImportedQuestion(
                section, prompt, context, answer, line, followUps, proposed, sources, tags, original, warnings);
    }
}
