package rejoinder.pack;

import java.util.Optional;
import rejoinder.pack.QuestionCollector.Mark;

/** Reads paragraphs with `Question:` and `Answer:` in them, in one line or several. */
final class MarkedLines {
    private final QuestionCollector out;

    MarkedLines(QuestionCollector out) {
        this.out = out;
    }

    /** Reads the lines of a paragraph that has a `Question:` or `Answer:` in it; false if it has none. */
    boolean read(String text, int firstLine) {
        boolean any = false;
        boolean inPrompt = false;
        StringBuilder prompt = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        int line = firstLine;
        int promptLine = firstLine;
        for (String next : text.lines().toList()) {
            Optional<Wording.Marked> question = Wording.questionMark(next);
            Optional<Wording.Marked> answer = Wording.answerMark(next);
            if (question.isPresent()) {
                flush(inPrompt, prompt, rest, promptLine, line);
                any = true;
                prompt.append(question.get().inside());
                rest.append(question.get().after());
                // bold marks that close, or a question mark, end the prompt
                inPrompt = question.get().after().isEmpty() && !isClosed(next);
                promptLine = line;
                if (!inPrompt) {
                    open(prompt, promptLine);
                }
            } else if (answer.isPresent() && (any || out.mark() != Mark.NONE)) {
                flush(inPrompt, prompt, rest, promptLine, line);
                any = true;
                inPrompt = false;
                rest.append(answer.get().inside())
                        .append(
                                answer.get().after().isEmpty()
                                        ? ""
                                        : " " + answer.get().after());
            } else if (inPrompt) {
                prompt.append(' ').append(next.strip());
                if (isClosed(next)) {
                    inPrompt = false;
                    open(prompt, promptLine);
                }
            } else {
                rest.append(rest.length() == 0 ? "" : "\n").append(next);
            }
            line++;
        }
        if (any) {
            flush(inPrompt, prompt, rest, promptLine, firstLine);
        }
        return any;
    }

    private static boolean isClosed(String line) {
        String end = line.strip();
        return end.endsWith("**") || end.endsWith("__") || end.endsWith("?");
    }

    private void open(StringBuilder prompt, int line) {
        String text = prompt.toString().strip().replaceFirst("(?:\\*\\*|__)$", "");
        out.question(Wording.prompt(text), line, Mark.EXPLICIT);
        prompt.setLength(0);
    }

    private void flush(boolean inPrompt, StringBuilder prompt, StringBuilder rest, int promptLine, int line) {
        if (inPrompt) {
            open(prompt, promptLine);
        }
        out.text(rest.toString().strip(), line);
        rest.setLength(0);
    }
}
