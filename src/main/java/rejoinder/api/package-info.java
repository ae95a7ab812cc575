/**
 * HTTP and JSON, and nothing else.
 *
 * <p>{@code Server} holds the route table; a handler decodes, calls the session room and encodes, and decides nothing. {@code Problem} is the one map from a
 * thing that went wrong to a status and a body. The server has no sign-in, so it guards what a browser could be tricked into: the Host header against DNS
 * rebinding, the origin of every write, and a content security policy on every response. References and key points are left out of the JSON of an open question by
 * its type: {@code OpenQuestionJson} has no place for them.
 */
@NullMarked
package rejoinder.api;

import org.jspecify.annotations.NullMarked;
