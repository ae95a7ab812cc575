package rejoinder.browser;

import java.nio.file.Path;
import java.time.InstantSource;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;
import rejoinder.session.Regrading;
import rejoinder.session.SessionClock;
import rejoinder.session.SessionId;
import rejoinder.session.TestGrader;
import rejoinder.store.Database;

/** The grader as it might have been before: it read only the first half of an answer. */
record EarlierGrader(Grader today) implements Grader {
    static final String VERSION = "0.9.0";

    /** Makes the marks of a session such as that grader gave; nobody else may have the data open. */
    static void regrade(Path data, String session) {
        Grader earlier = new EarlierGrader(SharedModel.grader());
        Hints hints = new Hints(SharedBank.bank());
        try (Database database = Database.open(data)) {
            new Regrading(database.sessions(), earlier, hints, new SessionClock(InstantSource.system()))
                    .regrade(CandidateId.LOCAL, new SessionId(session), true);
        }
    }

    @Override
    public Grade grade(Question question, String answer) {
        return TestGrader.stamped(today.grade(question, answer.substring(0, answer.length() / 2)), stamp());
    }

    @Override
    public GraderStamp stamp() {
        GraderStamp now = today.stamp();
        return new GraderStamp(VERSION, now.model(), now.calibration());
    }
}
