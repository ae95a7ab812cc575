package rejoinder.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.Statement;
import rejoinder.evaluate.PointFit.Labelled;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.grader.PointSignals;
import rejoinder.text.Embedder;

/** Points of graded answers that people judged one by one, beside a table of answers: {@code answer} (its row, from 1), {@code key_point} and {@code judged}. */
public final class JudgedPoints {
    private static final String COLUMNS = "answer\tquestion_id\tkey_point\tjudged";

    /** A statement counts this much beside a judged point of an answer. */
    private static final double STATEMENT_WEIGHT = 0.6;

    /** A point of an answer to another question counts this much. Nobody judged it, so it has no say in the thresholds. */
    private static final double OTHERS_WEIGHT = 0.9;

    /** A point of small talk counts this much: there are many, and all say the same. */
    private static final double SMALL_TALK_WEIGHT = 0.2;

    /** What people say when they have nothing to say. */
    private static final List<String> SMALL_TALK = List.of(
            "Good morning! Nice to meet you all.",
            "Let me think about that one for a second.",
            "I have heard of this before, but somebody else on my team took care of it.",
            "That matters a lot in practice, and everyone should know how it works.",
            "There is a lot one could say here, and people have strong opinions about it.",
            "Usually I would look it up, try a few things and see what happens.",
            "I used it in a project last year, it took us a while, but in the end the customer was happy and we shipped on time.",
            "My favourite part of the job is that you learn something new each day.");

    /** Sentences of small talk a question is fitted on. */
    private static final int TALKS = 3;

    private JudgedPoints() {}

    /**
     * What the grader sees of each judged point of some answers.
     *
     * @param selection which answers of their table
     * @param points the table of judged points
     * @param asked the question of an id
     * @throws AnswerFileException if a row is wrong; the message names the file and the line
     * @throws IOException if a table cannot be read
     */
    public static List<Labelled> read(
            Selection selection, Path points, Function<String, Question> asked, AlignmentGrader grader)
            throws IOException {
        List<GradedAnswer> all =
                GradedSets.read(Selection.all(selection.source())).answers();
        Set<GradedAnswer> chosen = new HashSet<>(GradedSets.read(selection).answers());
        Map<Integer, Map<String, PointSignals>> seen = new HashMap<>();
        List<Labelled> labelled = new ArrayList<>();
        List<String> lines = Files.readAllLines(points);
        if (lines.isEmpty() || !lines.get(0).equals(COLUMNS)) {
            throw new AnswerFileException(
                    points + ": Line 1 must name the columns " + COLUMNS.replace("\t", ", ") + ".");
        }
        for (int n = 1; n < lines.size(); n++) {
            String[] fields = lines.get(n).split("\t", -1);
            int row = fields.length == 4 && fields[0].matches("\\d{1,6}") ? Integer.parseInt(fields[0]) : 0;
            if (row < 1 || row > all.size() || !all.get(row - 1).questionId().equals(fields[1])) {
                throw new AnswerFileException(
                        points + ": Line " + (n + 1) + " names no answer of " + selection.source() + ".");
            }
            GradedAnswer answer = all.get(row - 1);
            if (!chosen.contains(answer)) {
                continue;
            }
            Question question = asked.apply(fields[1]);
            PointSignals signals = seen.computeIfAbsent(row, known -> signals(grader, question, answer.answer()))
                    .get(fields[2]);
            if (signals == null
                    && question.keyPoints().stream()
                            .noneMatch(point -> point.id().equals(fields[2]))) {
                throw new AnswerFileException(points + ": Line " + (n + 1) + " names the key point '" + fields[2]
                        + "', which the question does not have.");
            }
            boolean exact =
                    question.keyPoints().stream().anyMatch(point -> point.id().equals(fields[2]) && point.exact());
            if (signals != null && !exact) {
                labelled.add(new Labelled(fields[1], signals, judged(fields[3], points, n + 1), 1));
            }
        }
        return labelled;
    }

    /**
     * Statements of the bank as answers of one sentence, about their own points: what an answer in few words looks like. Each is read without itself and its twin.
     *
     * @param twins the statements of a twin, which are about one point
     * @param asked the question of an id
     */
    public static List<Labelled> statements(
            List<List<Statement>> twins, String question, Function<String, Question> asked, AlignmentGrader grader) {
        Question whole = asked.apply(question);
        List<Labelled> labelled = new ArrayList<>();
        for (List<Statement> twin : twins) {
            Question without = whole.withStatements(whole.statements().stream()
                    .filter(statement -> !twin.contains(statement))
                    .toList());
            for (Statement statement : twin) {
                PointSignals signals =
                        signals(grader, without, statement.text()).get(statement.keyPointId());
                if (signals != null) {
                    Judged judged = statement.isTrue() ? Judged.MADE : Judged.CONTRADICTED;
                    labelled.add(new Labelled(question, signals, judged, STATEMENT_WEIGHT));
                }
            }
        }
        return labelled;
    }

    /**
     * Answers to other questions: of the same field, in good style, and beside the point. A question gets the first reference answer of the most similar one of its
     * topic, which does not say those of its points that no point of the other one resembles.
     *
     * @param questions the ids of the questions
     */
    public static List<Labelled> others(
            Collection<String> questions, ItemBank bank, AlignmentGrader grader, Embedder embedder) {
        List<Labelled> labelled = new ArrayList<>();
        for (Question question : bank.questions()) {
            Optional<Question> nearest = questions.contains(question.id().toString())
                    ? BankLint.nearest(question, bank, embedder)
                    : Optional.empty();
            if (nearest.isEmpty()) {
                continue;
            }
            Question other = nearest.get();
            Map<String, PointSignals> seen =
                    signals(grader, question, other.referenceAnswers().get(0).text());
            for (KeyPoint point : question.keyPoints()) {
                boolean unlike = other.keyPoints().stream()
                        .allMatch(theirs -> SharedPoints.likeness(point, theirs, embedder) < SharedPoints.ALIKE);
                PointSignals signals = seen.get(point.id());
                if (unlike && !point.exact() && signals != null) {
                    labelled.add(new Labelled(question.id().toString(), signals, Judged.NOT_SAID, OTHERS_WEIGHT));
                }
            }
        }
        return labelled;
    }

    /**
     * Small talk as an answer, which makes no point.
     *
     * @param questions the ids of the questions
     */
    public static List<Labelled> smallTalk(Collection<String> questions, ItemBank bank, AlignmentGrader grader) {
        List<Labelled> labelled = new ArrayList<>();
        int next = 0;
        for (Question question : bank.questions()) {
            for (int i = 0; questions.contains(question.id().toString()) && i < TALKS; i++) {
                String talk = SMALL_TALK.get(next++ % SMALL_TALK.size());
                signals(grader, question, talk)
                        .forEach((point, signals) -> labelled.add(
                                new Labelled(question.id().toString(), signals, Judged.NOT_SAID, SMALL_TALK_WEIGHT)));
            }
        }
        return labelled;
    }

    private static Map<String, PointSignals> signals(AlignmentGrader grader, Question question, String answer) {
        Map<String, PointSignals> byPoint = new HashMap<>();
        grader.signals(question, answer).forEach(signals -> byPoint.put(signals.keyPoint(), signals));
        return byPoint;
    }

    private static Judged judged(String word, Path file, int line) {
        try {
            return Judged.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new AnswerFileException(
                    file + ": Line " + line + " says '" + word + "'; write made, partly, not-said or contradicted.");
        }
    }
}
