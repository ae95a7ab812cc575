package rejoinder.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * A session driven at the HTTP interface: what a page is to show is prepared here, without a browser.
 *
 * @param program whose session it is
 * @param id its id
 * @param writeLock the right to write that its start gave
 */
record Interview(Program program, String id, String writeLock) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The time that the questions suggest. */
    static final String SUGGESTED = "{\"kind\":\"suggested\",\"factor\":1}";
    /** No clock. */
    static final String UNTIMED = "{\"kind\":\"untimed\"}";

    /** A pace of so many seconds. */
    static String seconds(int total) {
        return "{\"kind\":\"timed\",\"seconds\":" + total + "}";
    }

    /** Starts an interview. The seed makes it the same questions each time, as long as nothing was asked before. */
    static Interview start(Program program, int questions, String pace, long seed)
            throws IOException, InterruptedException {
        return begin(program, set("interview", questions, pace).put("seed", seed));
    }

    /** Starts an interview that may go on after its time, for as long again. */
    static Interview withOvertime(Program program, int questions, String pace)
            throws IOException, InterruptedException {
        return begin(program, set("interview", questions, pace).put("overtime", true));
    }

    /** Starts an interview with just these questions. */
    static Interview of(Program program, List<String> questions, String pace) throws IOException, InterruptedException {
        return picked(program, "interview", questions, pace);
    }

    /** Starts a round of practice with just these questions. */
    static Interview practice(Program program, List<String> questions) throws IOException, InterruptedException {
        return picked(program, "practice", questions, UNTIMED);
    }

    private static Interview picked(Program program, String mode, List<String> questions, String pace)
            throws IOException, InterruptedException {
        ObjectNode body = set(mode, questions.size(), pace);
        questions.forEach(body.putArray("picked")::add);
        return begin(program, body);
    }

    private static ObjectNode set(String mode, int questions, String pace) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("mode", mode).put("questions", questions);
        body.putArray("topics");
        body.set("pace", JSON.readTree(pace));
        return body;
    }

    private static Interview begin(Program program, ObjectNode body) throws IOException, InterruptedException {
        JsonNode session = program.send("POST", "/api/sessions", body.toString());
        return new Interview(
                program, session.path("id").asText(), session.path("writeLock").asText());
    }

    /** Where its pages are. */
    String path() {
        return "/sessions/" + id;
    }

    /** The session as it is now. */
    JsonNode now() throws IOException, InterruptedException {
        return program.get("/api" + path());
    }

    /** A question as it is now, counted from 0. */
    JsonNode question(int place) throws IOException, InterruptedException {
        return now().path("questions").path(place);
    }

    /** Ids of its questions, in order. */
    List<String> questions() throws IOException, InterruptedException {
        return now().path("questions").findValuesAsText("id").stream()
                .filter(found -> found.contains("/"))
                .toList();
    }

    /** Saves a first draft. */
    Interview write(int place, String text) throws IOException, InterruptedException {
        return write(place, text, false, "unsaid", 95_000);
    }

    /** Saves a first draft with all that belongs to it. */
    Interview write(int place, String text, boolean flagged, String confidence, long spentMillis)
            throws IOException, InterruptedException {
        ObjectNode draft = JSON.createObjectNode()
                .put("basedOn", 0)
                .put("text", text)
                .put("flagged", flagged)
                .put("confidence", confidence)
                .put("spentMillis", spentMillis)
                .put("writeLock", writeLock);
        program.send("PUT", "/api" + path() + "/drafts/" + place, draft.toString());
        return this;
    }

    /** Practice: hands in one answer. */
    Interview settle(int place) throws IOException, InterruptedException {
        program.send("POST", "/api" + path() + "/questions/" + place + "/settle", "");
        return this;
    }

    /** Hands it in. */
    Interview submit() throws IOException, InterruptedException {
        program.send("POST", "/api" + path() + "/submit", "");
        return this;
    }

    /** Waits for the marks, and gives the session with them. */
    JsonNode graded() throws IOException, InterruptedException {
        return program.until(
                "/api" + path(), session -> session.path("state").asText().equals("graded"));
    }

    /** Deletes it. */
    void delete() throws IOException, InterruptedException {
        program.send("DELETE", "/api" + path(), "");
    }

    /** Corrects the mark of a point. */
    Interview correct(int place, String point, double credit, String quote) throws IOException, InterruptedException {
        ObjectNode correction = JSON.createObjectNode()
                .put("point", point)
                .put("credit", credit)
                .put("quote", quote);
        program.send("POST", "/api" + path() + "/questions/" + place + "/corrections", correction.toString());
        return this;
    }
}
