package rejoinder.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The people of a program with accounts.
 *
 * @param program that they sign in to
 */
record People(Program program) {
    private static final int MOST_POLLS = 1200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What everybody signs in with. */
    static final String PASSWORD = "correct horse battery";

    /** Invites somebody, who accepts; the cookies of their window. */
    List<Cookie> join(String name, String role) throws IOException, InterruptedException {
        String link = program.invite(name, role);
        return accept(link.substring(link.indexOf('#') + 1));
    }

    /** Accepts an invitation; the cookies of the window. */
    List<Cookie> accept(String secret) throws IOException, InterruptedException {
        HttpRequest accepting = HttpRequest.newBuilder(URI.create(program.url() + "/api/invitation/accept"))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"invitation\":\"" + secret + "\",\"password\":\"" + PASSWORD + "\"}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(accepting, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return answer.headers().allValues("Set-Cookie").stream()
                .map(header -> header.substring(0, header.indexOf(';')))
                .map(pair -> new Cookie(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1))
                        .setUrl(program.url()))
                .toList();
    }

    /** Begins an assigned interview, hands it in as it is, and waits for its marks; the id of the session. */
    String handIn(List<Cookie> who, String assignment) throws IOException, InterruptedException {
        String session = post(who, "/api/assignments/" + assignment + "/start", "")
                .path("id")
                .asText();
        return handedIn(who, session);
    }

    /** Practises one question, hands it in as it is, and waits for its marks; the id of the round. */
    String practise(List<Cookie> who, String question) throws IOException, InterruptedException {
        String round = post(
                        who,
                        "/api/sessions",
                        "{\"mode\":\"practice\",\"topics\":[],\"picked\":[\"" + question
                                + "\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}")
                .path("id")
                .asText();
        return handedIn(who, round);
    }

    private String handedIn(List<Cookie> who, String session) throws IOException, InterruptedException {
        JsonNode now = post(who, "/api/sessions/" + session + "/submit", "");
        for (int poll = 0; !now.path("state").asText().equals("graded"); poll++) {
            if (poll == MOST_POLLS) {
                throw new IOException("The session was never graded; last: " + now);
            }
            // a pause between questions to another process; nothing is concluded from the time that passes
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                    .join();
            now = get(who, "/api/sessions/" + session);
        }
        return session;
    }

    /** Sends something as somebody who has signed in; the reply is JSON. */
    JsonNode post(List<Cookie> who, String path, String body) throws IOException, InterruptedException {
        return send(request(who, path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Puts something in place as somebody who has signed in; the reply is JSON. */
    JsonNode put(List<Cookie> who, String path, String body) throws IOException, InterruptedException {
        return send(request(who, path).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks for something as somebody who has signed in. */
    JsonNode get(List<Cookie> who, String path) throws IOException, InterruptedException {
        return send(request(who, path).GET());
    }

    private HttpRequest.Builder request(List<Cookie> who, String path) {
        String form = who.stream()
                .filter(cookie -> cookie.name.equals("rejoinder-page"))
                .map(cookie -> cookie.value.substring(cookie.value.indexOf('.') + 1))
                .findFirst()
                .orElseThrow();
        return HttpRequest.newBuilder(URI.create(program.url() + path))
                .header(
                        "Cookie",
                        who.stream()
                                .map(cookie -> cookie.name + "=" + cookie.value)
                                .collect(Collectors.joining("; ")))
                .header("Rejoinder-Form", form);
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
