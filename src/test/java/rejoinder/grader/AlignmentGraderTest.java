package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.SharedModel;
import rejoinder.bank.Difficulty;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Deduction;
import rejoinder.grade.Explanation;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

@Tag("model")
class AlignmentGraderTest {
    private static final String PROMPT = "How does a generator differ from a list?";
    private static final String FULL =
            "A generator computes its values lazily, one at a time, when they are asked for. It keeps only its current state in memory. "
                    + "Once it is exhausted it cannot be used again.";
    private static final String TERSE = "lazy values, little memory, only one pass";
    private static final List<KeyPoint> POINTS = List.of(
            new KeyPoint(
                    "lazy",
                    3,
                    "A generator produces its values lazily, when they are asked for.",
                    List.of("values on demand")),
            new KeyPoint(
                    "memory",
                    2,
                    "A generator keeps only its current state in memory.",
                    List.of("it needs very little memory")),
            new KeyPoint(
                    "one-pass",
                    1,
                    "A generator can be iterated over only once.",
                    List.of("after one pass it is exhausted")));

    private final Grader grader = SharedModel.grader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Values come on demand, so it needs very little memory.",
                "a list",
                "\uD83C\uDF89 lazily \u05E2\u05E6\u05DC\u05E0\u05D9 \u5217\u8868",
                "nul\u0000nul and a lone \uD83C half",
                "```python\nnext(gen)\n```",
                "- lazy\n- small\n- once"
            })
    @Tag("complaint-12")
    @Tag("complaint-13")
    void theScoreIsTheSumOfItsPartsAndTheSameEveryTime(String answer) {
        for (Question question : List.of(question(POINTS, FULL, TERSE), question(List.of(), FULL, TERSE))) {
            Grade grade = grader.grade(question, answer);
            double sum = grade.findings().stream().mapToDouble(Finding::earned).sum()
                    + grade.deductions().stream().mapToDouble(Deduction::amount).sum();
            assertThat(grade.score().value()).isCloseTo(sum, within(1e-12)).isBetween(0.0, 1.0);
            assertThat(Explanation.of(grade).value()).isEqualTo(grade.score().value());
            assertThat(grade.findings().stream()
                            .mapToDouble(f -> f.point().share())
                            .sum())
                    .isCloseTo(1, within(1e-9));
            for (Finding finding : grade.findings()) {
                assertThat(finding.earned()).isBetween(0.0, finding.point().share() + 1e-12);
                for (Span span : finding.evidence()) {
                    assertThat(span.of(answer)).isNotBlank();
                }
            }
            assertThat(grader.grade(question, answer)).isEqualTo(grade);
        }
    }

    @Test
    void theReferenceAgainstItselfIsFullMarks() {
        assertThat(score(question(POINTS, FULL), FULL)).isGreaterThan(0.95);
        assertThat(score(question(List.of(), FULL), FULL)).isEqualTo(1, within(1e-9));
    }

    @Test
    void aKeyPointLongerThanTheReaderReadsAtOnceIsGradedByLikeness() {
        String wording = "A generator "
                + "keeps where it stopped, with its local names and the place of the next statement, and ".repeat(8)
                + "goes on from there when the next value is asked for.";
        Question asked = question(List.of(new KeyPoint("resumes", 1, wording, List.of())), FULL);
        assertThat(score(asked, wording)).isGreaterThan(0.9);
        assertThat(score(asked, "Its state is a folder on the disk that the user has to delete."))
                .isLessThan(0.3);
    }

    @Test
    void aBlankAnswerEarnsNothingAndSaysWhy() {
        Grade grade = grader.grade(question(POINTS, FULL), " \n ");
        assertThat(grade.score()).isEqualTo(Score.ZERO);
        assertThat(grade.findings()).hasSize(3);
        assertThat(grade.deductions())
                .extracting(Deduction::reason)
                .first()
                .asString()
                .contains("You wrote nothing");
    }

    @Test
    void anAnswerThatOnlySaysThatThereIsNoneIsLikeNothing() {
        for (String answer : List.of("No response.", "no answer given", "<empty submission>")) {
            Grade grade = grader.grade(question(POINTS, FULL), answer);
            assertThat(grade.raw()).as(answer).isZero();
            assertThat(grade.score()).isEqualTo(Score.ZERO);
            assertThat(grade.deductions().get(0).reason()).contains("only that there is none");
        }
        assertThat(grader.grade(question(POINTS, FULL), "No answer arrives before the block ends.")
                        .raw())
                .isPositive();
        assertThat(grader.grade(question(List.of(), "No response."), "no response")
                        .raw())
                .isPositive();
    }

    @Test
    void repeatingTheQuestionEarnsNextToNothing() {
        assertThat(score(question(POINTS, FULL, TERSE), PROMPT)).isLessThan(0.15);
    }

    @Test
    void aStatedPointIsCoveredWithTheWordsThatStateIt() {
        String answer = "I would say two things. Its values are produced on demand.";
        Finding lazy = grader.grade(question(POINTS, FULL), answer).findings().get(0);
        assertThat(lazy.verdict()).isEqualTo(Verdict.MADE);
        assertThat(lazy.evidence()).isNotEmpty();
        assertThat(lazy.evidence().get(lazy.evidence().size() - 1).of(answer)).contains("demand");
    }

    @Test
    void theLastSentenceOfAThousandWordsCounts() {
        String chat = "Well, let me think about that for a moment before I say more. ".repeat(80);
        Question question = question(POINTS, FULL, TERSE);
        double without = score(question, chat);
        double with = score(question, chat + "A generator keeps only its current state in memory.");
        assertThat(with).isGreaterThan(without + 0.2);
    }

    @Test
    void statingAMissingPointNeverLowersTheScore() {
        Question question = question(POINTS, FULL, TERSE);
        String answer = "Values are computed lazily.";
        double before = score(question, answer);
        for (KeyPoint point : POINTS) {
            answer += " " + point.statement();
            double after = score(question, answer);
            assertThat(after).isGreaterThanOrEqualTo(before - 1e-9);
            before = after;
        }
        assertThat(before).isGreaterThan(0.95);
    }

    @Test
    void aHundredThousandCharactersAreGraded() {
        String answer = "It makes one value at a time, you know. ".repeat(2_500);
        assertThat(answer).hasSize(100_000);
        assertThat(score(question(List.of(), TERSE), answer)).isBetween(0.0, 1.0);
    }

    @Test
    void aQuestionWithoutAReferenceIsRefused() {
        Question question = new Question(
                new QuestionId("t", "q"),
                PROMPT,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                true);
        assertThatThrownBy(() -> grader.grade(question, "anything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no reference answer");
    }

    @Test
    void codeInAReferenceIsNotAskedOfAnAnswerInWords() {
        String code = FULL + "\n\n```python\nsquares = (n * n for n in range(10))\nprint(next(squares))\n```\n";
        String answer = "Values are made lazily, one at a time, so memory stays small; it is used up after one pass.";
        assertThat(score(question(List.of(), code), answer))
                .isEqualTo(score(question(List.of(), FULL), answer), within(1e-9));
    }

    @Test
    void aMisconceptionContradictsItsKeyPointWithTheQuoteAndTheReason() {
        String wrong = "A generator computes all its values at once and keeps them in memory.";
        Question question = new Question(
                new QuestionId("t", "q"),
                PROMPT,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of(),
                List.of(new ReferenceAnswer("", FULL)),
                POINTS,
                List.of(new Misconception("lazy", wrong, "It makes one value each time it is asked.")),
                "",
                List.of(),
                false);
        String answer = "I think a generator computes all of its values at once and keeps them in memory. It is handy.";
        Finding lazy = grader.grade(question, answer).findings().get(0);
        assertThat(lazy.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(lazy.earned()).isZero();
        assertThat(lazy.wording()).isEqualTo(wrong);
        assertThat(lazy.reason()).contains("one value each time");
        assertThat(lazy.evidence()).extracting(span -> span.of(answer)).contains("once");
    }

    @Test
    void slipsOfTheKeyboardCostLittleAndTheEvidenceIsInTheTypedWords() {
        Question question = question(POINTS, FULL, TERSE);
        String typed = "A genreator prodcues its valeus lazilly, when they are aksed for.";
        Grade grade = grader.grade(question, typed);
        assertThat(grade.findings().get(0).verdict()).isEqualTo(Verdict.MADE);
        assertThat(grade.findings().get(0).evidence()).allMatch(span -> span.end() <= typed.length());
        assertThat(grade.findings().get(0).evidence().stream()
                        .map(span -> span.of(typed))
                        .toList()
                        .toString())
                .contains("lazilly");
    }

    @Test
    void twoHundredWordsOfChatAroundAGoodAnswerChangeItByLessThanFivePoints() {
        Question question = question(POINTS, FULL, TERSE);
        String good =
                "Its values are made lazily, one at a time. So it needs very little memory. After one pass it is exhausted.";
        String chat =
                "That is a question which I like, because it came up at my last job where we were a team of six people. "
                        .repeat(4);
        assertThat(score(question, chat + good + " " + chat)).isCloseTo(score(question, good), within(0.05));
    }

    private double score(Question question, String answer) {
        return grader.grade(question, answer).score().value();
    }

    private static Question question(List<KeyPoint> points, String... references) {
        return new Question(
                new QuestionId("t", "q"),
                PROMPT,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of(),
                java.util.Arrays.stream(references)
                        .map(text -> new ReferenceAnswer("", text))
                        .toList(),
                points,
                Collections.emptyList(),
                "",
                List.of(),
                false);
    }
}
