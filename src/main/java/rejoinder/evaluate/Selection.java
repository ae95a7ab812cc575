package rejoinder.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where graded answers are, and which of them are meant: a file or folder, and after a {@code #} conditions with commas between them, such as
 * {@code answers.tsv#split=train,class!=echo}. All of them must hold. A table is chosen from by any of its columns, other sources by {@code question_id} and
 * {@code class}.
 *
 * @param source the file or folder
 * @param conditions which answers, all if empty
 */
public record Selection(Path source, List<Condition> conditions) {
    private static final Pattern CONDITION = Pattern.compile("([^=!,]+?)(!?=)([^,]*)");

    /** Copies the list. */
    public Selection {
        conditions = List.copyOf(conditions);
    }

    /**
     * A column and what must be in it, or must not; capitals do not matter.
     *
     * @param equal whether it must
     */
    public record Condition(String column, boolean equal, String value) {
        boolean holds(String found) {
            return found.strip().equalsIgnoreCase(value) == equal;
        }

        @Override
        public String toString() {
            return column + (equal ? "=" : "!=") + value;
        }
    }

    /**
     * Reads what a user wrote; a file that has a {@code #} in its name is found all the same.
     *
     * @throws AnswerFileException if what stands after the {@code #} is not a condition
     */
    public static Selection parse(String text) {
        int mark = text.lastIndexOf('#');
        if (mark < 0 || Files.exists(Path.of(text))) {
            return all(Path.of(text));
        }
        List<Condition> conditions = new ArrayList<>();
        for (String part : text.substring(mark + 1).split(",", -1)) {
            Matcher form = CONDITION.matcher(part.strip());
            if (!form.matches()) {
                throw new AnswerFileException("'" + part.strip() + "' in " + text
                        + " is not a condition; write COLUMN=VALUE or COLUMN!=VALUE after the #, with commas between.");
            }
            conditions.add(new Condition(
                    form.group(1).strip(),
                    form.group(2).equals("="),
                    form.group(3).strip()));
        }
        return new Selection(Path.of(text.substring(0, mark)), conditions);
    }

    /** Every answer of a file or folder. */
    public static Selection all(Path source) {
        return new Selection(source, List.of());
    }

    /**
     * Whether a row is meant.
     *
     * @param columns gives what is in a column
     */
    boolean takes(UnaryOperator<String> columns) {
        return conditions.stream().allMatch(condition -> condition.holds(columns.apply(condition.column)));
    }

    /** Those answers of a set that are meant. */
    GradedSet among(GradedSet set) {
        return new GradedSet(
                set.format(),
                set.fullMarks(),
                set.answers().stream()
                        .filter(answer -> takes(column -> column(answer, column)))
                        .toList());
    }

    private String column(GradedAnswer answer, String name) {
        return switch (name) {
            case "question_id" -> answer.questionId();
            case "class" -> answer.kind();
            default ->
                throw new AnswerFileException(
                        "The answers of " + source + " can be chosen by question_id and class, not by " + name + ".");
        };
    }

    /** As a user writes it. */
    @Override
    public String toString() {
        return conditions.isEmpty()
                ? source.toString()
                : source + "#"
                        + String.join(
                                ",",
                                conditions.stream().map(Condition::toString).toList());
    }
}
