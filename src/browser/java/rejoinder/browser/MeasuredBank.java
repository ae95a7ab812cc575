package rejoinder.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Three questions as long as those of the bank that comes along, with an answer each, so that the size of a mark can be measured whatever becomes of that bank. */
final class MeasuredBank {
    static final String SETS = "measured/sets";
    static final String AWAIT = "measured/async-await";
    static final String DECORATORS = "measured/decorators";

    /** 58 words: good, with gaps. */
    static final String SETS_ANSWER = "I take a set when I often ask whether something is in it, because a lookup takes"
            + " about the same time however many items there are. It also drops duplicates by itself, so I use it to make a list"
            + " unique. Only hashable things can be items, which is why a list cannot go into a set, but a tuple of strings can.";

    /** About 150 words. */
    static final String AWAIT_ANSWER =
            "In all three languages await suspends the function and hands control back to whoever runs it, so the thread"
                    + " stays free for other work in the meantime. In Python, calling an async function only gives you a coroutine object;"
                    + " nothing runs until you await it or wrap it in a task, and a call that is never awaited does nothing but warn. C# and"
                    + " JavaScript are the same there: nothing runs before the await. Python and JavaScript keep all code of one event loop on"
                    + " a single thread, which is why a long calculation blocks everything else, while C# picks the work up wherever there is"
                    + " room in its pool of threads. To cancel, C# passes a token down the calls, JavaScript has an AbortSignal that the callee"
                    + " has to listen to, and Python raises CancelledError inside the task at its next await, so that its finally blocks still"
                    + " run before it ends.";

    static final String DECORATORS_ANSWER = """
            A decorator takes a function and returns another one in its place.

            ```python
            import functools

            def logged(function):
                @functools.wraps(function)
                def wrapper(*args, **kwargs):
                    print(function.__name__)
                    return function(*args, **kwargs)
                return wrapper
            ```

            The at sign above a function applies it when the function is defined.""";

    /** What its question about await says of other languages. */
    static final String EAGER = "C# and JavaScript run the body at once, up to the first await that suspends.";

