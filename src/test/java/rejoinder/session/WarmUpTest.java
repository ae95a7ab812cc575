package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static rejoinder.session.TestInterview.ADA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;

/** The grader reads references while the candidate still writes. */
class WarmUpTest {
    private final TestInterview test = new TestInterview(TestBank.bank(4));
    private final Listening grader = new Listening();

    @Test
    void theQuestionsOfASessionAreReadOneATurnWhileItIsUnderWay() {
        test.grading.set(new GraderState.Ready(grader));
        InProgress session = test.start(3);
        assertThat(test.warmUp.next()).isTrue();
        assertThat(grader.read).hasSize(1);
        assertThat(test.warmUp.next()).isTrue();
        assertThat(test.warmUp.next()).isFalse();
        assertThat(test.warmUp.next()).isFalse();
        assertThat(grader.read)
                .isEqualTo(
                        session.setup().questions().stream().map(Question::id).toList());
        assertThat(test.stored(session)).isEqualTo(session);
    }

    @Test
    void whatWaitsWhileTheModelLoadsIsReadOnceItIsThere() {
        test.grading.set(new GraderState.Loading());
        test.start(1);
        assertThat(test.warmUp.next()).isFalse();
        assertThat(grader.read).isEmpty();
        test.grading.set(new GraderState.Ready(grader));
        test.warmUp.next();
        assertThat(grader.read).hasSize(1);
    }

    @Test
    void aSessionThatIsOpenedAfterARestartIsReadOnce() {
        test.grading.set(new GraderState.Ready(grader));
        InProgress session = test.start(2);
        TestUseCases later = test.restarted();
        assertThat(later.warmUp().next()).isFalse();
        later.interviewer().open(ADA, session.setup().id());
        later.interviewer().open(ADA, session.setup().id());
        assertThat(later.warmUp().next()).isTrue();
        assertThat(later.warmUp().next()).isFalse();
        assertThat(later.warmUp().next()).isFalse();
        assertThat(grader.read).hasSize(2);
    }

    @Test
    void aGraderThatFailsDoesNotStopTheRest() {
        grader.fails = true;
        test.grading.set(new GraderState.Ready(grader));
        test.start(2);
        assertThat(test.warmUp.next()).isTrue();
        assertThat(test.warmUp.next()).isFalse();
        assertThat(grader.read).hasSize(2);
    }

    /** Writes down what it is asked to grade. */
    private static final class Listening implements Grader {
        private final List<QuestionId> read = new ArrayList<>();
        private final TestGrader grader = new TestGrader();
        private boolean fails;

        @Override
        public Grade grade(Question question, String answer) {
            read.add(question.id());
            if (fails) {
                throw new IllegalStateException("The model fell over.");
            }
            return grader.grade(question, answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }
}
