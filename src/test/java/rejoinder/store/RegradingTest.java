package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;
import rejoinder.plan.Review;
import rejoinder.session.Correction;
import rejoinder.session.EarlierGrade;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Outcome;
import rejoinder.session.Pace;
import rejoinder.session.Regrading;
import rejoinder.session.Session;
import rejoinder.session.SessionClock;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSummary;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestInterview;
import rejoinder.session.TestUseCases;

/** A grader that learns a word: whoever wrote "ding" is told from then on that the bell was named. */
class RegradingTest {
    private static final CandidateId ADA = TestInterview.ADA;
    private static final GraderStamp NEWER = new GraderStamp("test-2", "model-2", "curve-2");

    private final Path folder;
    private final ItemBank bank = TestBank.bank(2);
    private final TestClock clock = new TestClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private Database database;

    RegradingTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static final class Learned implements Grader {
        @Override
        public Grade grade(Question question, String answer) {
            return TestGrader.stamped(new TestGrader().grade(question, answer.replace("ding", "bell")), NEWER);
        }

        @Override
        public GraderStamp stamp() {
            return NEWER;
        }
    }

    private TestUseCases useCases() {
        return TestUseCases.of(
                bank,
                database.sessions(),
                database.candidates(),
                () -> new GraderState.Ready(new TestGrader()),
                clock,
                () -> "token-" + tokens.incrementAndGet());
    }

    private Regrading regrading() {
        return new Regrading(database.sessions(), new Learned(), new Hints(bank), new SessionClock(clock));
    }

    private InProgress begin(String... answers) {
        Interviewer interviewer = useCases().interviewer();
        InProgress session =
                interviewer.start(ADA, TestInterview.blueprint(Mode.INTERVIEW, answers.length, new Pace.Untimed()));
        for (int place = 0; place < answers.length; place++) {
            interviewer.save(
                    ADA, session.setup().id(), TestInterview.save(place, 0, answers[place], session.writeLock()));
        }
        return session;
    }

    private SessionId graded(String... answers) {
        SessionId id = begin(answers).setup().id();
        useCases().interviewer().submit(ADA, id);
        useCases().owed().gradeAll();
        assertThat(find(id)).isInstanceOf(Session.Graded.class);
        return id;
    }

    private Session find(SessionId id) {
        return database.sessions().find(ADA, id).orElseThrow();
    }

