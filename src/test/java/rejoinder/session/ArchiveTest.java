package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestInterview.ADA;
import static rejoinder.session.TestInterview.BEN;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;

/** Looking back over all sessions. */
class ArchiveTest {
    private final TestInterview test = new TestInterview(TestBank.bank(4));

    @Test
    void answersQuestionsAndNotesAreFoundNewestSessionFirst() {
        Session first = graded("the gate is green");
        test.clock.forward(java.time.Duration.ofMinutes(1));
        Session second = graded("a gate again", "nothing");
        InProgress open = test.start(1);
        test.save(open, 0, 0, "the gate is open");
        Map<SessionId, List<Search.Hit>> found = test.archive.search(ADA, "GATE", false);
        assertThat(found.keySet()).containsExactly(id(second), id(first));
        assertThat(found.get(id(second))).hasSize(1);
        assertThat(test.archive.search(ADA, "green", false).keySet()).containsExactly(id(first));
        assertThat(test.archive.search(BEN, "gate", false)).isEmpty();
        assertThat(test.archive.search(ADA, "", true)).isEmpty();
        test.candidates.note(ADA, first.setup().questions().get(0).id(), "look at the hinge");
        assertThat(test.archive.search(ADA, "hinge", true)).isNotEmpty();
    }

    @Test
    void theHistoryListsTheNewestOfWhatWasLookedForAndCountsTheRest() {
        Session first = graded("the gate is green");
        test.clock.forward(java.time.Duration.ofMinutes(1));
        Session second = graded("a gate again", "nothing");
        Archive.History both = history("GATE", false, 1);
        assertThat(both.all()).isEqualTo(2);
        assertThat(both.found()).isEqualTo(2);
        assertThat(both.lines()).extracting(line -> line.summary().id()).containsExactly(id(second));
        assertThat(both.lines().get(0).hits()).hasSize(1);
        Archive.History green = history("green", false, 9);
        assertThat(green.found()).isEqualTo(1);
        assertThat(green.lines()).extracting(line -> line.summary().id()).containsExactly(id(first));
        Archive.History all = history("", false, 9);
        assertThat(all.found()).isEqualTo(2);
        assertThat(all.lines()).allMatch(line -> line.hits().isEmpty());
        assertThat(history("title of TOPIC", false, 9).found())
                .as("words in the title of a topic")
                .isEqualTo(2);
        assertThat(history("title of TOPIC", true, 9).found()).isZero();
    }

    private Archive.History history(String words, boolean noted, int most) {
        return test.archive.history(
                ADA, HistoryFilter.ALL, new Archive.Looked(words, noted), topic -> "Title of " + topic, most);
    }

    @Test
    void aLaterAnswerThatSaysTheOppositeOrLostAPointStandsBesideTheBestOneBefore() {
        graded("gate bell", "gate bell", "gate");
        test.clock.forward(java.time.Duration.ofDays(3));
        Session.Graded again = practised("gate and no bell", "gate", "gate");

        List<Reversal> found = test.archive.reversals(ADA);

        assertThat(found).extracting(Reversal::question).containsExactly(question(again, 0), question(again, 1));
        assertThat(found.get(0).lost()).extracting(Reversal.Lost::contradicted).containsExactly(true);
        assertThat(found.get(1).lost()).extracting(Reversal.Lost::contradicted).containsExactly(false);
        assertThat(found.get(0).later().result().attempt().text()).isEqualTo("gate and no bell");
        assertThat(found.get(0).earlier().result().attempt().text()).isEqualTo("gate bell");
        assertThat(test.archive.reversals(BEN)).isEmpty();
    }

    @Test
    void answersThatGotBetterAreNoReversal() {
        graded("gate", "no bell");
        practised("gate bell", "gate bell");

        assertThat(test.archive.reversals(ADA)).isEmpty();
    }

    private static rejoinder.bank.QuestionId question(Session session, int place) {
        return session.setup().questions().get(place).id();
    }

    // the questions of the last session once more, in its order
    private Session.Graded practised(String... texts) {
        List<rejoinder.bank.QuestionId> asked = test.archive.search(ADA, "", false).keySet().stream()
                .findFirst()
                .map(id -> test.interviewer.open(ADA, id).setup().questions().stream()
                        .map(rejoinder.bank.Question::id)
                        .toList())
                .orElseThrow();
        InProgress open = test.interviewer.start(
                ADA, new Blueprint(Mode.INTERVIEW, List.of(), asked, asked.size(), new Pace.Untimed(), 0));
        for (int place = 0; place < texts.length; place++) {
            test.save(open, place, 0, texts[place]);
        }
        test.interviewer.submit(ADA, open.setup().id());
        test.owed.gradeAll();
        return (Session.Graded) test.stored(open);
    }