    private static final String PACK = """
            ---
            topic: measured
            title: Measured questions
            order: 1
            summary: Questions of a usual length.
            ---

            ## When is a set the better choice than a list or a tuple?

            ```yaml
            id: sets
            difficulty: junior
            minutes: 3
            tags: [sets]
            ```

            ### Reference answer: full

            A set is the better choice when membership is asked often: a lookup takes about constant time, while a list is searched item by item.
            It holds each item once, so turning a list into a set removes the duplicates.

            Items have to be hashable, so lists and dicts cannot be items. A set has no order and no index. Where the set itself has to be hashable,
            frozenset is its immutable form.

            ### Reference answer: terse

            Fast lookups, no duplicates, hashable items, no order; frozenset is immutable.

            ### Key points

            - lookup (3): Asking whether an item is in a set takes about constant time.
              - Short: lookup speed
              - Ask: Did you mean that a lookup does not get slower as the set grows?
            - unique (2): A set holds each item only once.
              - Short: uniqueness
              - Ask: Did you mean that a set removes duplicates?
            - hashable (2): The items of a set have to be hashable.
              - Short: hashability
              - Ask: Did you mean that items have to be hashable?
            - unordered (2): A set has no order and no index.
              - Short: the missing order
              - Ask: Did you mean that a set cannot be indexed?
            - frozen (1, bonus): A frozenset is an immutable set.
              - Short: frozenset
              - Ask: Did you mean that frozenset cannot be changed?

            ### Follow-up

            You need a set as the key of a dict. What do you do?

            ### Follow-up answer

            Use a frozenset, which is immutable and therefore hashable.

            ### Follow-up points

            - key (1): A frozenset is hashable, so it can be a key.

            ### Sources

            - [Set types](https://docs.python.org/3/library/stdtypes.html#set-types-set-frozenset)

            ## How does `async`/`await` in Python differ from the same keywords in C# and JavaScript?

            ```yaml
            id: async-await
            difficulty: senior
            minutes: 5
            tags: [async]
            ```

            ### Reference answer: full

            In all three languages `await` suspends the function and gives the thread back; the compiler or interpreter keeps its place. What differs is
            when the body starts and who runs it.

            In Python the call only creates a coroutine. Nothing runs until you await it or hand it to `create_task`, and you have to start the loop
            yourself, usually with `asyncio.run(main())`. In C# and JavaScript the call itself runs the body up to the first await that really suspends,
            and the runtime is already there.

            Python and JavaScript run all code of one loop on a single thread. In C# the rest of the method may continue on another thread of the pool.

            ### Key points

            - suspends (3): `await` suspends the function without blocking the thread.
              - Short: how await suspends
              - Ask: Did you mean that the thread is free while the function waits?
            - lazy (4): A Python call only creates a coroutine; nothing runs until it is awaited or made a task.
              - Short: the lazy coroutine
              - Ask: Did you mean that a Python call alone runs nothing?
            - eager (3): C# and JavaScript run the body at once, up to the first await that suspends.
              - Short: the eager start elsewhere
              - Ask: Did you mean that C# and JavaScript start at the call?
            - loop (2): Python needs its event loop started, for example with `asyncio.run()`.
              - Short: starting the loop
              - Ask: Did you mean that Python needs its loop started?
            - one-thread (2): In Python and JavaScript one event loop means one thread.
              - Short: one thread a loop
              - Ask: Did you mean that one loop stays on one thread?
            - pool (2): In C# the code behind an await may continue on a different thread.
              - Short: the thread pool
              - Ask: Did you mean that C# may continue on a different thread?
            - cancel (1, bonus): Each language cancels in its own way.
              - Short: cancelling
              - Ask: Did you mean that they cancel differently?

            ### Misconceptions

            - eager: In C# and JavaScript nothing runs before the await.
              - Why: C# and JavaScript run the body at once, up to the first await that suspends.

            ### Follow-up

            You call an async method in C# and never await it. What has already run?

            ### Follow-up answer

            Everything up to the first await that really suspends.

            ### Follow-up points

            - started (1): Everything up to the first await that suspends has run.

            ### Sources

            - [PEP 492](https://peps.python.org/pep-0492/)

            ## How do decorators work, and how would you write one?

            ```yaml
            id: decorators
            difficulty: middle
            minutes: 5
            tags: [functions]
            ```

            ### Reference answer: full

            A decorator is a callable that takes a function and returns a replacement for it, usually a wrapper. `@deco` above `def f` is short for
            `f = deco(f)` right after the definition.

            The wrapper accepts `*args` and `**kwargs` and calls the original. `functools.wraps` copies the name and the docstring of the original to
            the wrapper. A decorator with arguments needs one more level: a function that takes the arguments and returns the decorator.

            ### Key points

            - replaces (3): A decorator takes a function and returns a replacement for it.
              - Short: what a decorator returns
              - Ask: Did you mean that the function is replaced?
            - syntax (2): Writing `@deco` above a function is the same as `f = deco(f)`.
              - Short: the at sign
              - Ask: Did you mean that the at sign calls the decorator?
            - wrapper (2): The wrapper accepts `*args` and `**kwargs` and calls the original function.
              - Short: the wrapper
              - Ask: Did you mean that the wrapper passes its arguments on?
            - wraps (2): `functools.wraps` copies the name and docstring of the original function to the wrapper.
              - Short: functools.wraps
              - Ask: Did you mean that wraps keeps the name?
            - arguments (1): A decorator with arguments needs one more level of functions.
              - Short: decorators with arguments
              - Ask: Did you mean that arguments need another function?

            ### Follow-up

            Why is `functools.wraps` worth a line?

            ### Follow-up answer

            Without it every decorated function shows up as `wrapper` in help, logs and tracebacks.

            ### Follow-up points

            - name (1): Without it every decorated function shows up as wrapper.

            ### Sources

            - [functools](https://docs.python.org/3/library/functools.html)
            """;

    private MeasuredBank() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("measured.md"), PACK);
        return folder;
    }
}
