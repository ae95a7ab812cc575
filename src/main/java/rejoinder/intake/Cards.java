package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/**
 * What a file of cards or of a quiz holds.
 *
 * @param how in words, what it was read as
 * @param cards in the order of the file
 * @param warnings about entries that are not questions, and about what was assumed
 */
record Cards(String how, List<Card> cards, List<ImportWarning> warnings) {
    Cards {
        cards = List.copyOf(cards);
        warnings = List.copyOf(warnings);
    }

    ImportedDocument document(String file) {
        List<ImportedQuestion> questions = new ArrayList<>();
        List<ImportWarning> all = new ArrayList<>(warnings);
        for (Card card : cards) {
            String prompt = Cleaner.prompt(Wording.prompt(card.prompt()));
            if (prompt.isBlank() || questions.size() == DocumentReader.MOST_QUESTIONS) {
                all.add(new ImportWarning(
                        card.line(),
                        prompt.isBlank()
                                ? "This entry asks nothing and is left out."
                                : "The questions from here on are left out: a file holds at most 50,000."));
                if (!prompt.isBlank()) {
                    break;
                }
                continue;
            }
            List<ImportWarning> own = new ArrayList<>();
            Cleaner.Clean answer = Cleaner.clean(card.answer());
            String text = answer.text();
            if (Phrases.isPlaceholder(text)) {
                own.add(new ImportWarning(
                        card.line(),
                        "The answer is a placeholder (\"" + text + "\"); the question is imported without an answer."));
                text = "";
            } else if (text.length() > DocumentReader.LONGEST_ANSWER) {
                own.add(new ImportWarning(
                        card.line(),
                        "The answer is longer than 90,000 characters and is left out; split the question."));
                text = "";
            } else if (text.isBlank()) {
                own.add(new ImportWarning(card.line(), "This question has no answer; it is imported as self-graded."));
            }
            Included.files(card.answer())
                    .forEach(named -> own.add(new ImportWarning(card.line(), Included.sentence(named))));
            if (Phrases.holdsFormula(text)) {
                own.add(new ImportWarning(card.line(), DocumentReader.FORMULA));
            }
            all.addAll(own);
            questions.add(new ImportedQuestion(
                    card.topic(),
                    prompt,
                    Cleaner.clean(card.context()).text(),
                    text,
                    card.line(),
                    List.of(),
                    List.of(),
                    answer.sources(),
                    card.tags(),
                    card.answer().strip().equals(text) ? "" : card.answer(),
                    own));
        }
        if (questions.isEmpty() && all.isEmpty()) {
            all.add(new ImportWarning(1, "This was read as " + how + ", and no question was found in it."));
        }
        DocumentShape shape = questions.isEmpty()
                ? DocumentShape.UNKNOWN
                : questions.stream().anyMatch(ImportedQuestion::hasAnswer)
                        ? DocumentShape.QUESTIONS_AND_ANSWERS
                        : DocumentShape.OUTLINE;
        return new ImportedDocument(file, shape, questions, all, Optional.empty(), how, List.of());
    }
}
