package rejoinder.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rejoinder.bank.Difficulty;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;

/** Grades answers that people graded already, and compares. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * One graded row.
     *
     * @param answer what was graded, with what people gave
     * @param raw alignment before calibration, 0 to 1
     * @param grade the product's score, 0 to 1
     * @param evidence the whole grade
     */
    public record Row(GradedAnswer answer, double raw, double grade, Grade evidence) {
        /** As the file names it. */
        public String questionId() {
            return answer.questionId();
        }

        /** What people gave, 0 to 1. */
        public double score() {
            return answer.score();
        }
    }

    /**
     * The result.
     *
     * @param rows in the order of the file
     * @param raw agreement of the alignment before calibration with people
     * @param grade agreement of the product's score with people
     */
    public record Report(List<Row> rows, Agreement raw, Agreement grade) {
        /** Copies the list. */
        public Report {
            rows = List.copyOf(rows);
        }
    }

    /** Told after each row, in the order of the file. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A row is graded.
         *
         * @param row the row
         * @param done rows graded so far
         * @param total rows in the file
         */
        void graded(Row row, int done, int total);
    }

    /** Grades answers in their order by what they bring along: the question's text and its reference answers, no key points. */
    public static Report run(List<GradedAnswer> answers, Grader grader, Listener listener) {
        Map<List<Object>, Question> questions = new HashMap<>();
        return run(
                answers,
                answer -> questions.computeIfAbsent(
                        List.of(answer.question(), answer.references()), key -> question(answer, questions.size() + 1)),
                grader,
                listener);
    }

    /**
     * Grades answers in their order.
     *
     * @param asked the question that an answer is graded against
     */
    public static Report run(
            List<GradedAnswer> answers, Function<GradedAnswer, Question> asked, Grader grader, Listener listener) {
        List<Row> rows = new ArrayList<>(answers.size());
        for (GradedAnswer answer : answers) {
            Grade grade = grader.grade(asked.apply(answer), answer.answer());
            Row row = new Row(answer, grade.raw(), grade.score().value(), grade);
            rows.add(row);
            listener.graded(row, rows.size(), answers.size());
        }
        double[] people = column(rows, Row::score);
        return new Report(
                rows, Agreement.of(people, column(rows, Row::raw)), Agreement.of(people, column(rows, Row::grade)));
    }

    /** Rows by question, both in the order of the file. */
    static Map<String, List<Row>> byQuestion(List<Row> rows) {
        Map<String, List<Row>> questions = new LinkedHashMap<>();
        rows.forEach(row -> questions
                .computeIfAbsent(row.questionId(), id -> new ArrayList<>())
                .add(row));
        return questions;
    }

    /** One number of each row. */
    static double[] column(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).toArray();
    }

    // what a file of graded answers tells of a question, and no more: no key points, no misconceptions
    private static Question question(GradedAnswer answer, int number) {
        return new Question(
                new QuestionId("evaluation", "question-" + number),
                answer.question(),
                "",
                Difficulty.MIDDLE,
                Duration.ofMinutes(3),
                List.of(),
                answer.references().stream()
                        .map(text -> new ReferenceAnswer("", text))
                        .toList(),
                List.of(),
                List.of(),
                "",
                List.of(),
                false);
    }
}
