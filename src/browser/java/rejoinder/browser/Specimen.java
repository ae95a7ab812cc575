package rejoinder.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A graded interview that shows what a result can show. Its answers are made of what the bank itself says, so that any bank will do.
 *
 * @param interview five questions: a full answer, half of one with a correction, one with a misconception in it, nonsense, nothing
 */
record Specimen(Interview interview) {
    /** The place of the answer that says everything. */
    static final int FULL = 0;
    /** The place of the answer that says a part. */
    static final int HALF = 1;
    /** The place of the answer with something wrong in it. */
    static final int WRONG = 2;
    /** The place of the answer that is none. */
    static final int NONSENSE = 3;

    /** An answer with code among its sentences. */
    static final String CODE = """
            A decorator takes a function and returns another one that stands in its place.

            ```python
            import functools

            def timed(function):  # 2 levels
                @functools.wraps(function)
                def wrapper(*args, **kwargs):
                    start = time.perf_counter()
                    try:
                        return function(*args, **kwargs)
                    finally:
                        print(f"{function.__name__}: {time.perf_counter() - start:.3f} s")
                return wrapper
            ```

            `functools.wraps` copies the name and the docstring, and it runs once for each call.
            """;

    private static final int QUESTIONS = 5;
    private static final long SEED = 7;

    /** Holds it; the program's grader has to be ready. */
    static Specimen hold(Program program) throws IOException, InterruptedException {
        List<JsonNode> asked = answered(program, QUESTIONS);
        List<String> ids = new ArrayList<>();
        asked.forEach(question -> ids.add(question.path("id").asText()));
        Interview interview = Interview.of(program, ids, Interview.SUGGESTED)
                .write(FULL, reference(asked.get(FULL)), false, "very", 131_000)
                .write(HALF, half(asked.get(HALF)), true, "rather", 284_000)
                .write(WRONG, half(asked.get(WRONG)) + "\n\n" + misconception(asked.get(WRONG)), false, "very", 75_000)
                .write(NONSENSE, "asdf asdf jkl jkl asdf", false, "not", 12_000)
                .submit();
        for (JsonNode finding : interview.graded().at("/questions/" + HALF + "/grade/findings")) {
            if (finding.path("kind").asText().equals("not-said")) {
                interview.correct(HALF, finding.at("/point/id").asText(), 1, "");
                break;
            }
        }
        return new Specimen(interview);
    }

    /** Questions as they are after the end, with what a good answer says. */
    static List<JsonNode> answered(Program program, int questions) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        JsonNode session = Interview.start(program, questions, Interview.UNTIMED, SEED)
                .submit()
                .graded();
        session.path("questions").forEach(found::add);
        return found;
    }

    /** The first reference answer of a question that is over. */
    static String reference(JsonNode question) {
        return unwrapped(question.at("/references/0/text").asText());
    }

    /** The first paragraphs of the first reference answer. */
    static String half(JsonNode question) {
        String whole = reference(question);
        int cut = whole.indexOf('\n', whole.length() / 3);
        return (cut < 0 ? whole.substring(0, whole.length() / 2) : whole.substring(0, cut)).strip();
    }

    // a pack breaks its lines at some width; nobody who answers does
    private static String unwrapped(String markdown) {
        List<String> parts = new ArrayList<>(List.of(markdown.split("(?=```)", -1)));
        for (int part = 0; part < parts.size(); part += 2) {
            parts.set(part, parts.get(part).replaceAll("(?<!\\n)\\n(?![\\n-]|\\d)", " "));
        }
        return String.join("", parts);
    }

    private static String misconception(JsonNode question) {
        return question.at("/misconceptions/0/statement").asText("It is the other way round.");
    }
}
