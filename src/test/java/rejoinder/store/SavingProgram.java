package rejoinder.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;
import rejoinder.session.SessionStore;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;

/** A program of its own that saves drafts as fast as it can, and prints each revision once it is saved, until it is killed. */
final class SavingProgram {
    static final SessionId SESSION = new SessionId("saved");
    private static final int QUESTIONS = 5;

    private SavingProgram() {}

    /** Saves until it is killed; the argument is the data folder, or the address of a PostgreSQL database. */
    public static void main(String[] args) {
        Database database =
                args[0].startsWith("postgresql:") ? Database.open(args[0]) : Database.open(Path.of(args[0]));
        SessionStore store = database.sessions();
        if (store.find(CandidateId.LOCAL, SESSION).isEmpty()) {
            store.begin(InProgress.begin(
                    new SessionSetup(
                            SESSION,
                            CandidateId.LOCAL,
                            new Blueprint(Mode.INTERVIEW, List.of(), List.of(), QUESTIONS, new Pace.Untimed(), 1),
                            TestBank.questions(QUESTIONS),
                            TestClock.START),
                    "pen"));
        }
        for (int save = 0; ; save++) {
            int place = save % QUESTIONS;
            long revision = store.change(CandidateId.LOCAL, SESSION, session -> {
                InProgress open = (InProgress) session;
                long next = open.drafts().get(place).revision() + 1;
                DraftSave draft = new DraftSave(
                        place, next - 1, text(place, next), false, Confidence.UNSAID, Duration.ZERO, "pen");
                return Change.to(open.save(draft, TestClock.START).next(), next);
            });
            System.out.println(place + " " + revision);
            System.out.flush();
        }
    }

    /** The text of a draft's revision, long enough to fill several pages. */
    static String text(int place, long revision) {
        return ("question " + place + " revision " + revision + " ").repeat(500);
    }
}
