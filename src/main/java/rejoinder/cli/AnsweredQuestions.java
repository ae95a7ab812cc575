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

/** Looks for answered questions in every session. */
final class AnsweredQuestions {
    private AnsweredQuestions() {}

    /** Whether somebody has answered one of some questions, or begun to. */
    static boolean anyOf(Set<QuestionId> questions, Archive archive, List<CandidateId> everybody) {
        return everybody.stream().anyMatch(candidate -> anyOf(questions, archive, candidate));
    }

    private static boolean anyOf(Set<QuestionId> questions, Archive archive, CandidateId candidate) {
        for (Session session : archive.sessions(candidate)) {
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
