/**
 * What the people of one server show each other.
 *
 * <p>Everything that a candidate has is theirs alone until they show it. {@link rejoinder.classroom.Shares} shows one marked result to whoever has its link. Of a link only the SHA-256 is
 * kept, as of every other secret, and it ends with the session, with the candidate, or when it is withdrawn.
 *
 * <p>All of this needs accounts: on a server of one's own nobody else can come in.
 */
@NullMarked
package rejoinder.classroom;

import org.jspecify.annotations.NullMarked;
