package rejoinder.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.export.WordingJson;
import rejoinder.plan.CandidateId;
import rejoinder.session.AcceptedWording;
import rejoinder.session.Correction;

/** The candidate's own wordings that count from now on. */
final class WordingHandlers {
    private final ServerSettings settings;
    private final ItemBank bank;

    WordingHandlers(ServerSettings settings) {
        this.settings = settings;
        this.bank = settings.bank();
    }

    void list(Context ctx) {
        answer(ctx);
    }

    /** Accepts words, as those that were just removed. */
    void accept(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Fields fields = Incoming.fields(ctx, "question", "point", "text");
        String point = fields.text("point", 200);
        String text = fields.text("text", AcceptedWording.LONGEST).strip();
        if (text.isEmpty()) {
            throw fields.wrong("text", "is blank; send the words that are to count");
        }
        QuestionId id = QuestionId.parse(fields.text("question", 300))
                .orElseThrow(() -> fields.wrong("question", "must be the id of a question, topic/name"));
        AcceptedWording wording =
                new AcceptedWording(id, point, text, settings.clock().instant());
        if (bank.question(id).filter(wording::fits).isEmpty()) {
            String which = point.equals(Correction.WHOLE_ANSWER)
                    ? "with reference answers"
                    : "with a key point '" + point + "'";
            throw new Refusal(Problem.NO_SUCH_QUESTION.saying(
                    "The bank has no question " + id + " " + which + " to accept words for."));
        }
        settings.candidates().accept(candidate, wording);
        answer(ctx);
    }

    void forget(Context ctx) {
        if (!settings.candidates().forget(Incoming.candidate(ctx), ctx.pathParam("wording"))) {
            throw new Refusal(Problem.NOT_FOUND.saying("This wording has already been removed."));
        }
        answer(ctx);
    }

    private void answer(Context ctx) {
        List<WordingJson> wordings = settings.candidates().wordings(Incoming.candidate(ctx)).stream()
                .map(wording ->
                        WordingJson.of(wording, bank, settings.rendering().text()))
                .toList();
        Reply.json(ctx, Map.of("wordings", wordings));
    }
}
