package rejoinder.api;

import io.javalin.http.Handler;
import rejoinder.account.Role;

/**
 * One line of the route table.
 *
 * @param method HTTP method
 * @param path with its parameters in braces
 * @param handler what answers
 * @param kind what it costs
 * @param access who may ask, on a server with accounts
 */
record Route(String method, String path, Handler handler, Kind kind, Access access) {
    /** What answering costs. */
    enum Kind {
        /** It answers at once. */
        QUICK,
        /** It grades an answer, which takes a while and waits its turn. */
        GRADING,
        /** It hashes a password, which takes a while and waits its turn. */
        HASHING,
        /** It asks another server, which may take a while. */
        ASKING,
        /** It receives files, which are written to disk. */
        FILES
    }

    /** Who may ask. */
    enum Access {
        ANYBODY,
        /** Monitoring programs on this machine, and administrators. */
        WATCHERS,
        CANDIDATES,
        REVIEWERS,
        ADMINS;

        /** Whether a role is sufficient. */
        boolean isGiven(Role role) {
            return switch (this) {
                case ANYBODY, CANDIDATES -> true;
                case REVIEWERS -> role.includes(Role.REVIEWER);
                case WATCHERS, ADMINS -> role.includes(Role.ADMIN);
            };
        }
    }

    /** A route that answers every candidate at once. */
    Route(String method, String path, Handler handler) {
        this(method, path, handler, Kind.QUICK, Access.CANDIDATES);
    }

    /** A route that grades before it answers. */
    static Route grading(String method, String path, Handler handler) {
        return new Route(method, path, handler, Kind.GRADING, Access.CANDIDATES);
    }

    /** A route that hashes a password before it answers. */
    static Route hashing(String method, String path, Handler handler) {
        return new Route(method, path, handler, Kind.HASHING, Access.CANDIDATES);
    }

    /** A route that asks another server before it answers. */
    static Route asking(String method, String path, Handler handler) {
        return new Route(method, path, handler, Kind.ASKING, Access.CANDIDATES);
    }

    /** A route that receives files. */
    static Route files(String method, String path, Handler handler) {
        return new Route(method, path, handler, Kind.FILES, Access.CANDIDATES);
    }

    /** The same route with another access. */
    Route open(Access to) {
        return new Route(method, path, handler, kind, to);
    }

    /** Whether it only reads. */
    boolean isReading() {
        return method.equals("GET");
    }
}
