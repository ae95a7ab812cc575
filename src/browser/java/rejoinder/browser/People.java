package rejoinder.browser;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * The people of a program with accounts.
 *
 * @param program that they sign in to
 */
record People(Program program) {
    /** What everybody signs in with. */
    static final String PASSWORD = "correct horse battery";

    /** Invites somebody, who accepts; the cookies of their window. */
    List<Cookie> join(String name, String role) throws IOException, InterruptedException {
        String link = program.invite(name, role);
        String secret = link.substring(link.indexOf('#') + 1);
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
}
