package rejoinder.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.account.PersonName;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.classroom.Assignment;
import rejoinder.classroom.Classroom;
import rejoinder.classroom.Comment;
import rejoinder.classroom.QuestionFigures;
import rejoinder.classroom.Reviewing;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.session.Result;
import rejoinder.session.Session;

/** The answers of a class, for its reviewer. */
final class ReviewingHandlers {
    private final ServerSettings settings;

    ReviewingHandlers(ServerSettings settings) {
        this.settings = settings;
    }

    private Reviewing reviewing() {
        return ClassHandlers.classroomUseCases(settings).reviewing();
    }

    /**
     * An assignment and who has done it.
     *
     * @param classroom name of the class
     * @param members how many are in the class
     * @param handedIn how many of them have handed in
     * @param scored how many of them have a score
     * @param found how many members have the words that were looked for
     * @param seats the first of them
     */
    record AssignmentJson(
            String id,
            String title,
            String classroom,
            List<PromptJson> questions,
            long opensAt,
            long closesAt,
            int members,
            int handedIn,
            int scored,
            int found,
            List<SeatJson> seats,
            long now) {}

    /**
     * A question of an assignment, and how the class did on it.
     *
     * @param prompt empty if the question is no longer in the bank
     * @param answers how many answers have a score
     * @param blank how many left it blank
     * @param average of the answers' scores in percent; null if there are none
     */
    record PromptJson(
            String id,
            String prompt,
            int answers,
            int blank,
            @Nullable Integer average,
            List<MissedJson> missed) {}

    /** A point, how many answers missed it, and how many were marked point by point. */
    record MissedJson(String statement, int times, int of) {
        static MissedJson of(QuestionFigures.Missed missed) {
            return new MissedJson(missed.statement(), missed.times(), missed.of());
        }
    }

    private List<PromptJson> questions(Assignment assignment, List<Reviewing.Seat> seats) {
        List<Session.Ended> sessions = seats.stream()
                .flatMap(seat -> seat.session().stream())
                .flatMap(session -> session.ended().stream())
                .toList();
        List<PromptJson> questions = new ArrayList<>();
        for (QuestionId id : assignment.blueprint().picked()) {
            QuestionFigures figures = QuestionFigures.of(questions.size(), sessions);
            questions.add(new PromptJson(
                    id.toString(),
                    settings.bank()
                            .question(id)
                            .map(Question::prompt)
                            .map(settings.rendering().text())
                            .orElse(""),
                    figures.answers(),
                    figures.blank(),
                    figures.average().map(Score::percent).orElse(null),
                    figures.missed().stream().map(MissedJson::of).toList()));
        }
        return questions;
    }

    /**
     * A member before an assignment.
     *
     * @param state {@code none}, {@code begun}, {@code submitted}, {@code graded} or {@code deleted}
     * @param endedAt null while it is not handed in
     * @param percent null while it has no score
     */
    record SeatJson(
            String person,
            String name,
            String state,
            @Nullable Long endedAt,
            @Nullable Integer percent) {
        static SeatJson of(Reviewing.Seat seat) {
            Optional<Session.Ended> ended = seat.session().flatMap(Session::ended);
            return new SeatJson(
                    seat.member().id().value(),
                    seat.member().name(),
                    ClassHandlers.state(seat.sitting(), seat.session()),
                    ended.map(it -> it.ending().at().toEpochMilli()).orElse(null),
                    ended.flatMap(Session.Ended::score)
                            .map(score -> score.score().percent())
                            .orElse(null));
        }
    }

    void assignment(Context ctx) {
        Classroom classroom = ClassHandlers.classroomUseCases(settings)
                .classes()
                .open(ClassHandlers.account(ctx), ClassHandlers.classroom(ctx));
        Assignment assignment = ClassHandlers.classroomUseCases(settings)
                .assignments()
                .open(ClassHandlers.account(ctx), classroom.id(), ClassHandlers.assignment(ctx));
        List<Reviewing.Seat> seats = reviewing().seats(ClassHandlers.account(ctx), classroom.id(), assignment.id());
        List<SeatJson> lines = seats.stream().map(SeatJson::of).toList();
        String words = PersonName.key(Incoming.words(ctx));
        List<SeatJson> found = lines.stream()
                .filter(seat -> PersonName.key(seat.name()).contains(words))
                .toList();
        Reply.json(
                ctx,
                new AssignmentJson(
                        assignment.id().value(),
                        assignment.title(),
                        classroom.name(),
                        questions(assignment, seats),
                        assignment.opensAt().toEpochMilli(),
                        assignment.closesAt().toEpochMilli(),
                        lines.size(),
                        (int) lines.stream()
                                .filter(seat -> seat.endedAt() != null)
                                .count(),
                        (int) lines.stream()
                                .filter(seat -> seat.percent() != null)
                                .count(),
                        found.size(),
                        found.stream().limit(Incoming.count(ctx)).toList(),
                        settings.clock().millis()));
    }

    private static Reviewing.Which which(Context ctx) {
        return new Reviewing.Which(
                ClassHandlers.classroom(ctx), ClassHandlers.assignment(ctx), ClassHandlers.person(ctx));
    }

