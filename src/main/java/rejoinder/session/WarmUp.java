package rejoinder.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.bank.Question;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderState;

/**
 * While a session is under way the grader reads what its questions are graded against, so that only the answers are left to read once they are handed in. It
 * changes no grade: a grader that remembers what it read is quicker, and one that does not is no worse.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** Sessions beyond these are not waited for: their answers are handed in before their turn comes. */
    private static final int MOST_QUESTIONS = 200;

    private final Supplier<GraderState> grading;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Set<SessionId> known = new HashSet<>();

    /**
     * @param grading whether answers can be graded now
     */
    public WarmUp(Supplier<GraderState> grading) {
        this.grading = grading;
    }

    /** Whether the questions of a session were queued. */
    synchronized boolean knows(SessionId session) {
        return known.contains(session);
    }

    /** Queues the questions of a session; idempotent. */
    synchronized void of(InProgress session) {
        if (!known.add(session.setup().id())) {
            return;
        }
        for (int place = 0; place < session.drafts().size() && waiting.size() < MOST_QUESTIONS; place++) {
            Question question = session.setup().questions().get(place);
            if (!question.selfGraded() && !session.settled().containsKey(place)) {
                waiting.addLast(question);
            }
        }
    }

    /** Reads for the next question, if one is waiting and the grader is ready; whether more are waiting then. Slow: it belongs on a thread of the background. */
    public boolean next() {
        Optional<Grader> grader = grading.get().ready();
        if (grader.isEmpty()) {
            return false;
        }
        Question question;
        synchronized (this) {
            if (waiting.isEmpty()) {
                return false;
            }
            question = waiting.removeFirst();
        }
        try {
            // any answer makes the grader read the references, the key points and the misconceptions
            grader.get().grade(question, question.prompt());
        } catch (RuntimeException e) {
            LOG.debug("Nothing was read for question {} beforehand.", question.id(), e);
        }
        synchronized (this) {
            return !waiting.isEmpty();
        }
    }
}
