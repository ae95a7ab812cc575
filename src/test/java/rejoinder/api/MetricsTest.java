package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    /** The value of a line; NaN if there is none. */
    private static double value(String metrics, String line) {
        List<String> found = metrics.lines().filter(it -> it.startsWith(line)).toList();
        return found.size() == 1
                ? Double.parseDouble(found.get(0).substring(found.get(0).lastIndexOf(' ')))
                : Double.NaN;
    }

    @Test
    void requestsAreCountedByRouteAndMeasuredAndNothingOfTheCandidateIsInTheFigures() {
        try (RunningServer server = new RunningServer()) {
            JsonNode session = server.start(1);
            server.type(session, 0, "a secret answer");
            server.type(session, 0, 9, "another one");
            server.get("/api/sessions/nothing-like-it");
            RunningServer.Answer answer = server.get("/api/metrics");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            String metrics = answer.text();
            String save = "rejoinder_requests_seconds_count{method=\"PUT\",route=\"/api/sessions/{id}/drafts/{place}\"";
            assertThat(value(metrics, save + ",status=\"200\"")).isEqualTo(1);
            assertThat(value(metrics, save + ",status=\"409\"")).isEqualTo(1);
            assertThat(metrics).contains("rejoinder_requests_seconds_bucket{");
            assertThat(value(metrics, "rejoinder_test_figure ")).isEqualTo(7);
            assertThat(value(metrics, "rejoinder_grading_waiting ")).isZero();
            assertThat(value(metrics, "rejoinder_failures_total ")).isZero();
            assertThat(metrics)
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain(session.get("id").textValue())
                    .doesNotContain("nothing-like-it")
                    .doesNotContain("secret");
        }
    }

    @Test
    void anotherSiteLearnsNothingOfThem() {
        try (RunningServer server = new RunningServer()) {
            assertThat(server.get("/api/metrics", "Sec-Fetch-Site", "cross-site")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void eachRequestHasAnIdAndOneThatAProxyGaveIsKept() {
        try (RunningServer server = new RunningServer()) {
            String first = server.get("/api/home").header("X-Request-Id");
            String second = server.get("/").header("X-Request-Id");
            assertThat(first).matches("[a-z0-9]+-\\d+").isNotEqualTo(second);
            assertThat(server.get("/api/home", "X-Request-Id", "proxy-7").header("X-Request-Id"))
                    .isEqualTo("proxy-7");
            assertThat(server.get("/api/home", "X-Request-Id", "a\tb").header("X-Request-Id"))
                    .matches("[a-z0-9]+-\\d+");
        }
    }
}
