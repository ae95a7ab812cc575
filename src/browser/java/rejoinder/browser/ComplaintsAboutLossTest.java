package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Complaints 1 to 5 and 8: words that other programs lose. At the store and the interface the same is held by {@code KilledWhileSavingTest},
 * {@code OwedGradingTest.aCrashInTheMiddleOfGradingCostsNothing}, {@code SessionFlowTest.afterATakeOverTheOldWindowOnlyReadsAndItsTextIsKept},
 * {@code InterviewerTest.aSaveBasedOnAnOlderDraftIsRefusedWithTheCurrentOneAndKept} and {@code .anAnswerAfterTheDeadlineCountsWhatWasTypedAndKeepsTheLateText}.
 */
@ExtendWith(OnStage.class)
@Tag("model")
class ComplaintsAboutLossTest {
    private static final long MOST_LOST_NANOS = 1_500_000_000L;
    private static final Pattern ON_THIS_DEVICE =
            Pattern.compile("On this device only: trying again \\(offline since \\d\\d:\\d\\d\\)");
    private static final String WORDS =
            "A generator hands out one value at a time and keeps its place between two of them. ";
    /** How many drafts wait in the browser's own storage. */
    private static final String DRAFTS_HERE = """
            () => new Promise((resolve, reject) => {
              const opening = indexedDB.open('rejoinder');
              opening.onerror = () => reject(opening.error);
              opening.onsuccess = () => {
                const counting = opening.result.transaction('drafts').objectStore('drafts').count();
                counting.onsuccess = () => resolve(counting.result);
              };
            })""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Tag("complaint-1")
    void aBrowserKilledAtAnyMomentLosesAtMostASecondAndAHalfOfTyping(long seed, Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.shared();
        Interview interview = Interview.start(program, 2, Interview.UNTIMED, seed);
        Path profile = folder.resolve("profile");
        Visit visit = stage.visitWithOwnBrowser(program, profile);
        Page page = visit.go(interview.path());
        assertThat(Seen.box(page)).isFocused();
        List<Long> typedAt = new ArrayList<>();
        AtomicLong killedAt = new AtomicLong();
        long moment = 1_000 + new SplittableRandom(seed).nextLong(3_000);
        CompletableFuture<Void> killing = CompletableFuture.runAsync(
                () -> {
                    killedAt.set(System.nanoTime());
                    Stage.killBrowser(profile);
                },
                CompletableFuture.delayedExecutor(moment, TimeUnit.MILLISECONDS));
        String text = WORDS.repeat(50);
        assertThatThrownBy(() -> {
                    for (int letter = 0; letter < text.length(); letter++) {
                        page.keyboard().type(text.substring(letter, letter + 1));
                        typedAt.add(System.nanoTime());
                    }
                })
                .isInstanceOf(PlaywrightException.class);
        killing.join();
        long safe = typedAt.stream()
                .filter(at -> at < killedAt.get() - MOST_LOST_NANOS)
                .count();

        Page again = stage.visitWithOwnBrowser(program, profile).go(interview.path());
        String kept = Seen.restoredBox(again).inputValue();
        System.out.printf(
                "Killed %d ms after the first of %d letters (seed %d): %d of them were there again.%n",
                moment, typedAt.size(), seed, kept.length());
        assertThat(text).startsWith(kept);
        assertThat((long) kept.length()).isGreaterThanOrEqualTo(safe);
        Seen.awaitSaved(again);
        assertThat(interview.question(0).at("/draft/text").asText()).isEqualTo(kept);
    }

    @Test
    @Tag("complaint-2")
    void aServerKilledWhileItGradesGradesEverythingAfterItsNextStart(Stage stage)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        program.awaitGrader();
        Interview interview = Interview.start(program, 6, Interview.UNTIMED, 2);
        String essay = WORDS.repeat(25);
        for (int place = 0; place < 6; place++) {
            interview.write(place, place + ". " + essay);
        }
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path() + "#finish");
        page.waitForResponse(
                response -> response.url().endsWith("/submit"),
                () -> Seen.button(page, "Finish and mark").click());
        program.kill();
        program.again();
        assertThat(interview.now().path("state").asText()).isEqualTo("submitted");
        JsonNode session = interview.graded();
        // the page that was open all the time goes on by itself
        Seen.awaitScore(page);
        for (JsonNode question : session.path("questions")) {
            assertThat(question.path("outcome").asText()).isEqualTo("marked");
            assertThat(question.at("/answer/text").asText()).endsWith(essay);
        }
    }

    @Test
    @Tag("complaint-3")
    void whatIsTypedWithoutANetworkIsAtTheServerAfterAReload(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 3);
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially("Before. ");
        Seen.awaitSaved(page);
        visit.context().setOffline(true);
        Seen.box(page).pressSequentially("Meanwhile.");
        assertThat(page.getByText(ON_THIS_DEVICE)).isVisible();
        Seen.button(page, "Next").click();
        Seen.box(page).pressSequentially("The other one, too.");
        assertThatThrownBy(page::reload).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
        visit.context().setOffline(false);
        page.reload();
        Seen.awaitSaved(page);
        assertThat(Seen.box(page)).hasValue("The other one, too.");
        page.keyboard().press("Alt+ArrowLeft");
        assertThat(Seen.restoredBox(page)).hasValue("Before. Meanwhile.");
        Seen.awaitSaved(page);
        JsonNode questions = interview.now().path("questions");
        assertThat(questions.at("/0/draft/text").asText()).isEqualTo("Before. Meanwhile.");
        assertThat(questions.at("/1/draft/text").asText()).isEqualTo("The other one, too.");
    }

    @Test
    @Tag("complaint-3")
    void aServerKilledWhileOneTypesGetsEverythingWhenItIsBack(Stage stage) throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"));
        Interview interview = Interview.start(program, 2, Interview.SUGGESTED, 3);
        Visit visit = stage.visit(program).expectingRefusals();
        Page page = visit.go(interview.path());
        Seen.box(page).pressSequentially("Before. ");
        program.kill();
        Seen.box(page).pressSequentially("Meanwhile.");
        assertThat(page.getByText(ON_THIS_DEVICE)).isVisible();
        assertThat(page.getByText("The server is not responding. Go on writing", new Page.GetByTextOptions()))
                .isVisible();
        page.keyboard().press("Control+Enter");
        Seen.box(page).pressSequentially("The other one, too.");
        program.again();
        Seen.awaitSaved(page);
        JsonNode questions = interview.now().path("questions");
        assertThat(questions.at("/0/draft/text").asText()).isEqualTo("Before. Meanwhile.");
        assertThat(questions.at("/1/draft/text").asText()).isEqualTo("The other one, too.");
    }

    @Test
    @Tag("complaint-4")
    void aSecondWindowReadsUntilItTakesOverAndTheFirstReadsFromThen(Stage stage)
            throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 4);
        Visit visit = stage.visit(stage.shared());
        Page first = visit.go(interview.path());
        Seen.box(first).pressSequentially("Written in the first window. ");
        Seen.awaitSaved(first);
        Page second = visit.another();
        second.navigate(first.url());
        assertThat(second.getByText("This interview is open in another window."))
                .isVisible();
        assertThat(Seen.box(second)).not().isEditable();
        Seen.box(first).pressSequentially("Not saved yet. ");
        Seen.button(second, "Take over here").click();
        assertThat(Seen.box(second)).isEditable();
        assertThat(Seen.box(second)).hasValue("Written in the first window. Not saved yet. ");
        assertThat(first.getByText("This interview is open in another window.")).isVisible();
        assertThat(Seen.box(first)).not().isEditable();
        second.keyboard().type("Written in the second.");
        Seen.awaitSaved(second);
        // and it is read there at once
        assertThat(Seen.box(first)).hasValue("Written in the first window. Not saved yet. Written in the second.");
    }

    @Test
    @Tag("complaint-4")
    void whatAnotherBrowserTookOverFromIsKeptAndOffered(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 5);
        Visit here = stage.visit(stage.shared()).expectingRefusals();
        Page first = here.go(interview.path());
        Seen.box(first).pressSequentially("One. ");
        Seen.awaitSaved(first);
        Page other = stage.visit(stage.shared()).go(interview.path());
        assertThat(Seen.box(other)).isEditable();
        Seen.box(other).pressSequentially("Two.");
        Seen.awaitSaved(other);
        Seen.box(first).pressSequentially("Three.");
        assertThat(first.getByText("This interview is open in another window.")).isVisible();
        assertThat(Seen.box(first)).not().isEditable();
        Seen.button(first, "Take over here").click();
        assertThat(first.getByText("Two versions of this answer differ.")).isVisible();
        Seen.button(first, "Go on with this text").click();
        Seen.awaitSaved(first);
        JsonNode kept = stage.shared().get("/api" + interview.path() + "/kept").path("versions");
        List<String> everywhere = new ArrayList<>(kept.findValuesAsText("text"));
        everywhere.add(interview.question(0).at("/draft/text").asText());
        assertThat(everywhere).contains("One. Two.", "One. Three.");
    }

    @Test
    @Tag("complaint-5")
    void whatIsKeptInTheBrowserGoesOnlyWhenTheServerHasIt(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.UNTIMED, 6);
        Visit visit = stage.visit(stage.shared()).expectingRefusals();
        Page page = visit.go(interview.path());
        visit.context().route("**/drafts/*", Route::abort);
        Seen.box(page).pressSequentially("Nobody hears this.");
        assertThat(page.getByText(ON_THIS_DEVICE)).isVisible();
        assertThat(page.evaluate(DRAFTS_HERE)).isEqualTo(1);
        // the server has it, but its answer is lost on the way
        // the later rule counts, so that no request slips through between two
        visit.context().route("**/drafts/*", route -> {
            route.fetch();
            route.abort();
        });
        page.waitForCondition(() -> textAtServer(interview).equals("Nobody hears this."));
        assertThat(page.evaluate(DRAFTS_HERE)).isEqualTo(1);
        visit.context().unroute("**/drafts/*");
        Seen.awaitSaved(page);
        page.waitForFunction(DRAFTS_HERE.replace("resolve(counting.result)", "resolve(counting.result === 0)"));
        assertThat(interview.question(0).at("/draft/text").asText()).isEqualTo("Nobody hears this.");
    }

    @Test
    @Tag("complaint-8")
    void theLastLetterBeforeTheEndCounts(Stage stage) throws IOException, InterruptedException {
        Interview interview = Interview.start(stage.shared(), 2, Interview.seconds(8), 8);
        Visit visit = stage.visit(stage.shared());
        Page page = visit.go(interview.path());
        assertThat(Seen.box(page)).isFocused();
        page.evaluate("addEventListener('input', (event) => (window.lastTyped = event.target.value), true)");
        for (int letter = 0; !page.url().endsWith("/result"); letter++) {
            page.keyboard().type(String.valueOf(WORDS.charAt(letter % WORDS.length())));
        }
        Seen.awaitScore(page);
        JsonNode session = interview.graded();
        assertThat(session.path("endedBy").asText()).isEqualTo("deadline");
        assertThat(session.at("/questions/0/answer/text").asText())
                .isNotEmpty()
                .isEqualTo(page.evaluate("window.lastTyped"));
    }

    private static String textAtServer(Interview interview) {
        try {
            return interview.question(0).at("/draft/text").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
