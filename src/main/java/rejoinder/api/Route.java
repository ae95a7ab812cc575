package rejoinder.api;

import io.javalin.http.Handler;

/**
 * One line of the route table.
 *
 * @param method HTTP method
 * @param path with its parameters in braces
 * @param handler what answers
 */
record Route(String method, String path, Handler handler) {}
