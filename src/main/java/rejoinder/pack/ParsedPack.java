package rejoinder.pack;

import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.bank.Topic;

/**
 * What one pack holds.
 *
 * @param file the pack, as its reader named it
 * @param topic from the front matter; empty if that has a problem, and then there are no questions either
 * @param questions those without a problem, in the order of the file
 * @param lines where each question is, in the order of {@code questions}
 * @param statements the rows that are next to the pack; the questions hold what they say
 * @param problems in the order of their lines
 */
public record ParsedPack(
        String file,
        Optional<Topic> topic,
        List<Question> questions,
        List<QuestionLines> lines,
        List<StatementRow> statements,
        List<PackProblem> problems) {
    /** Copies the lists. */
    public ParsedPack {
        questions = List.copyOf(questions);
        lines = List.copyOf(lines);
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
