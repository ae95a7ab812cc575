package rejoinder.pack;

/**
 * A question as it was found in a document.
 *
 * @param section title of the topic or section that it stands in, empty if it stands in none
 * @param prompt what is asked, inline Markdown
 * @param answer Markdown, empty if the document has none
 * @param line of the question, 1 is the first
 */
public record ImportedQuestion(String section, String prompt, String answer, int line) {
    /** Whether the document answers it. */
    public boolean hasAnswer() {
        return !answer.isBlank();
    }

    /** The same question with another answer. */
    public ImportedQuestion withAnswer(String text) {
        return new ImportedQuestion(section, prompt, text, line);
    }
}
