package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When what is typed is saved. The clock of the page is moved by hand, so that nothing here depends on how fast the machine is. */
@ExtendWith(OnStage.class)
@Tag("model")
class SavingTest {
    /** Always the same two, so that the others stay new for tests that need that. */
    private static final List<String> QUESTIONS =
            List.of("python-basics/memory-management", "python-basics/equality-vs-identity");
    /** Counts the saves of a page when they are asked for. */
    private static final String COUNT_SAVES = """
            window.saves = 0;
            const really = window.fetch;
            window.fetch = (asked, how) => {
              if (how?.method === 'PUT' && String(asked).includes('/drafts/')) window.saves += 1;
              return really(asked, how);
            };""";

    @Test
    void whatIsTypedIsSavedAfterASecondOfQuietAndAfterThreeOfTyping(Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.of(stage.shared(), QUESTIONS, Interview.UNTIMED);
        Page page = still(stage.visit(stage.shared()), interview);
        page.keyboard().type("a");
        page.clock().runFor(900);
        assertThat(page.evaluate("window.saves")).isEqualTo(0);
        page.clock().runFor(200);
        awaitSaves(page, 1);
        Seen.awaitSaved(page);

        for (int letter = 0; letter < 6; letter++) {
            page.keyboard().type("b");
            page.clock().runFor(400);
        }
        assertThat(page.evaluate("window.saves")).isEqualTo(1);
        page.keyboard().type("b");
        page.clock().runFor(700);
        awaitSaves(page, 2);
        Seen.awaitSaved(page);
    }

    @Test
    void leavingTheBoxOrTheQuestionSavesAtOnce(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.of(stage.shared(), QUESTIONS, Interview.UNTIMED);
        Page page = still(stage.visit(stage.shared()), interview);
        page.keyboard().type("a");
        Seen.button(page, "Flag").focus();
        awaitSaves(page, 1);
        Seen.awaitSaved(page);
        Seen.box(page).focus();
        page.keyboard().type("b");
        page.keyboard().press("Control+Enter");
        awaitSaves(page, 2);
        assertThat(page).hasURL(Pattern.compile("#2$"));
    }

    @Test
    void inTheLastSecondsEverySecondIsSavedThoughOneGoesOnTyping(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.of(stage.shared(), QUESTIONS, Interview.seconds(600));
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = still(visit, interview);
        // so that the server does not set the time right again
        visit.context().setOffline(true);
        page.keyboard().type("a");
        page.clock().runFor(600);
        assertThat(page.evaluate("window.saves")).isEqualTo(0);
        page.clock().fastForward(Duration.ofMinutes(9).plusSeconds(50).toMillis() - 61_000);
        int before = (Integer) page.evaluate("window.saves");
        for (int letter = 0; letter < 4; letter++) {
            page.keyboard().type("b");
            page.clock().runFor(300);
        }
        page.waitForFunction("before => window.saves > before", before);
        visit.context().setOffline(false);
    }

    @Test
    void whatThisDeviceCannotKeepIsCalledNotSavedAndCanBeCopied(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.of(stage.shared(), QUESTIONS, Interview.UNTIMED);
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        visit.context()
                .addInitScript(
                        "IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError') }");
        Page page = visit.go(interview.path());
        assertThat(Seen.box(page)).isFocused();
        visit.context().setOffline(true);
        page.keyboard().type("Words that have no place to stay.");
        assertThat(page.getByText(Pattern.compile("^\\s*Not saved: storage is full\\. Copy your text\\.")))
                .isVisible();
        assertThat(Seen.button(page, "Copy").first()).isEnabled();
        visit.context().setOffline(false);
        Seen.awaitSaved(page);
        assertThat(interview.question(0).at("/draft/text").asText()).isEqualTo("Words that have no place to stay.");
    }

    /** An open question whose clock stands still. */
    private static Page still(Visit visit, Interview interview) {
        visit.context().addInitScript(COUNT_SAVES);
        Page page = visit.page();
        page.clock().install();
        visit.go(interview.path());
        assertThat(Seen.box(page)).isFocused();
        page.clock().pauseAt(Instant.now().plusSeconds(60).toEpochMilli());
        return page;
    }

    private static void awaitSaves(Page page, int saves) {
        page.waitForFunction("saves => window.saves === saves", saves);
    }
}
