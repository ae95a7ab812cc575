package rejoinder.browser;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every browser test fails if its page asks anybody but the program, misses something or has an error: these are pages that do. */
@ExtendWith(OnStage.class)
@Tag("model")
class VisitTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Image().src = 'https://example.org/pixel.gif'",
                "fetch('https://example.org/').catch(() => {})",
                "navigator.sendBeacon('http://192.0.2.1/told')",
                "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.org/' }))",
                "try { new WebSocket('wss://example.org/') } catch {}"
            })
    void aPageThatAsksAnybodyElseFailsTheRun(String told, Stage stage) throws IOException, InterruptedException {
        assertFails(stage, told, "Something else than the program was asked|Content Security Policy");
    }

    @Test
    void aPageThatMissesSomethingFailsTheRun(Stage stage) throws IOException, InterruptedException {
        assertFails(stage, "fetch('/no-such-file.js')", "answered 404");
    }

    @Test
    void aPageThatThrowsFailsTheRun(Stage stage) throws IOException, InterruptedException {
        assertFails(stage, "setTimeout(() => { throw new Error('Broken.') })", "A page threw");
    }

    private static void assertFails(Stage stage, String script, String why) throws IOException, InterruptedException {
        Visit visit = stage.visit(stage.shared());
        Page page = visit.go("/topics");
        Seen.heading(page, "Topics").waitFor();
        page.evaluate("() => { " + script + " }");
        // the browser tells of requests, answers and errors when it comes to it, in no order that one may rely on
        page.waitForCondition(visit::hasComplaints);
        stage.forget(visit);
        assertThatThrownBy(visit::close)
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern(why);
    }
}
