package rejoinder.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A bank of two questions whose text a test can change while the program does not run. */
final class SmallBank {
    static final String LOCK = "locks/what-is-a-lock";
    static final String QUEUE = "locks/what-is-a-queue";
    static final String OWNER = "A lock lets only one thread at a time go on.";
    static final String RELEASE = "A lock is released in a finally block.";

    private static final String HEAD = """
            ---
            topic: locks
            title: Locks and queues
            order: 1
            summary: Threads that wait.
            ---

            """;
    private static final String LOCKS = """
            ## What is a lock for?

            ```yaml
            id: what-is-a-lock
            difficulty: junior
            minutes: 2
            tags: [threads]
            ```

            ### Reference answer: full

            A lock lets only one thread at a time go on. A lock is released in a finally block, so that an exception does not keep it held.

            ### Key points

            - one-at-a-time (1): A lock lets only one thread at a time go on.
            - finally (1): A lock is released in a finally block.

            ### Sources

            - [Threads](https://docs.python.org/3/library/threading.html)

            """;
    private static final String QUEUES = """
            ## What is a queue for?

            ```yaml
            id: what-is-a-queue
            difficulty: junior
            minutes: 2
            tags: [threads]
            ```

            ### Reference answer: full

            A queue hands work from one thread to another. Its get waits until something is there.

            ### Key points

            - hands-over (1): A queue hands work from one thread to another.
            - waits (1): The get of a queue waits until something is there.

            ### Sources

            - [Queues](https://docs.python.org/3/library/queue.html)

            """;

    private SmallBank() {}

    /** Both questions. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("locks.md"), HEAD + LOCKS + QUEUES);
        return folder;
    }

    /** One question gone, and nothing of the other as it was but its id. */
    static void rewrite(Path folder) throws IOException {
        String other = LOCKS.replace("What is a lock for?", "What does a semaphore do?")
                .replace(OWNER, "A semaphore lets some threads go on.")
                .replace(RELEASE, "A semaphore counts.");
        Files.writeString(folder.resolve("locks.md"), HEAD + other);
    }

    /** Ids of both. */
    static List<String> questions() {
        return List.of(LOCK, QUEUE);
    }
}
