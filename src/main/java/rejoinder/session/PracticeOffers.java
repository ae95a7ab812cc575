package rejoinder.session;

import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Drills;
import rejoinder.plan.Hints;
import rejoinder.plan.Review;
import rejoinder.plan.Schedule;
import rejoinder.plan.Studying;

/** Works out what practice offers about one question of a session: hints before the answer; after it, when the question comes again and which points to drill. */
public final class PracticeOffers {
    private static final int MOST_DRILLS = 3;

    private final Practice practice;
    private final Studying studying;

    /**
     * @param practice knows the hints of a question
     * @param studying knows when a question comes again
     */
    public PracticeOffers(Practice practice, Studying studying) {
        this.practice = practice;
        this.studying = studying;
    }

    /**
     * What is offered about one question.
     *
     * @param settled whether the answer is handed in
     * @param taken hints that were taken
     * @param next the hint that can be taken now
     * @param schedule when the question comes again; empty while there is no score
     * @param again whether the candidate wants to be asked again at once
     * @param drills missed points to be asked for in one line, the least made first
     */
    public record Offer(
            Question question,
            boolean settled,
            List<Hints.Hint> taken,
            Optional<Hints.Hint> next,
            Optional<Schedule> schedule,
            boolean again,
            List<Drill> drills) {
        /** Copies the lists. */
        public Offer {
            taken = List.copyOf(taken);
            drills = List.copyOf(drills);
        }
    }

    /** A missed point and the line that asks for it. */
    public record Drill(String point, String statement, String ask) {}

    /**
     * What is offered about a question of a session.
     *
     * @throws SessionException.NoSuchQuestion if there is no such place
     */
    public Offer offer(CandidateId candidate, Session session, int place) {
        session.requirePlace(place);
        Question question = session.setup().questions().get(place);
        List<Hints.Hint> hints = practice.hints(question);
        return session.result(place)
                .filter(result -> !InProgress.keepsMarksBack(session))
                .map(result -> after(candidate, session.corrections(place), question, hints, result))
                .orElseGet(() -> before(session, place, question, hints));
    }

    // in an interview there is no hint
    private static Offer before(Session session, int place, Question question, List<Hints.Hint> hints) {
        int taken = InProgress.of(session)
                .map(open -> open.drafts().get(place).hints())
                .orElse(0);
        boolean practised = session.setup().blueprint().mode() == Mode.PRACTICE;
        return new Offer(
                question,
                false,
                hints.stream().limit(taken).toList(),
                hints.stream().skip(taken).filter(hint -> practised).findFirst(),
                Optional.empty(),
                false,
                List.of());
    }

    private Offer after(
            CandidateId candidate,
            List<Correction> corrections,
            Question question,
            List<Hints.Hint> hints,
            Result result) {
        PracticeNotes notes = result.practiceNotes();
        Optional<Review> review = result.review(question, corrections);
        return new Offer(
                question,
                true,
                hints.stream().limit(notes.hints()).toList(),
                Optional.empty(),
                review.map(it -> new Schedule(it, notes.rating(), studying.choices(candidate, question.id(), it.at()))),
                notes.again(),
                review.stream()
                        .flatMap(it -> it.missed().stream())
                        .limit(MOST_DRILLS)
                        .map(missed -> new Drill(
                                missed.point(),
                                missed.statement(),
                                Drills.ask(question, missed.point(), missed.statement())))
                        .toList());
    }
}
