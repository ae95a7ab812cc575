package rejoinder.api;

import io.javalin.http.Context;
import java.util.Optional;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.export.GradeJson;
import rejoinder.grade.Grade;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Rating;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Practice;
import rejoinder.session.PracticeOffers;
import rejoinder.session.Session;
import rejoinder.session.SessionException;

/** What practice adds to a session: hints, drills, when a question comes again, and what a round changed. */
final class PracticeHandlers {
    private final ServerSettings settings;
    private final Interviewer interviewer;
    private final Practice practice;
    private final ItemBank bank;
    private final PracticeOffers offers;

    PracticeHandlers(ServerSettings settings) {
        this.settings = settings;
        interviewer = settings.interviewer();
        practice = settings.practice();
        bank = settings.bank();
        offers = new PracticeOffers(practice, settings.studying());
    }

    void show(Context ctx) {
        show(ctx, interviewer.open(Incoming.candidate(ctx), Incoming.session(ctx)));
    }

    void hint(Context ctx) {
        show(ctx, practice.hint(Incoming.candidate(ctx), Incoming.session(ctx), Incoming.place(ctx)));
    }

    void rate(Context ctx) {
        Fields fields = Incoming.fields(ctx, "rating", "again");
        Optional<Rating> rating = fields.isNull("rating")
                ? Optional.empty()
                : Rating.ofNumber((int) fields.whole("rating", 1, Rating.values().length));
        show(
                ctx,
                practice.rate(
                        Incoming.candidate(ctx),
                        Incoming.session(ctx),
                        Incoming.place(ctx),
                        rating,
                        fields.flag("again")));
    }

    private void show(Context ctx, Session session) {
        int place = Incoming.place(ctx);
        Reply.json(ctx, PracticeJson.of(place, offers.offer(Incoming.candidate(ctx), session, place)));
    }

    void drill(Context ctx) {
        Fields fields = Incoming.fields(ctx, "point", "text");
        keptOrGraded(
                ctx,
                practice.drill(
                        Incoming.candidate(ctx),
                        Incoming.session(ctx),
                        Incoming.place(ctx),
                        fields.text("point"),
                        fields.text("text")));
    }

    void followUp(Context ctx) {
        keptOrGraded(
                ctx,
                practice.followUp(
                        Incoming.candidate(ctx),
                        Incoming.session(ctx),
                        Incoming.place(ctx),
                        Incoming.fields(ctx, "text").text("text")));
    }

    void drillOfBank(Context ctx) {
        Question question = bank.question(Incoming.question(ctx))
                .orElseThrow(() -> new SessionException.NoSuchQuestion(
                        "There is no question " + Incoming.question(ctx) + "; choose one that is listed."));
        Fields fields = Incoming.fields(ctx, "point", "text");
        graded(ctx, practice.drill(Incoming.candidate(ctx), question, fields.text("point"), fields.text("text")));
    }

    private void graded(Context ctx, Optional<Grade> grade) {
        Reply.json(ctx, GradeJson.of(known(grade)));
    }

    // what a line earned is shown once the interview is over
    private void keptOrGraded(Context ctx, Optional<Grade> grade) {
        if (InProgress.keepsMarksBack(interviewer.open(Incoming.candidate(ctx), Incoming.session(ctx)))) {
            known(grade);
            ctx.status(204);
        } else {
            graded(ctx, grade);
        }
    }

    private Grade known(Optional<Grade> grade) {
        return grade.orElseThrow(() -> Refusal.notGradedYet(settings.grading().get()));
    }

    void change(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Session session = interviewer.open(candidate, Incoming.session(ctx));
        Reply.json(
                ctx,
                ChangeJson.of(
                        session,
                        settings.studying().daily(candidate),
                        settings.rendering().text()));
    }
}
