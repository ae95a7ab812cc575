package rejoinder.api;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A window of somebody who is signed in: its cookies and what it sends with each change. */
record SignedIn(RunningServer server, String name, String cookie, String form) {
    private static final Pattern COOKIE = Pattern.compile("rejoinder=([^;]+);");
    private static final Pattern PAGE_COOKIE = Pattern.compile("rejoinder-page=[a-z]+\\.([^;]+);");

    /** The window that an answer has signed in. */
    static SignedIn of(RunningServer server, RunningServer.Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        String cookies = answer.header("Set-Cookie");
        return new SignedIn(
                server,
                answer.json().get("name").textValue(),
                "rejoinder=" + found(COOKIE, cookies),
                found(PAGE_COOKIE, cookies));
    }

    private static String found(Pattern pattern, String cookies) {
        Matcher matcher = pattern.matcher(cookies);
        if (!matcher.find()) {
            throw new IllegalStateException("No cookie in: " + cookies);
        }
        return matcher.group(1);
    }

    RunningServer.Answer get(String path) {
        return server.get(path, "Cookie", cookie);
    }

    RunningServer.Answer post(String path, String body) {
        return send("POST", path, body);
    }

    RunningServer.Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    RunningServer.Answer delete(String path) {
        return send("DELETE", path, "");
    }

    RunningServer.Answer send(String method, String path, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of("Cookie", cookie));
        if (!method.equals("GET")) {
            headers.addAll(List.of("Rejoinder-Form", form));
        }
        headers.addAll(List.of(more));
        return server.send(method, path, HttpRequest.BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    /** Without what a page of this sign-in knows. */
    SignedIn withoutForm(String other) {
        return new SignedIn(server, name, cookie, other);
    }
}
