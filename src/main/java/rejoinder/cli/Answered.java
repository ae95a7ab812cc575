package rejoinder.cli;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.session.Archive;
import rejoinder.session.InProgress;
import rejoinder.session.Session;

/** Looks for answers to questions, in every session. */
final class Answered {
    private Answered() {}

    /** Whether one of some questions has an answer, or the beginning of one. */
    static boolean anyOf(Set<QuestionId> questions, Archive archive) {
        for (Session session : archive.sessions(CandidateId.LOCAL)) {
            List<Question> asked = session.setup().questions();
            for (int place = 0; place < asked.size(); place++) {
                if (questions.contains(asked.get(place).id()) && isWritten(session, place)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWritten(Session session, int place) {
        Optional<InProgress> open = InProgress.of(session);
        String text = session.result(place)
                .map(result -> result.attempt().text())
                .or(() -> open.map(it -> it.drafts().get(place).text()))
                .orElse("");
        return !text.isBlank();
    }
}
