package rejoinder.classroom;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import rejoinder.account.Account;
import rejoinder.plan.CandidateId;
import rejoinder.session.Correction;
import rejoinder.session.Corrections;
import rejoinder.session.HistoryFilter;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Session;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionStore;
import rejoinder.session.SessionSummary;

/**
 * The use cases of reviewing a class. A reviewer sees the assigned sessions of current members, once they are handed in, and
 * of their practice what each member has chosen to show, which is nothing at first.
 */
public final class Reviewing {
    /** How long a comment may be. */
    public static final int LONGEST_COMMENT = 5000;

    /** Older rounds of practice are not listed. */
    private static final int MOST_ROUNDS = 200;

    private static final HistoryFilter FINISHED_PRACTICE =
            new HistoryFilter(HistoryFilter.Part.OVER, Optional.of(Mode.PRACTICE), "", HistoryFilter.ALL.since());

    private final Classes classes;
    private final Assignments assignments;
    private final ClassStore store;
    private final SessionStore sessions;
    private final Interviewer interviewer;
    private final Corrections corrections;
    private final InstantSource clock;

    /**
     * @param classes who is in which class
     * @param assignments what the classes were assigned
     * @param store where classes are kept
     * @param sessions what was answered
     * @param interviewer closes sessions whose time is over
     * @param corrections corrects marks
     * @param clock the time
     */
    public Reviewing(
            Classes classes,
            Assignments assignments,
            ClassStore store,
            SessionStore sessions,
            Interviewer interviewer,
            Corrections corrections,
            InstantSource clock) {
        this.classes = classes;
        this.assignments = assignments;
        this.store = store;
        this.sessions = sessions;
        this.interviewer = interviewer;
        this.corrections = corrections;
        this.clock = clock;
    }

    /** Names the answers of one member to one assignment. */
    public record Which(ClassId classroom, AssignmentId assignment, CandidateId member) {}

    /**
     * A member of a class, and how far they are with an assignment.
     *
     * @param sitting empty if they have not begun it
     * @param session empty if they have not begun it, or have deleted it
     */
    public record Seat(Member member, Optional<Sitting> sitting, Optional<Session> session) {}

    /**
     * Who has done an assignment: every member of the class, by name.
     *
     * @throws ClassroomException.NoSuchClass if the class is not theirs
     * @throws ClassroomException.NoSuchAssignment if the class has none of that id
     */
    public List<Seat> seats(Account reviewer, ClassId id, AssignmentId assignment) {
        Assignment found = assignments.open(reviewer, id, assignment);
        Map<CandidateId, Sitting> sittings = store.sittings(found.id()).stream()
                .collect(Collectors.toMap(sitting -> sitting.session().candidate(), Function.identity()));
        return store.members(id).stream()
                .map(member -> {
                    Optional<Sitting> sitting = Optional.ofNullable(sittings.get(member.id()));
                    return new Seat(member, sitting, sitting.flatMap(it -> now(it.session())));
                })
                .toList();
    }

    // a session whose time is over is closed first
    private Optional<Session> now(SessionStore.Key key) {
        try {
            return Optional.of(interviewer.open(key.candidate(), key.id()));
        } catch (SessionException.NoSuchSession e) {
            return Optional.empty();
        }
    }

    /**
     * What a member has answered.
     *
     * @throws ClassroomException.NoSuchClass if the class is not theirs
     * @throws ClassroomException.NoSuchAssignment if the class has none of that id, or the member has not begun it or has deleted it
     * @throws ClassroomException.NotNow if the answers are not handed in yet
     */
    public Session.Ended answers(Account reviewer, Which which) {
        return sitting(reviewer, which)
                .flatMap(sitting -> now(sitting.session()))
                .orElseThrow(() -> new ClassroomException.NoSuchAssignment(
                        "This person has no answers here: they have not started, or have deleted them."))
                .ended()
                .orElseThrow(() -> new ClassroomException.NotNow(
                        "These answers are not handed in yet; come back when the interview is over."));
    }

    private Optional<Sitting> sitting(Account reviewer, Which which) {
        Assignment found = assignments.open(reviewer, which.classroom, which.assignment);
        return store.member(which.classroom, which.member).flatMap(member -> store.sitting(found.id(), member.id()));
    }

