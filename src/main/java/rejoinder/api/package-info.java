/**
 * HTTP and JSON, and nothing else.
 *
 * <p>{@code Server} holds the route table; a handler decodes, calls the session room and encodes, and decides nothing. {@code Problem} is the one map from a
 * thing that went wrong to a status and a body. {@code Authentication} says whose request it is: a route that names no access is for
 * anyone who is signed in. {@code Guard} stops what a browser could be tricked into: it checks the Host header against DNS rebinding and the origin of every write, and
 * sends a content security policy with every response. References and key points are left out of the JSON of an open question by
 * its type: {@code QuestionJson.Open} has no place for them.
 */
@NullMarked
package rejoinder.api;

import org.jspecify.annotations.NullMarked;
