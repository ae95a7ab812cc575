package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestInterview.ADA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Difficulty;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;

/** Words that the candidate lets count from now on. */
class AcceptedWordingTest {
    private final TestInterview test = new TestInterview(TestBank.bank(1));

    @Test
    void acceptedWordsAreAskedWithFromThenOnAndChangeNothingThatWasGraded() {
        Session.Graded graded = graded();
        Session corrected = test.corrections.acceptFromNowOn(ADA, id(graded), given("bell", " it chimes "));

        assertThat(corrected.handedIn()).isEqualTo(graded.handedIn());
        assertThat(corrected.setup()).isEqualTo(graded.setup());
        assertThat(wordings(test.start(1))).containsExactly("it chimes");
        assertThat(wordings(corrected)).isEmpty();
    }

    @Test
    void takingTheCorrectionBackTakesTheWordsBack() {
        Session.Graded graded = graded();
        test.corrections.acceptFromNowOn(ADA, id(graded), given("bell", "it chimes"));
        test.corrections.withdraw(ADA, id(graded), 0, "gate");
        assertThat(wordings(test.start(1))).containsExactly("it chimes");

        Session after = test.corrections.withdraw(ADA, id(graded), 0, "bell");
        assertThat(after.corrections()).hasSize(3);
        assertThat(test.candidates.wordings(ADA)).isEmpty();
        assertThat(wordings(test.start(1))).isEmpty();
    }

    @Test
    void otherWordsAreTriedWithWhatCountsByNow() {
        Session.Graded graded = graded();
        assertThat(tried(graded).revision())
                .isEqualTo(graded.setup().questions().get(0).revision());
        test.corrections.acceptFromNowOn(ADA, id(graded), given("bell", "it chimes"));
        assertThat(tried(graded).revision())
                .isEqualTo(test.start(1).setup().questions().get(0).revision());
    }

    @Test
    void wordsAreAcceptedOnlyForAPointThatTheQuestionHas() {
        Session.Graded graded = graded();
        assertThatThrownBy(() -> test.corrections.acceptFromNowOn(ADA, id(graded), given("window", "x")))
                .isInstanceOf(SessionException.WrongState.class);
        assertThat(test.candidates.wordings(ADA)).isEmpty();
        assertThat(((Session.Graded) test.stored(graded)).corrections()).isEmpty();
    }

    @Test
    void anAnswerThatIsCountedAsCorrectBecomesAReferenceOfTheCandidate() {
        Session.Graded graded = graded();
        test.corrections.acceptFromNowOn(ADA, id(graded), given("", "all of it"));
        assertThat(references(test.start(1))).contains(new ReferenceAnswer("yours", "all of it"));

        test.corrections.withdraw(ADA, id(graded), 0, "");
        assertThat(references(test.start(1))).noneMatch(ReferenceAnswer::ofCandidate);
    }

    @Test
    void theWholeAnswerBecomesAnotherReferenceWhereThereAreNoKeyPoints() {
        Question bare = new Question(
                new QuestionId("topic-0", "bare"),
                "Why?",
                "",
                Difficulty.MIDDLE,
                Duration.ofMinutes(2),
                List.of(),
                List.of(new ReferenceAnswer("", "Because of the gate.")),
                List.of(),
                List.of(),
                "",
                List.of(),
                false);
        AcceptedWording whole = new AcceptedWording(bare.id(), "", "The gate, that is why.", Instant.EPOCH);
        AcceptedWording again = new AcceptedWording(bare.id(), "", "Because of the gate.", Instant.EPOCH);
        AcceptedWording foreign = new AcceptedWording(new QuestionId("topic-0", "other"), "", "No.", Instant.EPOCH);
        assertThat(AcceptedWording.addedTo(bare, List.of(whole, again, foreign)).referenceAnswers())
                .containsExactly(
                        new ReferenceAnswer("", "Because of the gate."),
                        new ReferenceAnswer("yours", "The gate, that is why."));
        assertThat(AcceptedWording.addedTo(bare, List.of(foreign))).isSameAs(bare);
    }

    @Test
    void aPointThatTheQuestionLostIsPassedOver() {
        Question question = TestBank.question("topic-0", "question-0");
        AcceptedWording gone = new AcceptedWording(question.id(), "window", "wide open", Instant.EPOCH);
        AcceptedWording known = new AcceptedWording(question.id(), "gate", "the gate is opened", Instant.EPOCH);
        assertThat(AcceptedWording.addedTo(question, List.of(gone))).isEqualTo(question);
        assertThat(AcceptedWording.addedTo(question, List.of(known))).isEqualTo(question);
    }

    private Session.Graded graded() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "half-gate and it chimes");
        test.interviewer.submit(ADA, id(session));
        test.owed.gradeAll();
        return (Session.Graded) test.stored(session);
    }

    private Grade tried(Session session) {
        Grade grade = test.practice.tryAgain(ADA, id(session), 0, "gate").orElseThrow();
        assertThat(grade.findings().get(0).verdict()).isEqualTo(Verdict.MADE);
        return grade;
    }

    private static java.util.function.Function<Instant, Correction.Given> given(String point, String quote) {
        return at -> new Correction.Given(0, point, new Score(1), quote, at);
    }

    private static SessionId id(Session session) {
        return session.setup().id();
    }

    private static List<ReferenceAnswer> references(Session session) {
        return session.setup().questions().get(0).referenceAnswers();
    }

    private static List<String> wordings(Session session) {
        return session.setup().questions().get(0).keyPoints().get(1).acceptedWordings();
    }
}