    /**
     * What a member shows of their practice.
     *
     * @param rounds those that are over, the newest first
     */
    public record Practised(Member member, List<SessionSummary> rounds) {}

    /**
     * When a member practised what, with which scores, if they show it.
     *
     * @throws ClassroomException.NoSuchClass if the class is not theirs
     * @throws ClassroomException.NotShown if the member does not show it, or is not in the class
     */
    public Practised practice(Account reviewer, ClassId id, CandidateId member) {
        Member showing = showing(reviewer, id, member, PracticeVisibility.SCORES);
        return new Practised(showing, sessions.history(member, FINISHED_PRACTICE, MOST_ROUNDS));
    }

    private Member showing(Account reviewer, ClassId id, CandidateId member, PracticeVisibility least) {
        return store.member(classes.open(reviewer, id).id(), member)
                .filter(one -> one.shows().includes(least))
                .orElseThrow(() -> new ClassroomException.NotShown(
                        "This person does not show you that; practice is private unless they choose to show it."));
    }

    /**
     * What a member answered in a round of practice, if they show it.
     *
     * @throws ClassroomException.NoSuchClass if the class is not theirs
     * @throws ClassroomException.NotShown if the member does not show it, is not in the class, or has no such round that is over
     */
    public Session.Ended round(Account reviewer, ClassId id, CandidateId member, SessionId round) {
        showing(reviewer, id, member, PracticeVisibility.ANSWERS);
        return sessions.find(member, round)
                .filter(session -> session.setup().blueprint().mode() == Mode.PRACTICE)
                .flatMap(Session::ended)
                .orElseThrow(() -> new ClassroomException.NotShown(
                        "There is no such round of practice here; it may have been deleted. Load the list again."));
    }

    /**
     * Corrects the mark of a point; the grader's own stays beside it, and the correction says whose it is.
     *
     * @throws ClassroomException as {@link #answers} does
     * @throws SessionException.WrongState if the answer is not graded yet
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    public Session.Ended correct(Account reviewer, Which which, Correction.Given given) {
        SessionId id = answers(reviewer, which).setup().id();
        return ended(corrections.correct(
                which.member,
                id,
                at -> new Correction.Given(
                        given.place(), given.point(), given.credit(), given.quote(), at, Optional.of(reviewer.id()))));
    }

    private static Session.Ended ended(Session session) {
        return session.ended().orElseThrow(() -> new IllegalStateException("A correction opened a session again."));
    }

    /**
     * Takes the corrections of a point back.
     *
     * @throws ClassroomException as {@link #answers} does
     * @throws SessionException.WrongState if the answer is not graded yet
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    public Session.Ended withdraw(Account reviewer, Which which, int place, String point) {
        SessionId id = answers(reviewer, which).setup().id();
        return ended(corrections.correct(
                which.member, id, at -> new Correction.Withdrawn(place, point, at, Optional.of(reviewer.id()))));
    }

    /**
     * Comments on an answer, replacing the same reviewer's earlier comment; a blank text deletes it.
     *
     * @throws ClassroomException as {@link #answers} does
     * @throws ClassroomException.NotTaken if it is too long
     * @throws SessionException.NoSuchQuestion if there is no such place
     */
    public void comment(Account reviewer, Which which, int place, String text) {
        if (text.length() > LONGEST_COMMENT) {
            throw new ClassroomException.NotTaken(
                    "text", "A comment has at most " + LONGEST_COMMENT + " characters; shorten it.");
        }
        Session.Ended session = answers(reviewer, which);
        session.requirePlace(place);
        store.comment(new Comment(
                new SessionStore.Key(which.member, session.setup().id()),
                place,
                reviewer.id(),
                text.strip(),
                clock.instant()));
    }

    /** The comments on a session, by place. */
    public List<Comment> comments(Session session) {
        return store.comments(new SessionStore.Key(
                session.setup().candidate(), session.setup().id()));
    }

    /**
     * What reviewers said about the answers of a candidate's own session, by place.
     *
     * @throws SessionException.NoSuchSession if the candidate has none of that id
     */
    public List<Comment> comments(CandidateId candidate, SessionId id) {
        return comments(sessions.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id)));
    }

    /** The name of a reviewer, who may be gone. */
    public String reviewer(CandidateId id) {
        return classes.reviewer(id);
    }
}
