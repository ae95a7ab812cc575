package rejoinder.api;

import java.util.List;
import java.util.function.UnaryOperator;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.grade.Score;
import rejoinder.session.Reversal;
import rejoinder.session.SessionStore;

/**
 * Two answers to one question that do not go together.
 *
 * @param lost points that the earlier answer made and the later did not
 */
record ReversalJson(
        String id,
        String prompt,
        TopicJson.Named topic,
        List<Reversal.Lost> lost,
        SaidThenJson earlier,
        SaidThenJson later) {
    /** An answer, and where it is. */
    record SaidThenJson(String session, int place, long at, int percent, String text) {
        static SaidThenJson of(SessionStore.PastAttempt attempt) {
            return new SaidThenJson(
                    attempt.session().value(),
                    attempt.place(),
                    attempt.result().attempt().at().toEpochMilli(),
                    attempt.result()
                            .score(attempt.corrections())
                            .map(Score::percent)
                            .orElse(0),
                    attempt.result().attempt().text());
        }
    }

    static ReversalJson of(Reversal found, ItemBank bank, UnaryOperator<String> text) {
        return new ReversalJson(
                found.question().toString(),
                bank.question(found.question())
                        .map(Question::prompt)
                        .map(text)
                        .orElse(found.question().toString()),
                TopicJson.Named.of(found.question().topic(), bank),
                found.lost(),
                SaidThenJson.of(found.earlier()),
                SaidThenJson.of(found.later()));
    }
}
