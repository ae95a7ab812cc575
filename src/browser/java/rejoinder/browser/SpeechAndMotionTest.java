package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages are as still as one wants them: nothing moves for whoever asks for less motion, and nothing is said aloud but by this computer. */
@ExtendWith(OnStage.class)
@Tag("model")
class SpeechAndMotionTest {
    /** What moves on a page though nobody touches it. */
    private static final String MOVING = """
            () => [...document.querySelectorAll('*')]
              .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0 || parseFloat(getComputedStyle(one).animationDuration) > 0)
              .map((one) => one.outerHTML.slice(0, 100))
              .concat(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['smooth scrolling'] : [])""";
    /** The voices of a computer that has one of its own and one that a service speaks with; what is said is kept for the test. */
    private static final String VOICES = """
            const voices = [{ name: 'far', lang: 'en-US', localService: false }, { name: 'here', lang: 'en-GB', localService: true }];
            Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
              getVoices: () => voices, cancel() {}, speak: (said) => { window.said = said.text + ' by ' + said.voice.name; },
            }) });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };""";

    @Test
    void nothingMovesForWhoAskedForLessMotion(Stage stage) throws IOException, InterruptedException {
        Interview interview =
                Interview.start(stage.shared(), 2, Interview.SUGGESTED, 4).submit();
        interview.graded();
        Interview open = Interview.start(stage.shared(), 2, Interview.SUGGESTED, 5);
        Page page = stage.visit(stage.shared(), new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))
                .page();
        for (String path : List.of(
                "/", "/progress", open.path(), interview.path() + "/result", interview.path() + "/questions/1")) {
            page.navigate(stage.shared().url() + path);
            assertThat(Seen.title(page)).hasCount(1);
            assertThat(page.evaluate(MOVING)).as(path).isEqualTo(List.of());
        }
    }

    @Test
    void aQuestionIsReadAloudByAVoiceOfThisComputerOrNotAtAll(Stage stage) throws IOException, InterruptedException {
        Interview interview =
                Interview.of(stage.shared(), List.of("python-basics/memory-management"), Interview.UNTIMED);
        String prompt = interview.question(0).path("prompt").asText();
        Page silent = stage.visit(stage.shared()).go(interview.path());
        assertThat(Seen.box(silent)).isEditable();
        assertThat(Seen.button(silent, "Read the question aloud")).hasCount(0);
        silent.close();
        Visit visit = stage.visit(stage.shared());
        visit.context().addInitScript(VOICES);
        Page page = visit.go(interview.path());
        Seen.button(page, "Read the question aloud").click();
        assertThat(Seen.button(page, "Stop reading")).isVisible();
        assertThat(page.evaluate("window.said")).isEqualTo(prompt.replace("`", "") + " by here");
    }
}
