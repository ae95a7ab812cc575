package rejoinder.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestUseCases;
import rejoinder.store.Database;

/** What shared results keep to, wherever they are kept. */
public abstract class SharesContract {
    private static final CandidateId ADA = new CandidateId("ada");
    private static final CandidateId BEN = new CandidateId("ben");

    private final TestClock clock = new TestClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private TestUseCases useCases;
    private Shares shares;

    /** A database with nothing in it. */
    protected abstract Database database();

    @BeforeEach
    void start() {
        useCases = TestUseCases.of(
                TestBank.bank(3),
                database().sessions(),
                database().candidates(),
                () -> new GraderState.Ready(new TestGrader()),
                clock,
                () -> "session-" + tokens.incrementAndGet());
        shares = new Shares(
                database().shares(), database().sessions(), clock, () -> "secret-" + tokens.incrementAndGet());
    }

    private SessionId started(CandidateId candidate) {
        Blueprint blueprint = new Blueprint(
                Mode.INTERVIEW, List.of(), List.of(new QuestionId("topic-0", "question-0")), 1, new Pace.Untimed(), 7);
        return useCases.interviewer().start(candidate, blueprint).setup().id();
    }

    private SessionId graded(CandidateId candidate) {
        SessionId id = started(candidate);
        useCases.interviewer().submit(candidate, id);
        useCases.owed().gradeAll();
        return id;
    }

    private void leadsNowhere(String secret) {
        assertThatThrownBy(() -> shares.open(secret)).isInstanceOf(ClassroomException.NoSuchLink.class);
    }

    @Test
    void aLinkLeadsToItsResultAndToNoOther() {
        SessionId one = graded(ADA);
        graded(ADA);
        Shares.Made made = shares.make(ADA, one);
        assertThat(shares.open(made.secret()).setup().id()).isEqualTo(one);
        assertThat(shares.of(ADA, one)).contains(made.share());
        assertThat(made.share().madeAt()).isEqualTo(clock.instant());
        leadsNowhere("made-up");
        leadsNowhere("");
        leadsNowhere("\0'; drop table share; --");
    }

    @Test
    void onlyAHashOfTheLinkIsKept() {
        Shares.Made made = shares.make(ADA, graded(ADA));
        assertThat(made.share().id()).doesNotContain(made.secret()).hasSize(43);
        leadsNowhere(made.share().id());
    }

    @Test
    void aLinkThatIsWithdrawnOrReplacedLeadsNowhere() {
        SessionId id = graded(ADA);
        String first = shares.make(ADA, id).secret();
        String second = shares.make(ADA, id).secret();
        leadsNowhere(first);
        assertThat(shares.open(second).setup().id()).isEqualTo(id);
        shares.withdraw(ADA, id);
        leadsNowhere(second);
        assertThat(shares.of(ADA, id)).isEmpty();
        shares.withdraw(ADA, id);
    }

    @Test
    void nobodySharesWhatIsAnothersOrIsNotMarkedYet() {
        SessionId hers = graded(ADA);
        String secret = shares.make(ADA, hers).secret();
        assertThatThrownBy(() -> shares.make(BEN, hers)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> shares.of(BEN, hers)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> shares.withdraw(BEN, hers)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(database().shares().share(new Share("other", new SessionStore.Key(BEN, hers), clock.instant())))
                .isFalse();
        assertThat(shares.open(secret).setup().id()).isEqualTo(hers);
        SessionId open = started(ADA);
        assertThatThrownBy(() -> shares.make(ADA, open)).isInstanceOf(SessionException.WrongState.class);
        useCases.interviewer().submit(ADA, open);
        assertThatThrownBy(() -> shares.make(ADA, open)).isInstanceOf(SessionException.WrongState.class);
    }

    @Test
    void aLinkEndsWithItsSessionAndWithItsCandidate() {
        SessionId one = graded(ADA);
        String ofOne = shares.make(ADA, one).secret();
        String ofTwo = shares.make(ADA, graded(ADA)).secret();
        String bens = shares.make(BEN, graded(BEN)).secret();
        useCases.interviewer().delete(ADA, one);
        leadsNowhere(ofOne);
        assertThat(shares.open(ofTwo).setup().candidate()).isEqualTo(ADA);
        database().forget(ADA);
        leadsNowhere(ofTwo);
        assertThat(shares.open(bens).setup().candidate()).isEqualTo(BEN);
    }
}
