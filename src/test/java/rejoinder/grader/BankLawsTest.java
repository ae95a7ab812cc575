package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Verdict;

/**
 * What must never happen, looked for in every question of the bank. Each run draws a few sentences a question, the same ones each time;
 * {@code -Dlaws.draw=2} draws others, and {@code -Dlaws.sentences=99} takes all true ones. Where the grader still breaks a law, the number may become less, never more.
 */
@Tag("model")
@Order(1)
class BankLawsTest {
    private static final int DRAW = Integer.getInteger("laws.draw", 0);

    /** True sentences of a question that are looked at; a run over all of them takes some five minutes of one processor. */
    private static final int TRUE_SENTENCES = Integer.getInteger("laws.sentences", 6);

    private static final double MOST_TICKED = 0.05;

    /** Some wordings hold with their names exchanged, too. */
    private static final double MOST_EXCHANGED_TICKED = 0.10;

    /** In each of these the answer holds something wrong, and is told so only once it says something right, too. */
    private static final int MOST_ADDED = 3;

    private static final Pattern TWO_NAMES = Pattern.compile("(`[^`]+`)([^`]+)(`[^`]+`)");

    /** What is between names that may change places. */
    private static final Pattern LISTED = Pattern.compile("\\s*(?:and|or|nor|,|/|equals|is the same as|==)");

    private final Grader grader = SharedModel.grader();
    private final List<String> accusedTruths = new ArrayList<>();
    private final List<String> accusedContrasts = new ArrayList<>();
    private final List<String> addedAccusations = new ArrayList<>();
    private int truths;
    private int contrasts;
    private final List<String> tickedDenials = new ArrayList<>();
    private int denied;
    private final List<String> tickedExchanges = new ArrayList<>();
    private int exchanged;

    @Test
    void noQuestionBreaksALaw() {
        int drawn = DRAW;
        for (Question question : SharedBank.bank().questions()) {
            List<KeyPoint> points = question.keyPoints().stream()
                    .filter(point -> !point.exact())
                    .toList();
            if (!question.selfGraded() && !points.isEmpty()) {
                KeyPoint point = points.get(drawn % points.size());
                readTruths(question, drawn);
                contrast(question, point, points.get((drawn + 1) % points.size()));
                add(question, point);
                deny(question, point);
                points.forEach(each -> exchange(question, each));
                drawn++;
            }
        }
        System.out.println(accusedTruths.size() + " of " + truths + " true sentences accused; "
                + accusedContrasts.size() + " of " + contrasts + " contrasts of two points accused; "
                + addedAccusations.size() + " accusations added by right sentences; " + tickedDenials.size() + " of "
                + denied + " denied statements ticked; " + tickedExchanges.size() + " of " + exchanged
                + " wordings with two names exchanged ticked.");
        Stream.of(accusedTruths, accusedContrasts, addedAccusations, tickedDenials, tickedExchanges)
                .flatMap(List::stream)
                .forEach(System.out::println);
        assertThat(accusedTruths).isEmpty();
        assertThat(accusedContrasts).isEmpty();
        assertThat(addedAccusations).hasSizeLessThanOrEqualTo(MOST_ADDED);
        assertThat(denied).isPositive();
        assertThat((double) tickedDenials.size() / denied).isLessThanOrEqualTo(MOST_TICKED);
        assertThat(exchanged).isPositive();
        assertThat((double) tickedExchanges.size() / exchanged).isLessThanOrEqualTo(MOST_EXCHANGED_TICKED);
    }

    // true neighbours of misconceptions, and the sentences that say why those are false
    private void readTruths(Question question, int drawn) {
        List<String> all = question.misconceptions().stream()
                .flatMap(wrong -> Stream.concat(wrong.trueNeighbours().stream(), Stream.of(wrong.why())))
                .filter(text -> !text.isBlank())
                .toList();
        for (int i = 0; i < Math.min(TRUE_SENTENCES, all.size()); i++) {
            String right = all.get((drawn * TRUE_SENTENCES + i) % all.size());
            truths++;
            accused(graded(question, right)).forEach(id -> accusedTruths.add(question.id() + " " + id + ": " + right));
        }
    }

    // two of a question's own points in one sentence
    private void contrast(Question question, KeyPoint one, KeyPoint other) {
        List<String> joiners = List.of(", while ", ", but ", ", ", ", whereas ", ". ");
        String text =
                one.statement().replaceFirst("[.]$", "") + joiners.get(contrasts % joiners.size()) + other.statement();
        contrasts++;
        accused(graded(question, text)).forEach(id -> accusedContrasts.add(question.id() + " " + id + ": " + text));
    }

    private void add(Question question, KeyPoint point) {
        String answer = question.misconceptions().stream()
                .map(Misconception::statement)
                .findFirst()
                .orElse(question.referenceAnswers().get(0).text());
        Set<String> after = accused(graded(question, answer + " " + point.statement()));
        after.removeAll(accused(graded(question, answer)));
        after.forEach(
                id -> addedAccusations.add(question.id() + " " + id + " by " + point.statement() + " to " + answer));
    }

    private void deny(Question question, KeyPoint point) {
        String denial = denied(point.statement());
        if (!denial.equals(point.statement())) {
            denied++;
            if (ticked(graded(question, denial), point)) {
                tickedDenials.add(question.id() + " " + point.id() + ": " + denial);
            }
        }
    }

    private void exchange(Question question, KeyPoint point) {
        for (String wording : KeyPointFinder.wordings(point)) {
            Matcher names = TWO_NAMES.matcher(wording);
            if (names.find()
                    && !names.group(1).equals(names.group(3))
                    && !LISTED.matcher(names.group(2)).lookingAt()) {
                String turned = wording.substring(0, names.start())
                        + names.group(3)
                        + names.group(2)
                        + names.group(1)
                        + wording.substring(names.end());
                exchanged++;
                if (ticked(graded(question, turned), point)) {
                    tickedExchanges.add(question.id() + " " + point.id() + ": " + turned);
                }
            }
        }
    }

    // the score is the sum of its parts
    private Grade graded(Question question, String answer) {
        Grade grade = grader.grade(question, answer);
        double sum = grade.findings().stream().mapToDouble(Finding::earned).sum()
                + grade.deductions().stream().mapToDouble(Deduction::amount).sum();
        assertThat(grade.score().value())
                .as(question.id() + ": " + answer)
                .isCloseTo(Math.max(0, Math.min(1, sum)), within(1e-9));
        return grade;
    }

    private static Set<String> accused(Grade grade) {
        return grade.findings().stream()
                .filter(finding -> finding.is(Verdict.CONTRADICTED))
                .map(finding -> finding.point().id())
                .collect(Collectors.toSet());
    }

    private static boolean ticked(Grade grade, KeyPoint point) {
        return grade.findings().stream()
                .anyMatch(finding -> finding.point().id().equals(point.id()) && finding.is(Verdict.MADE));
    }

    // the first verb that can be denied by a word behind it
    private static String denied(String statement) {
        return statement.matches("(?s).*\\b(?:not|never|no|cannot)\\b.*")
                ? statement
                : statement.replaceFirst("\\b(is|are|was|can|does|do|will|has|must|should)\\b", "$1 not");
    }
}
