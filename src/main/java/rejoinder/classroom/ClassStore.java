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

    /** The first classes that a reviewer made, by name; no more than so many. */
    List<Classroom> of(Managed managed, int most);

    /** How many classes a reviewer made. */
    int classes(Managed managed);

    /**
     * Which classes somebody manages.
     *
     * @param reviewer who made them; empty for those of every reviewer
     */
    record Managed(Optional<CandidateId> reviewer) {}

    /** The classes that somebody is in, by name. */
    List<Classroom> of(CandidateId member);

    /** The class of an id. */
    Optional<Classroom> find(ClassId id);

    /** Deletes a class with its invitations and assignments; what its members answered stays theirs. Returns whether there was one. */
    boolean delete(ClassId id);

    /** The first members of a class, by name; no more than so many. Their names have some words in them, which may be empty. */
    List<Member> members(ClassId id, String words, int most);

    /** Who is in a class, by name. */
    default List<Member> members(ClassId id) {
        return members(id, "", Integer.MAX_VALUE);
    }

    /** How many members of a class have names with some words in them, which may be empty. */
    int membersWith(ClassId id, String words);

    /** Somebody in a class; empty if they are not. */
    Optional<Member> member(ClassId id, CandidateId member);

    /** Takes somebody out of a class; returns whether they were in it. */
    boolean leave(ClassId id, CandidateId member);

    /** Keeps what somebody shows of their practice; returns whether they are in the class. */
    boolean show(ClassId id, CandidateId member, PracticeVisibility shown);

    /** Keeps a new assignment. */
    void assign(Assignment assignment);

    /** The assignments of a class that open last, the last first; no more than so many. */
    List<Assignment> assignments(ClassId id, int most);

    /** The assignments of a class, the last to open first. */
    default List<Assignment> assignments(ClassId id) {
        return assignments(id, Integer.MAX_VALUE);
    }

    /** How many assignments a class has. */
    int assignmentsOf(ClassId id);

    /** The assignment of an id. */
    Optional<Assignment> assignment(AssignmentId id);

    /** Deletes an assignment; the answers stay with the candidates. Returns whether there was one. */
    boolean withdraw(AssignmentId id);

    /** Keeps a new session as a member's sitting of an assignment; false if the candidate is not a member, or has begun it already. */
    boolean begin(AssignmentId id, InProgress session);

    /** Who has begun an assignment, the first one first; also who has left the class since. */
    List<Sitting> sittings(AssignmentId id);

    /** The sitting of somebody who has begun an assignment. */
    Optional<Sitting> sitting(AssignmentId id, CandidateId candidate);

    /** Keeps a comment in place of the same reviewer's earlier one about that answer; false if there is no such session. */
    boolean comment(Comment comment);

    /** The comments about a session, by place, the first one first. */
    List<Comment> comments(SessionStore.Key session);
}
