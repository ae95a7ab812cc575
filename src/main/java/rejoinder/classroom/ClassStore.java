package rejoinder.classroom;

import java.util.List;
import java.util.Optional;
import rejoinder.plan.CandidateId;
import rejoinder.session.InProgress;
import rejoinder.session.SessionStore;

/** Where classes are kept, and what they were assigned. Every method is one transaction. Members come in by invitations, which accounts keep. */
public interface ClassStore {
    /** Keeps a new class. */
    void make(Classroom classroom);

    /** All classes, by name. */
    List<Classroom> all();

    /** The classes that somebody is in, by name. */
    List<Classroom> of(CandidateId member);

    /** The class of an id. */
    Optional<Classroom> find(ClassId id);

    /** Deletes a class with its invitations and assignments; what its members answered stays theirs. Returns whether there was one. */
    boolean delete(ClassId id);

    /** Who is in a class, by name. */
    List<Member> members(ClassId id);

    /** Takes somebody out of a class; returns whether they were in it. */
    boolean leave(ClassId id, CandidateId member);

    /** Keeps what somebody shows of their practice; returns whether they are in the class. */
    boolean show(ClassId id, CandidateId member, PracticeVisibility shown);

    /** Keeps a new assignment. */
    void assign(Assignment assignment);

    /** The assignments of a class, the first to open first. */
    List<Assignment> assignments(ClassId id);

    /** The assignment of an id. */
    Optional<Assignment> assignment(AssignmentId id);

    /** Deletes an assignment; the answers stay with the candidates. Returns whether there was one. */
    boolean withdraw(AssignmentId id);

    /** Keeps a new session as a member's sitting of an assignment; false if the candidate is not a member, or has begun it already. */
    boolean begin(AssignmentId id, InProgress session);

    /** Who has begun an assignment, the first one first; also who has left the class since. */
    List<Sitting> sittings(AssignmentId id);

    /** Keeps a comment in place of the same reviewer's earlier one about that answer; false if there is no such session. */
    boolean comment(Comment comment);

    /** The comments about a session, by place, the first one first. */
    List<Comment> comments(SessionStore.Key session);
}