    @Test
    void theCurrentGradeIsToldAndNotKept() {
        Session.Graded graded = graded("gate");
        test.corrections.correct(ADA, id(graded), at -> new Correction.Given(0, "bell", new Score(1), "", at));
        Session before = test.stored(graded);
        test.grading.set(new GraderState.Ready(new Stricter()));
        Session.Graded today = test.archive.currentGrades(ADA, id(graded)).orElseThrow();
        assertThat(today.results().get(0).score(today.corrections(0))).contains(new Score(0.25));
        assertThat(test.stored(graded)).isEqualTo(before);
        test.grading.set(new GraderState.Loading());
        assertThat(test.archive.currentGrades(ADA, id(graded))).isEmpty();
        assertThatThrownBy(() -> test.archive.currentGrades(BEN, id(graded)))
                .isInstanceOf(SessionException.NoSuchSession.class);
        InProgress open = test.start(1);
        assertThatThrownBy(() -> test.archive.currentGrades(ADA, id(open)))
                .isInstanceOf(SessionException.WrongState.class);
    }

    @Test
    void everythingOfOneCandidateGoesAndNothingOfAnother() {
        Session.Graded graded = graded("gate", "bell");
        test.corrections.acceptFromNowOn(
                ADA, id(graded), at -> new Correction.Given(0, "bell", new Score(1), "it chimes", at));
        test.practice.drill(ADA, id(graded), 0, "gate", "the gate");
        test.practice.drill(ADA, graded.setup().questions().get(1), "bell", "the bell");
        test.candidates.note(ADA, graded.setup().questions().get(0).id(), "mine");
        test.candidates.note(BEN, graded.setup().questions().get(0).id(), "his");
        InProgress his = test.interviewer.start(BEN, TestInterview.blueprint(Mode.PRACTICE, 1, new Pace.Untimed()));
        // the first answer makes one of its two points by the grader, and both by the candidate
        assertThat(test.archive.holdings(ADA))
                .isEqualTo(new Archive.Holdings(1, 2, 1, 2, 1, 1, new Agreement(1, 2, 1, 0, 0)));
        test.archive.deleteEverything(ADA);
        assertThat(test.archive.holdings(ADA)).isEqualTo(new Archive.Holdings(0, 0, 0, 0, 0, 0, Agreement.NONE));
        assertThat(test.stored(his)).isEqualTo(his);
        assertThat(test.candidates.notes(BEN)).hasSize(1);
    }

    @Test
    void theGraderAgreesWithWhatTheCandidateLeftAsItWasInTheAnswersThatWereCorrected() {
        Session.Graded graded = graded("half-gate, no bell", "gate", "half-gate bell");
        // a question of the grader's that is answered by yes, and an accusation that is struck
        test.corrections.correct(ADA, id(graded), at -> new Correction.Given(0, "gate", new Score(1), "", at));
        test.corrections.correct(ADA, id(graded), at -> new Correction.Given(0, "bell", new Score(0), "", at));
        // a question that is answered by no; the other point stays as it is
        test.corrections.correct(ADA, id(graded), at -> new Correction.Given(2, "gate", new Score(0), "", at));
        assertThat(test.archive.holdings(ADA).agreement()).isEqualTo(new Agreement(2, 2, 1, 2, 1));
        // what is taken back was never said
        test.corrections.withdraw(ADA, id(graded), 0, "bell");
        test.corrections.withdraw(ADA, id(graded), 0, "gate");
        assertThat(test.archive.holdings(ADA).agreement()).isEqualTo(new Agreement(1, 1, 1, 1, 0));
    }

    private Session.Graded graded(String... texts) {
        InProgress session = test.start(texts.length);
        for (int place = 0; place < texts.length; place++) {
            test.save(session, place, 0, texts[place]);
        }
        test.interviewer.submit(ADA, id(session));
        test.owed.gradeAll();
        return (Session.Graded) test.stored(session);
    }

    private static SessionId id(Session session) {
        return session.setup().id();
    }

    /** Finds nothing. */
    private static final class Stricter implements Grader {
        @Override
        public Grade grade(Question question, String answer) {
            return new TestGrader().grade(question, "");
        }

        @Override
        public GraderStamp stamp() {
            return new GraderStamp("test-2", "no-model", "none");
        }
    }
}
