package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.plan.CandidateId;

/**
 * What does not change from the first question to the last review.
 *
 * @param id its name
 * @param candidate whose it is
 * @param blueprint what was asked for
 * @param questions what was asked, as it read at the start: a later edit of the bank does not reach it
 * @param startedAt when the questions were handed out
 */
public record SessionSetup(
        SessionId id, CandidateId candidate, Blueprint blueprint, List<Question> questions, Instant startedAt) {
    /** Copies the list and refuses another number of questions than was asked for. */
    public SessionSetup {
        questions = List.copyOf(questions);
        if (questions.size() != blueprint.questions()) {
            throw new IllegalArgumentException(
                    "A session of " + blueprint.questions() + " questions was given " + questions.size() + ".");
        }
    }

    /** The time for the whole session; empty if there is no clock. */
    public Optional<Duration> total() {
        return blueprint.pace().total(questions);
    }
}
