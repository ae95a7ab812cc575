package rejoinder.api;

import io.javalin.http.Handler;

/**
 * One line of the route table.
 *
 * @param method HTTP method
 * @param path with its parameters in braces
 * @param handler what answers
 * @param grades whether an answer is graded meanwhile, which takes its time and its turn
 * @param files whether it takes files, which go to the disk
 */
record Route(String method, String path, Handler handler, boolean grades, boolean files) {
    /** A line that answers at once. */
    Route(String method, String path, Handler handler) {
        this(method, path, handler, false, false);
    }

    /** A line that grades before it answers. */
    static Route grading(String method, String path, Handler handler) {
        return new Route(method, path, handler, true, false);
    }

    /** A line that takes files. */
    static Route files(String method, String path, Handler handler) {
        return new Route(method, path, handler, false, true);
    }
}
