package rejoinder.classroom;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rejoinder.account.Account;
import rejoinder.bank.Question;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionStore;

/** The use cases of assignments: a reviewer assigns an interview to a class, and its members take it, once each, within its window. */
public final class Assignments {
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);

    private final Classes classes;
    private final ClassStore store;
    private final SessionStore sessions;
    private final Interviewer interviewer;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * @param classes who manages which class
     * @param store where assignments are kept
     * @param sessions what was answered
     * @param interviewer draws questions and starts sessions
     * @param clock the time
     * @param tokens unguessable names
     */
    public Assignments(
            Classes classes,
            ClassStore store,
            SessionStore sessions,
            Interviewer interviewer,
            InstantSource clock,
            Supplier<String> tokens) {
        this.classes = classes;
        this.store = store;
        this.sessions = sessions;
        this.interviewer = interviewer;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * What a reviewer wants to assign.
     *
     * @param drawable whether a question may be drawn
     */
    public record Wanted(
            String title, Blueprint blueprint, Predicate<Question> drawable, Instant opensAt, Instant closesAt) {}

    /**
     * Assigns an interview to a class. Its questions are drawn now, so that everybody answers the same.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     * @throws ClassroomException.NotTaken if the title or the window is not valid
     * @throws SessionException.TooFewQuestions if the topics cannot give as many as were asked for
     * @throws SessionException.NoSuchQuestion if a topic or a picked question is not in the bank
     */
    public Assignment set(Account reviewer, ClassId id, Wanted wanted) {
        Classroom classroom = classes.open(reviewer, id);
        String title = Classes.name("title", wanted.title());
        Instant now = clock.instant();
        if (wanted.blueprint().mode() != Mode.INTERVIEW) {
            throw new ClassroomException.NotTaken("mode", "Only an interview can be assigned, not practice.");
        }
        if (!wanted.closesAt().isAfter(wanted.opensAt()) || !wanted.closesAt().isAfter(now)) {
            throw new ClassroomException.NotTaken(
                    "until", "The window must end after it begins, and not in the past; choose a later end.");
        }
        if (Duration.between(now, wanted.closesAt()).compareTo(LONGEST_WINDOW) > 0
                || Duration.between(wanted.opensAt(), now).compareTo(LONGEST_WINDOW) > 0) {
            throw new ClassroomException.NotTaken("until", "The window must lie within a year; choose other days.");
        }
        Blueprint blueprint = wanted.blueprint();
        Assignment assignment = new Assignment(
                new AssignmentId(tokens.get()),
                classroom.id(),
                title,
                new Blueprint(
                        Mode.INTERVIEW,
                        List.of(),
                        interviewer.draw(blueprint, wanted.drawable()).stream()
                                .map(Question::id)
                                .toList(),
                        blueprint.questions(),
                        blueprint.pace(),
                        blueprint.seed(),
                        blueprint.overtime(),
                        blueprint.followUps()),
                wanted.opensAt(),
                wanted.closesAt(),
                now);
        store.assign(assignment);
        return assignment;
    }

    /**
     * An assignment of a class that somebody manages.
     *
     * @throws ClassroomException.NoSuchClass if it is not theirs
     * @throws ClassroomException.NoSuchAssignment if the class has none of that id
     */
    public Assignment open(Account reviewer, ClassId id, AssignmentId assignment) {
        ClassId classroom = classes.open(reviewer, id).id();
        return store.assignment(assignment)
                .filter(found -> found.classroom().equals(classroom))
                .orElseThrow(Assignments::gone);
    }

    private static ClassroomException gone() {
        return new ClassroomException.NoSuchAssignment(
                "There is no such assignment here; it may have been withdrawn. Load the list again.");
    }

    /**
     * Withdraws an assignment; the answers stay with the candidates.
     *
     * @throws ClassroomException.NoSuchClass if the class is not theirs
     * @throws ClassroomException.NoSuchAssignment if the class has none of that id
     */
    public void withdraw(Account reviewer, ClassId id, AssignmentId assignment) {
        store.withdraw(open(reviewer, id, assignment).id());
    }

    /**
     * An assignment as a member of the class sees it.
     *
     * @param sitting empty if they have not begun it
     * @param session empty if they have not begun it, or have deleted it
     */
    public record Own(
            Classroom classroom, Assignment assignment, Optional<Sitting> sitting, Optional<Session> session) {}

    /** What somebody was assigned, the first to close first. */
    public List<Own> of(CandidateId member) {
        List<Own> all = new ArrayList<>();
        for (Classroom classroom : classes.of(member)) {
            for (Assignment assignment : store.assignments(classroom.id())) {
                Optional<Sitting> sitting = sitting(assignment, member);
                all.add(new Own(
                        classroom,
                        assignment,
                        sitting,
                        sitting.flatMap(it -> sessions.find(member, it.session().id()))));
            }
        }
        all.sort(Comparator.comparing((Own own) -> own.assignment().closesAt()));
        return all;
    }

    private Optional<Sitting> sitting(Assignment assignment, CandidateId member) {
        return store.sitting(assignment.id(), member);
    }

    /**
     * Starts an assignment.
     *
     * @throws ClassroomException.NoSuchAssignment if there is none of that id for them
     * @throws ClassroomException.NotNow if its window is not open, or they have begun it already
     * @throws SessionException.NoSuchQuestion if a question of it is not in the bank any more
     */
    public InProgress start(CandidateId member, AssignmentId id) {
        Assignment assignment = store.assignment(id)
                .filter(found -> classes.of(member).stream()
                        .anyMatch(classroom -> classroom.id().equals(found.classroom())))
                .orElseThrow(Assignments::gone);
        switch (assignment.window(clock.instant())) {
            case AHEAD -> throw new ClassroomException.NotNow("This interview cannot be started yet; it opens later.");
            case OVER ->
                throw new ClassroomException.NotNow(
                        "The time for starting this interview is over; ask your reviewer for another one.");
            case OPEN -> {}
        }
        if (sitting(assignment, member).isPresent()) {
            throw begun();
        }
        return interviewer
                .startSet(member, assignment.blueprint(), session -> store.begin(id, session))
                .orElseThrow(Assignments::begun);
    }

    private static ClassroomException begun() {
        return new ClassroomException.NotNow("You have already started this interview; it can be taken only once.");
    }
}
