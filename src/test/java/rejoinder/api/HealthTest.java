package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.grade.GraderState;

class HealthTest {
    @Test
    void aServerThatCannotKeepAnythingLivesAndIsNotReady() {
        try (RunningServer server = new RunningServer()) {
            assertThat(server.get("/api/health/ready").status()).isEqualTo(200);
            server.trouble.set(Optional.of("The disk is gone."));
            RunningServer.Answer ready = server.get("/api/health/ready");
            assertThat(ready.status()).isEqualTo(503);
            assertThat(ready.json().get("reason").textValue()).isEqualTo("The disk is gone.");
            assertThat(server.get("/api/health/live").status()).isEqualTo(200);
            assertThat(server.get("/api/health").json().get("status").textValue())
                    .isEqualTo("degraded");
            assertThat(server.get("/api/health").json().get("trouble").textValue())
                    .isEqualTo("The disk is gone.");
        }
    }

    @Test
    void aServerThatCannotGradeYetIsReadyBecauseItKeepsAnswers() {
        try (RunningServer server = new RunningServer()) {
            server.grading.set(new GraderState.Broken("The model is damaged."));
            assertThat(server.get("/api/health/ready").status()).isEqualTo(200);
            assertThat(server.get("/api/health").json().get("status").textValue())
                    .isEqualTo("degraded");
        }
    }
}
