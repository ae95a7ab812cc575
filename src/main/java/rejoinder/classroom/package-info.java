/**
 * What the people of one server show each other.
 *
 * <p>Everything that a candidate has is theirs alone until they show it. {@link rejoinder.classroom.Shares} shows one marked result to whoever has its link. Of a link only the SHA-256 is
 * kept, as of every other secret, and it ends with the session, with the candidate, or when it is withdrawn.
 *
 * <p>A class shows its reviewer the assigned interviews of its current members, once they are handed in: {@link rejoinder.classroom.Classes} says who looks after which
 * class, {@link rejoinder.classroom.Assignments} sets interviews and lets members take them, {@link rejoinder.classroom.Reviewing} reads, corrects and comments. The questions of an
 * assignment are drawn once, when it is set, so that answers can be compared; it can be taken once, so deleting the session gives no second try. What a reviewer said belongs to the candidate:
 * it stays when the reviewer, the assignment or the class goes, and goes with the session.
 *
 * <p>Of practice a reviewer sees what the member has chosen for that class, {@link rejoinder.classroom.PracticeVisibility nothing at first}; interviews that nobody assigned stay private.
 *
 * <p>All of this needs accounts: on a personal server there is nobody else.
 */
@NullMarked
package rejoinder.classroom;

import org.jspecify.annotations.NullMarked;
