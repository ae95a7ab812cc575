package rejoinder.api;

import io.javalin.http.Handler;

/**
 * One line of the route table.
 *
 * @param method HTTP method
 * @param path with its parameters in braces
 * @param handler what answers
 * @param grades whether an answer is graded meanwhile, which takes its time and its turn
 */
record Route(String method, String path, Handler handler, boolean grades) {
    /** A line that answers at once. */
    Route(String method, String path, Handler handler) {
        this(method, path, handler, false);
    }

    /** A line that grades before it answers. */
    static Route grading(String method, String path, Handler handler) {
        return new Route(method, path, handler, true);
    }
}
