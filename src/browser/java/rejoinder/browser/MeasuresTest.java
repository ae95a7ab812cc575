package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages weigh, how much they move after the first paint and how soon they answer; the weight is asserted, what depends on the machine is printed. */
@ExtendWith(OnStage.class)
@Tag("model")
class MeasuresTest {
    private static final int MOST_BYTES = 150_000;
    /** Moves of the page that nobody asked for, and how long each key or click took until the next paint. */
    private static final String OBSERVE = """
            window.measured = { shift: 0, slowest: 0, interactions: 0 };
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (!entry.interactionId) continue;
                window.measured.interactions += 1;
                window.measured.slowest = Math.max(window.measured.slowest, entry.duration);
              }
            }).observe({ type: 'event', durationThreshold: 16, buffered: true });""";

    @Test
    void theFirstPageIsLight(Stage stage) throws IOException, InterruptedException {
        Visit visit = stage.visit(stage.shared());
        List<Request> asked = new ArrayList<>();
        visit.context().onRequestFinished(asked::add);
        Page page = visit.go("/");
        assertThat(Seen.button(page, "Start")).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        long bytes = 0;
        for (Request request : asked) {
            Sizes sizes = request.sizes();
            bytes += sizes.responseBodySize + sizes.responseHeadersSize;
        }
        System.out.printf("First page: %d requests, %,d bytes on the wire.%n", asked.size(), bytes);
        assertThat(bytes).isBetween(1L, (long) MOST_BYTES - 1);
    }

    @Test
    void whatIsTypedAndPressedIsShownSoonAndNothingJumps(Stage stage) throws IOException, InterruptedException {
        Interview interview = Specimen.hold(stage.shared()).interview();
        Interview open = Interview.start(stage.shared(), 3, Interview.SUGGESTED, 30);
        Visit visit = stage.visit(stage.shared());
        visit.context().addInitScript(OBSERVE);
        for (String path :
                List.of("/", "/history", "/topics", interview.path() + "/result", interview.path() + "/questions/1")) {
            Page page = visit.go(path);
            assertThat(Seen.title(page)).hasCount(1);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            report(page, path.replace(interview.path(), "/sessions/ID"));
        }
        Page page = visit.go(open.path());
        assertThat(Seen.box(page)).isEditable();
        page.keyboard().type("How soon is each of these letters to be seen, and how soon the next question?");
        for (String key : List.of("Alt+f", "Alt+c", "Control+Enter", "Alt+ArrowLeft", "Alt+q")) {
            page.keyboard().press(key);
        }
        assertThat(Seen.title(page)).hasText("Review and finish");
        report(page, "/sessions/ID");
    }

    private static void report(Page page, String path) {
        Object measured = page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(window.measured), 50)))");
        assertThat(measured).isInstanceOf(Map.class);
        Map<?, ?> values = (Map<?, ?>) measured;
        System.out.printf(
                "%s: layout moved by %s after the first paint; %s keys and clicks took longer than 16 ms, the slowest %s ms.%n",
                path, values.get("shift"), values.get("interactions"), values.get("slowest"));
        // a tenth of what the web's measure calls good; a sheet that arrives at once does not move at all
        assertThat(((Number) Objects.requireNonNull(values.get("shift"))).doubleValue())
                .isLessThan(0.01);
    }
}
