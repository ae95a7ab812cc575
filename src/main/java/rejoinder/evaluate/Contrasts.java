package rejoinder.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Verdict;

/**
 * What the grader makes of true statements and of their opposites in nearly the same words.
 *
 * <p>A table holds pairs (columns {@code question_id}, {@code right}, {@code wrong}, and {@code kind} if it is there) or true statements alone (columns {@code
 * question_id} and {@code answer}, and no {@code score}).
 *
 * @param rows in the order of the table
 */
public record Contrasts(List<Row> rows) {
    /** A pair is told apart where the right one is higher by more than this: two points of 100. */
    public static final double MARGIN = 0.02;

    /** Copies the list. */
    public Contrasts {
        rows = List.copyOf(rows);
    }

    /**
     * One row of the table.
     *
     * @param wrong the opposite; empty where the table holds true statements alone
     */
    public record Pair(String questionId, String kind, String right, Optional<String> wrong) {}

    /** A graded row. */
    public record Row(Pair pair, Grade right, Optional<Grade> wrong) {
        /** How much higher the right one is, 0 to 1; its own score where there is no wrong one. */
        public double lead() {
            return right.score().value()
                    - wrong.map(grade -> grade.score().value()).orElse(0.0);
        }
    }

    /**
     * Counts of some rows.
     *
     * @param n rows
     * @param above right ones that are higher than their opposites
     * @param apart those that are higher by more than {@link #MARGIN}
     * @param rightAtZero right ones that earn nothing
     * @param rightAccused right ones that are taken for a contradiction or lose something by name
     * @param wrongAccused wrong ones of which that is said
     */
    public record Counts(int n, int above, int apart, int rightAtZero, int rightAccused, int wrongAccused) {
        static Counts of(List<Row> rows) {
            return new Counts(
                    rows.size(),
                    count(rows, row -> row.lead() > 0),
                    count(rows, row -> row.lead() > MARGIN),
                    count(rows, row -> row.right.score().percent() == 0),
                    count(rows, row -> isAccused(row.right)),
                    count(rows, row -> row.wrong.filter(Contrasts::isAccused).isPresent()));
        }

        private static int count(List<Row> rows, Function<Row, Boolean> of) {
            return (int) rows.stream().filter(of::apply).count();
        }
    }

    /** Whether something of an answer is called wrong. */
    static boolean isAccused(Grade grade) {
        return grade.findings().stream().anyMatch(finding -> finding.is(Verdict.CONTRADICTED))
                || grade.deductions().stream().anyMatch(Deduction::takesAway);
    }

    /** Counts of all rows. */
    public Counts all() {
        return Counts.of(rows);
    }

    /** Counts by kind, by name. */
    public Map<String, Counts> byKind() {
        Map<String, List<Row>> kinds = new TreeMap<>();
        rows.forEach(row ->
                kinds.computeIfAbsent(row.pair.kind, kind -> new ArrayList<>()).add(row));
        Map<String, Counts> counts = new LinkedHashMap<>();
        kinds.forEach((kind, some) -> counts.put(kind, Counts.of(some)));
        return counts;
    }

    /**
     * Reads a table of pairs or of true statements.
     *
     * @return empty if the file is another kind of table
     * @throws AnswerFileException if a row lacks a field; the message names the file and the line
     * @throws IOException if it cannot be read
     */
    public static Optional<List<Pair>> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 1;
            String header = lines.readLine();
            while (header != null && header.startsWith("#")) {
                header = lines.readLine();
                number++;
            }
            List<String> names = header == null
                    ? List.of()
                    : Arrays.stream(header.replace("\uFEFF", "").split("\t", -1))
                            .map(String::strip)
                            .toList();
            boolean pairs = names.containsAll(List.of("question_id", "right", "wrong"));
            boolean statements = names.containsAll(List.of("question_id", "answer")) && !names.contains("score");
            if (!pairs && !statements) {
                return Optional.empty();
            }
            List<Pair> read = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] fields = line.split("\t", -1);
                if (line.isBlank()) {
                    continue;
                }
                if (fields.length < names.size()) {
                    throw new AnswerFileException(file + ": Line " + number + " has " + fields.length
                            + " fields; the first line names " + names.size() + ".");
                }
                Function<String, String> field = name -> fields[names.indexOf(name)];
                read.add(new Pair(
                        field.apply("question_id"),
                        names.contains("kind") ? field.apply("kind") : "",
                        field.apply(pairs ? "right" : "answer"),
                        pairs ? Optional.of(field.apply("wrong")) : Optional.empty()));
            }
            return Optional.of(read);
        } catch (java.nio.charset.CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Grades pairs in their order.
     *
     * @param asked the question of an id
     */
    public static Contrasts grade(List<Pair> pairs, Function<String, Question> asked, Grader grader) {
        return new Contrasts(pairs.stream()
                .map(pair -> {
                    Question question = asked.apply(pair.questionId);
                    return new Row(
                            pair,
                            grader.grade(question, pair.right),
                            pair.wrong.map(wrong -> grader.grade(question, wrong)));
                })
                .toList());
    }
}
