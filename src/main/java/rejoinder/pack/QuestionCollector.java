package rejoinder.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gathers questions, their answers and warnings while a document is walked from top to bottom. */
final class QuestionCollector {
    /** Leaves room for the question's heading and its yaml block. */
    private static final int LONGEST_ANSWER = PackParser.LONGEST_QUESTION - 5_000;

    /** How the open question was recognised; a stronger mark is not closed by a weaker one. */
    enum Mark {
        NONE,
        PARAGRAPH,
        BOLD,
        LIST_ITEM,
        EXPLICIT,
        HEADING
    }

    private static final class Open {
        private final String section;
        private final int line;
        private final List<String> answer = new ArrayList<>();
        private String prompt;
        private int answerLine;

        private Open(String section, String prompt, int line) {
            this.section = section;
            this.prompt = prompt;
            this.line = line;
        }
    }

    private final List<Open> found = new ArrayList<>();
    private final List<ImportWarning> warnings = new ArrayList<>();
    private String section = "";
    private int sectionLevel;
    private Mark mark = Mark.NONE;
    private boolean strayReported;

    /** Begins a section and closes the open question. */
    void section(String title, int level) {
        section = title;
        sectionLevel = level;
        mark = Mark.NONE;
        strayReported = false;
    }

    int sectionLevel() {
        return sectionLevel;
    }

    /** Begins a question; a blank prompt is filled by the next block. */
    void question(String prompt, int line, Mark how) {
        found.add(new Open(section, prompt, line));
        mark = how;
        strayReported = false;
    }

    Mark mark() {
        return mark;
    }

    /** Whether the open question has text below it already. */
    boolean hasAnswer() {
        return mark != Mark.NONE && !last().answer.isEmpty();
    }

    boolean awaitsPrompt() {
        return mark != Mark.NONE && last().prompt.isEmpty();
    }

    void fillPrompt(String prompt) {
        last().prompt = prompt;
    }

    /** Adds a block to the answer of the open question; without one, text is left out with one warning a run. */
    void text(String markdown, int line) {
        if (markdown.isBlank()) {
            return;
        }
        if (mark == Mark.NONE) {
            if (!strayReported) {
                strayReported = true;
                warn(line, "This text belongs to no question and is left out.");
            }
            return;
        }
        Open open = last();
        if (open.answer.isEmpty()) {
            open.answerLine = line;
        }
        open.answer.add(markdown);
    }

    private Open last() {
        return found.get(found.size() - 1);
    }

    void warn(int line, String message) {
        warnings.add(new ImportWarning(line, message));
    }

    int size() {
        return found.size();
    }

    /** What was found, as an outline if fewer than a fifth of the questions have text below them. */
    ImportedDocument result(String file) {
        List<Open> asked = new ArrayList<>();
        for (Open open : found) {
            if (open.prompt.isEmpty()) {
                warn(open.line, "This question has no text and is left out.");
            } else {
                asked.add(open);
            }
        }
        if (asked.size() > PackParser.MOST_QUESTIONS) {
            warn(
                    asked.get(PackParser.MOST_QUESTIONS).line,
                    "This is question 2,001 of the document; it and the later ones are left out, so split the document.");
            asked.subList(PackParser.MOST_QUESTIONS, asked.size()).clear();
        }
        long answered = asked.stream().filter(open -> !open.answer.isEmpty()).count();
        boolean outline = answered * 5 < asked.size();
        DocumentShape shape = DocumentShape.UNKNOWN;
        if (asked.isEmpty()) {
            warn(
                    1,
                    "No question was recognised; write questions as headings, as list items below a topic or behind `Question:`.");
        } else {
            shape = outline ? DocumentShape.OUTLINE : DocumentShape.QUESTIONS_AND_ANSWERS;
        }
        List<ImportedQuestion> questions = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Open open : asked) {
            String answer = outline ? "" : String.join("\n\n", open.answer);
            if (answer.length() > LONGEST_ANSWER) {
                answer = "";
                warn(
                        open.answerLine,
                        "This answer is longer than a pack can hold (100,000 characters) and is left out; shorten it.");
            }
            if (outline && !open.answer.isEmpty()) {
                warn(open.answerLine, "This text below a question is taken for no answer and left out.");
            } else if (!outline && answer.isEmpty()) {
                warn(open.line, "This question has no answer; it is imported as self-graded.");
            }
            Integer first = lines.putIfAbsent(open.prompt.toLowerCase(Locale.ROOT), open.line);
            if (first != null) {
                warn(open.line, "This question is asked in the same words on line " + first + "; both are imported.");
            }
            questions.add(new ImportedQuestion(open.section, open.prompt, answer, open.line));
        }
        warnings.sort(Comparator.comparingInt(ImportWarning::line));
        return new ImportedDocument(file, shape, questions, warnings, Optional.empty());
    }
}