    private Grade grade(SessionId id, int place) {
        return ((Outcome.Marked) find(id).result(place).orElseThrow().outcome()).grade();
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndByHowMuchAndWritesNothing() {
        SessionId id = graded("gate ding", "gate");
        Session before = find(id);
        Regrading.Regraded told = regrading().regrade(ADA, id, false).orElseThrow();
        assertThat(told.answers()).isEqualTo(2);
        assertThat(told.before().orElseThrow().value()).isEqualTo(0.75);
        assertThat(told.after().orElseThrow().value()).isEqualTo(0.875);
        assertThat(told.changes()).hasSize(2);
        Regrading.Changed first = told.changes().get(0);
        assertThat(first.before()).isEqualTo(new Score(0.75));
        assertThat(first.after()).isEqualTo(Score.FULL);
        assertThat(first.by()).isEqualTo(TestGrader.STAMP);
        assertThat(first.revision()).isEqualTo(before.setup().questions().get(0).revision());
        // only the version of the grader is another one
        assertThat(told.changes().get(1).after())
                .isEqualTo(told.changes().get(1).before());
        assertThat(find(id)).isEqualTo(before);
        assertThat(database.sessions().earlier(ADA, id)).isEmpty();
    }

    @Test
    void writtenGradesAreTheCurrentGradersAndTheOldOnesAreKept() {
        SessionId id = graded("gate ding", "gate");
        Grade old = grade(id, 0);
        clock.forward(Duration.ofDays(1));
        Regrading.Regraded told = regrading().regrade(ADA, id, true).orElseThrow();
        database.close();
        database = Database.open(folder);
        assertThat(grade(id, 0).score()).isEqualTo(Score.FULL);
        assertThat(grade(id, 0).stamp()).isEqualTo(NEWER);
        List<EarlierGrade> earlier = database.sessions().earlier(ADA, id);
        assertThat(earlier).hasSize(2);
        assertThat(earlier.get(0))
                .isEqualTo(new EarlierGrade(0, TestClock.START, TestClock.START.plus(Duration.ofDays(1)), old));
        assertThat(SessionSummary.of(find(id)).score().orElseThrow().score())
                .isEqualTo(told.after().orElseThrow());
        assertThat(database.sessions().history(ADA).get(0).score().orElseThrow().score())
                .isEqualTo(told.after().orElseThrow());
        // memory sees the new score at the time of the answer
        assertThat(database.reviews().reviews(ADA)).extracting(Review::at).containsOnly(TestClock.START);
        assertThat(database.reviews().reviews(ADA)).extracting(Review::score).contains(Score.FULL);
    }

    @Test
    void gradingAnewASecondTimeChangesNothing() {
        SessionId id = graded("gate ding");
        regrading().regrade(ADA, id, true);
        Session once = find(id);
        assertThat(regrading().regrade(ADA, id, true).orElseThrow().changes()).isEmpty();
        assertThat(find(id)).isEqualTo(once);
        assertThat(database.sessions().earlier(ADA, id)).hasSize(1);
    }

    @Test
    void theCandidatesCorrectionsStayAndCount() {
        SessionId id = graded("ding");
        useCases().corrections().correct(ADA, id, at -> new Correction.Given(0, "gate", Score.FULL, "", at));
        List<Correction> said = find(id).corrections();
        Regrading.Changed changed =
                regrading().regrade(ADA, id, true).orElseThrow().changes().get(0);
        assertThat(changed.before()).isEqualTo(Score.ZERO);
        assertThat(changed.after()).isEqualTo(new Score(0.25));
        assertThat(changed.counted()).isEqualTo(new Score(0.75));
        assertThat(changed.counts()).isEqualTo(Score.FULL);
        assertThat(find(id).corrections()).isEqualTo(said);
        assertThat(database.reviews().reviews(ADA)).extracting(Review::score).containsExactly(Score.FULL);
    }

    @Test
    void anAnswerWhoseCorrectedPointWouldBeLostIsLeftAsItIs() {
        SessionId id = graded("ding");
        useCases().corrections().correct(ADA, id, at -> new Correction.Given(0, "gate", Score.FULL, "", at));
        Session before = find(id);
        Grader forgetful = new Grader() {
            @Override
            public Grade grade(Question question, String answer) {
                Grade grade = new Learned().grade(question, answer);
                return new Grade(
                        grade.question(),
                        grade.revision(),
                        grade.raw(),
                        grade.reference(),
                        new ArrayList<>(grade.findings().subList(1, 2)),
                        grade.deductions(),
                        grade.doubts(),
                        NEWER);
            }

            @Override
            public GraderStamp stamp() {
                return NEWER;
            }
        };
        Regrading.Regraded told = new Regrading(
                        database.sessions(), forgetful, new Hints(bank), new SessionClock(clock))
                .regrade(ADA, id, true)
                .orElseThrow();
        assertThat(told.left()).isEqualTo(1);
        assertThat(told.changes()).isEmpty();
        assertThat(find(id)).isEqualTo(before);
    }

    @Test
    void anEditedKeyPointIsSeenAndWritesNothing() {
        SessionId id = graded("gate chime", "gate");
        Session before = find(id);
        Question first = before.setup().questions().get(0);
        Question edited = first.with(
                first.referenceAnswers(),
                first.keyPoints().stream()
                        .map(point -> point.id().equals("bell")
                                ? new KeyPoint("chime", point.weight(), "It has a chime.", List.of())
                                : point)
                        .toList());
        List<Regrading.Edited> seen =
                regrading().edited(ADA, id, asked -> asked.id().equals(first.id()) ? edited : asked);
        assertThat(seen).containsExactly(new Regrading.Edited(id, 0, first.id(), new Score(0.75), Score.FULL));
        assertThat(regrading().edited(ADA, id, asked -> asked)).isEmpty();
        assertThat(find(id)).isEqualTo(before);
    }

    @Test
    void aSessionInProgressOrGoneIsLeftAlone() {
        SessionId open = begin("gate ding").setup().id();
        Session before = find(open);
        assertThat(regrading().regrade(ADA, open, true)).isEmpty();
        assertThat(find(open)).isEqualTo(before);
        assertThat(regrading().regrade(ADA, new SessionId("gone"), true)).isEqualTo(Optional.empty());
    }
}
