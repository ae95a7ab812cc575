package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestInterview.ADA;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writing on after the time: kept, shown, not graded. The session has 3 minutes and as many of overtime. */
class OvertimeTest {
    private final TestInterview test = new TestInterview(TestBank.bank(1));

    @Test
    void whatIsWrittenAfterTheTimeIsKeptApartAndNotGraded() {
        InProgress session = start(true);
        test.save(session, 0, 0, "gate");
        after(session, Duration.ofSeconds(6));
        test.save(session, 0, 1, "gate bell");
        after(session, Duration.ofSeconds(60));
        test.save(session, 0, 2, "gate bell and more");
        test.interviewer.submit(ADA, session.setup().id());
        test.owed.gradeAll();

        Session.Graded graded = (Session.Graded) test.stored(session);
        Attempt attempt = graded.results().get(0).attempt();
        assertThat(attempt.text()).isEqualTo("gate");
        assertThat(attempt.overtime()).isEqualTo("gate bell and more");
        assertThat(graded.results().get(0).score().orElseThrow().value()).isEqualTo(0.75);
        assertThat(graded.ending().by()).isEqualTo(Session.EndedBy.CANDIDATE);
        assertThat(graded.ending().at()).isEqualTo(test.clock.instant());
    }

    @Test
    void whatArrivesWithinTheNetworkAllowanceCounts() {
        InProgress session = start(true);
        after(session, Duration.ofSeconds(4));
        test.save(session, 0, 0, "gate");
        Attempt attempt = submitted(session);
        assertThat(attempt.text()).isEqualTo("gate");
        assertThat(attempt.overtime()).isEmpty();
    }

    @Test
    void anAnswerBegunAfterTheTimeIsEmptyWithItsTextBesideIt() {
        InProgress session = start(true);
        after(session, Duration.ofSeconds(30));
        test.save(session, 0, 0, "gate");
        Attempt attempt = submitted(session);
        assertThat(attempt).isInstanceOf(Attempt.Empty.class);
        assertThat(attempt.overtime()).isEqualTo("gate");
    }

    @Test
    void aFlagSetAfterTheTimeLeavesTheAnswerWhole() {
        InProgress session = start(true);
        test.save(session, 0, 0, "gate");
        after(session, Duration.ofSeconds(30));
        test.interviewer.save(
                ADA,
                session.setup().id(),
                new DraftSave(0, 1, "gate", true, Confidence.VERY_SURE, Duration.ofSeconds(2), session.writeLock()));
        Attempt attempt = submitted(session);
        assertThat(attempt.text()).isEqualTo("gate");
        assertThat(attempt.overtime()).isEmpty();
        assertThat(attempt.confidence()).isEqualTo(Confidence.VERY_SURE);
    }

    @Test
    void theOvertimeEndsAfterAsLongAgain() {
        InProgress session = start(true);
        test.save(session, 0, 0, "gate");
        after(session, Duration.ofMinutes(3).plusSeconds(5));
        assertThat(test.overdue.closeAll()).isZero();
        assertThat(test.stored(session)).isInstanceOf(InProgress.class);
        after(session, Duration.ofMinutes(3).plusSeconds(6));
        assertThatThrownBy(() -> test.save(session, 0, 1, "gate bell")).isInstanceOf(SessionException.WrongState.class);
        assertThat(test.overdue.closeAll()).isEqualTo(1);
        Session.Submitted closed = (Session.Submitted) test.stored(session);
        assertThat(closed.ending().by()).isEqualTo(Session.EndedBy.DEADLINE);
        assertThat(closed.ending().at()).isEqualTo(session.setup().startedAt().plus(Duration.ofMinutes(6)));
        assertThat(closed.results().get(0).attempt().text()).isEqualTo("gate");
    }

    @Test
    void withoutItTheTimeIsTheEnd() {
        InProgress session = start(false);
        after(session, Duration.ofSeconds(6));
        assertThatThrownBy(() -> test.save(session, 0, 0, "gate")).isInstanceOf(SessionException.WrongState.class);
        assertThat(test.overdue.closeAll()).isEqualTo(1);
    }

    @Test
    void aSessionWithoutAClockHasNoOvertime() {
        InProgress session = test.interviewer.start(
                ADA, new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 1, new Pace.Untimed(), 1, true));
        assertThat(session.times().overtime()).isZero();
        test.clock.forward(Duration.ofDays(30));
        test.save(session, 0, 0, "gate");
        assertThat(submitted(session).overtime()).isEmpty();
    }

    private InProgress start(boolean overtime) {
        return test.interviewer.start(
                ADA, new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 1, new Pace.Suggested(1), 1, overtime));
    }

    private void after(InProgress session, Duration late) {
        test.clock.set(session.setup().startedAt().plus(Duration.ofMinutes(3)).plus(late));
    }

    private Attempt submitted(InProgress session) {
        test.interviewer.submit(ADA, session.setup().id());
        return ((Session.Submitted) test.stored(session)).results().get(0).attempt();
    }
}
