package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.plan.ReviewLog;
import rejoinder.session.Attempt;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.InProgress;
import rejoinder.session.Mode;
import rejoinder.session.Outcome;
import rejoinder.session.Pace;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;
import rejoinder.session.SessionStore;
import rejoinder.session.SessionStoreContract;
import rejoinder.session.StoreException;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;

class SqliteSessionStoreTest extends SessionStoreContract {
    private final Path folder;
    private Database database;

    SqliteSessionStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected SessionStore store() {
        return database.sessions();
    }

    @Override
    protected ReviewLog reviews() {
        return database.reviews();
    }

    @Override
    protected SessionStore reopened() {
        database.close();
        database = Database.open(folder);
        return database.sessions();
    }

    @Test
    void aChangeThatFailsHalfWayIsNotWrittenAtAll() {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Untimed(), 1);
        SessionSetup setup =
                new SessionSetup(new SessionId("s"), ADA, blueprint, TestBank.questions(2), TestClock.START);
        InProgress session = InProgress.begin(setup, "pen");
        store().begin(session);
        assertThatThrownBy(() -> store().change(
                                ADA,
                                setup.id(),
                                before -> Change.to(halfUnwritable(before, session.submit(TestClock.START)), "")))
                .isInstanceOf(StoreException.class)
                .hasMessage("A grade holds the figure NaN, so it was not kept; report it as a fault.");
        assertThat(store().find(ADA, setup.id())).contains(session);
        assertThat(store().attempts(ADA, setup.questions().get(0).id())).isEmpty();
        assertThat(reviews().reviews(ADA)).isEmpty();
    }

    private static Session halfUnwritable(Session before, Session submitted) {
        List<Result> results = new ArrayList<>();
        for (Question question : before.setup().questions()) {
            double raw = results.isEmpty() ? 0.5 : Double.NaN;
            Grade grade = new Grade(
                    question.id(), question.revision(), raw, 0, List.of(), List.of(), List.of(), TestGrader.STAMP);
            Attempt attempt = submitted.result(results.size()).orElseThrow().attempt();
            results.add(new Result(attempt, new Outcome.Marked(grade, TestClock.START)));
        }
        return Session.Ended.of(before.setup(), ((Session.Submitted) submitted).ending(), results, List.of());
    }
}