    /**
     * The answers of one member.
     *
     * @param marked the session with its marks; null if they are not to be seen
     * @param answers the answers alone; empty if the marks are to be seen
     */
    record AnswersJson(
            String person,
            String name,
            long now,
            @Nullable SessionJson marked,
            List<AnswerAloneJson> answers,
            List<CommentJson> comments) {}

    /** An answer without its mark. */
    record AnswerAloneJson(
            int place,
            String prompt,
            String promptHtml,
            String contextHtml,
            String text,
            List<QuestionJson.ReferenceJson> references) {}

    /**
     * What a reviewer says about an answer.
     *
     * @param own whether it is of who asks
     */
    record CommentJson(int place, String reviewer, boolean own, String text, long at) {}

    void answers(Context ctx) {
        show(ctx, reviewing().answers(ClassHandlers.account(ctx), which(ctx)));
    }

    private void show(Context ctx, Session.Ended session) {
        boolean blind = Boolean.parseBoolean(ctx.queryParam("blind"));
        CandidateId member = session.setup().candidate();
        Instant now = settings.clock().instant();
        if (session.graded().isEmpty()) {
            settings.gradingDue().run();
        }
        Reply.json(
                ctx,
                new AnswersJson(
                        member.value(),
                        settings.accounts().flatMap(all -> all.name(member)).orElse(""),
                        now.toEpochMilli(),
                        blind ? null : marked(session),
                        blind ? alone(session) : List.of(),
                        comments(
                                reviewing().comments(session),
                                ClassHandlers.account(ctx).id())));
    }

    /**
     * What a member shows of their practice.
     *
     * @param shows {@code scores} or {@code answers}
     * @param rounds those that are over, the newest first
     */
    record PractisedJson(String person, String name, String shows, List<SummaryJson> rounds, long now) {}

    void practice(Context ctx) {
        Reviewing.Practised practised = reviewing()
                .practice(ClassHandlers.account(ctx), ClassHandlers.classroom(ctx), ClassHandlers.person(ctx));
        Reply.json(
                ctx,
                new PractisedJson(
                        practised.member().id().value(),
                        practised.member().name(),
                        practised.member().shows().word(),
                        practised.rounds().stream()
                                .map(round -> SummaryJson.of(round, settings.bank(), null))
                                .toList(),
                        settings.clock().millis()));
    }

    void round(Context ctx) {
        Session.Ended round = reviewing()
                .round(
                        ClassHandlers.account(ctx),
                        ClassHandlers.classroom(ctx),
                        ClassHandlers.person(ctx),
                        Incoming.session(ctx));
        Reply.json(ctx, marked(round));
    }

    private SessionJson marked(Session.Ended session) {
        return SessionJson.shared(session, SessionJson.View.ofAnother(settings, reviewing()::reviewer));
    }

    private List<AnswerAloneJson> alone(Session.Ended session) {
        Rendering rendering = settings.rendering();
        return session.handedIn().entrySet().stream()
                .map(entry -> alone(
                        entry.getKey(), session.setup().questions().get(entry.getKey()), entry.getValue(), rendering))
                .toList();
    }

    private static AnswerAloneJson alone(int place, Question question, Result result, Rendering rendering) {
        return new AnswerAloneJson(
                place,
                rendering.text().apply(question.prompt()),
                rendering.inline().apply(question.prompt()),
                rendering.html().apply(question.context()),
                result.attempt().text(),
                question.referenceAnswers().stream()
                        .map(reference -> QuestionJson.ReferenceJson.of(reference, rendering))
                        .toList());
    }

    private List<CommentJson> comments(List<Comment> comments, CandidateId asking) {
        return comments.stream()
                .map(comment -> new CommentJson(
                        comment.place(),
                        reviewing().reviewer(comment.reviewer()),
                        comment.reviewer().equals(asking),
                        comment.text(),
                        comment.at().toEpochMilli()))
                .toList();
    }

    void correct(Context ctx) {
        Reviewing.Which which = which(ctx);
        int place = Incoming.place(ctx);
        CorrectionRequest said =
                CorrectionRequest.read(Incoming.fields(ctx, "point", "credit", "quote", "withdraw"), place);
        Session.Ended corrected = said.given()
                .map(given -> reviewing()
                        .correct(
                                ClassHandlers.account(ctx),
                                which,
                                given.apply(settings.clock().instant())))
                .orElseGet(() -> reviewing().withdraw(ClassHandlers.account(ctx), which, place, said.point()));
        show(ctx, corrected);
    }

    void comment(Context ctx) {
        Reviewing.Which which = which(ctx);
        int place = Incoming.place(ctx);
        reviewing()
                .comment(
                        ClassHandlers.account(ctx),
                        which,
                        place,
                        Incoming.fields(ctx, "text").text("text"));
        answers(ctx);
    }

    void ownComments(Context ctx) {
        CandidateId candidate = Incoming.candidate(ctx);
        Reply.json(
                ctx, Map.of("comments", comments(reviewing().comments(candidate, Incoming.session(ctx)), candidate)));
    }
}
