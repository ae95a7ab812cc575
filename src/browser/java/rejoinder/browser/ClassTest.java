package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A class from its first invitation to the reviewer's comment. */
@ExtendWith(OnStage.class)
@Tag("model")
class ClassTest {
    @Test
    void aReviewerSetsAnInterviewAndReadsWhatACandidateHasAnswered(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"), "--users", "local");
        program.awaitGrader();
        People people = new People(program);
        people.join("Ada", "admin");
        Visit ritas = stage.visit(program);
        Page rita = ritas.page();
        rita.context().addCookies(people.join("Rita", "reviewer"));
        rita.navigate(program.url() + "/classes");
        rita.getByLabel("Name of a new class").fill("Bootcamp");
        Seen.button(rita, "Create it").click();
        assertThat(Seen.heading(rita, "Bootcamp")).isVisible();
        rita.getByLabel("Names to invite, one per line").fill("Ben");
        Seen.button(rita, "Make links").click();
        String link = rita.locator("#link-0").inputValue();
        rita.getByLabel("Title").fill("Week 1");
        rita.getByLabel("Questions", new Page.GetByLabelOptions().setExact(true))
                .fill("1");
        Seen.button(rita, "Set it").click();
        assertThat(rita.getByText("Week 1 is set.")).isVisible();

        Page ben = stage.visit(program).go(link.substring(program.url().length()));
        assertThat(ben.getByText("You are invited into the class Bootcamp.")).isVisible();
        ben.getByLabel("Password").fill(People.PASSWORD);
        ben.keyboard().press("Enter");
        assertThat(Seen.heading(ben, "Assigned to you")).isVisible();
        Seen.button(ben, "Start Week 1").click();
        assertThat(Seen.box(ben)).isFocused();
        ben.keyboard().type("An answer that says little.");
        String session = ben.url().replaceFirst(".*/sessions/([^/?#]+).*", "$1");
        ben.evaluate("""
                async (id) => {
                  const form = document.cookie.match(/rejoinder-page=[a-z]+\\.([^;]+)/)[1];
                  while ((await (await fetch(`/api/sessions/${id}`)).json()).questions[0].draft.text !== 'An answer that says little.') await new Promise((done) => setTimeout(done, 50));
                  await fetch(`/api/sessions/${id}/submit`, { method: 'POST', headers: { 'Rejoinder-Form': form } });
                }""", session);
        ben.navigate(program.url() + "/sessions/" + session + "/result");
        Seen.awaitScore(ben);

        Seen.link(rita, "Week 1").click();
        assertThat(rita.getByText("1 of 1 person has handed in.")).isVisible();
        Seen.link(rita, "Ben").click();
        assertThat(rita.getByText("An answer that says little.")).isVisible();
        assertThat(rita.locator(".score-figure")).hasCount(0);
        Seen.button(rita, "Show the marks").click();
        assertThat(rita.locator(".score-figure").first()).isVisible();
        rita.getByLabel("Your comment on question 1").fill("Say more.");
        Seen.button(rita, "Send it").click();
        assertThat(rita.getByText("Comment sent.")).isVisible();

        ben.reload();
        assertThat(ben.getByText("Say more.")).isVisible();
        ben.navigate(program.url() + "/");
        assertThat(Seen.heading(ben, "Assigned to you")).hasCount(0);
        ben.navigate(program.url() + "/classes");
        benShowsHisPracticeAsFarAsHeChooses(program, ben, rita);
        ritaPicksTheQuestionsAndTheMinutes(rita);
        Seen.button(ben, "Leave… Bootcamp").click();
        Seen.button(ben, "Leave it").click();
        assertThat(ben.getByText(Pattern.compile("You have left Bootcamp"))).isVisible();
    }

    private static void benShowsHisPracticeAsFarAsHeChooses(Program program, Page ben, Page rita) {
        ben.evaluate("""
                async () => {
                  const form = document.cookie.match(/rejoinder-page=[a-z]+\\.([^;]+)/)[1];
                  const headers = { 'Rejoinder-Form': form, 'Content-Type': 'application/json' };
                  const picked = ['python-basics/memory-management'];
                  const begun = await (await fetch('/api/sessions', { method: 'POST', headers, body: JSON.stringify({ mode: 'practice', topics: [], picked, questions: 1, pace: { kind: 'untimed' } }) })).json();
                  await fetch(`/api/sessions/${begun.id}/submit`, { method: 'POST', headers });
                }""");
        rita.navigate(program.url() + "/classes");
        Seen.link(rita, "Bootcamp").click();
        assertThat(Seen.heading(rita, "Bootcamp")).isVisible();
        assertThat(Seen.link(rita, "practice of Ben")).hasCount(0);
        ben.getByLabel("Rita sees of your practice").selectOption("answers");
        assertThat(ben.getByText("The reviewer of Bootcamp sees of your practice topics, scores and answers."))
                .isVisible();
        rita.reload();
        Seen.link(rita, "practice of Ben").click();
        assertThat(Seen.heading(rita, "Practice of Ben")).isVisible();
        assertThat(rita.locator(".people-list li")).hasCount(1);
        rita.locator(".people-list li a").click();
        assertThat(rita.getByText("The member chose to show you this round.")).isVisible();
    }

    @Test
    void aLongListIsShownInPartCountedInFullAndSearchedByName(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"), "--users", "local");
        People people = new People(program);
        List<Cookie> ada = people.join("Ada", "admin");
        String id = people.post(ada, "/api/classes", "{\"name\":\"Bootcamp\"}")
                .path("id")
                .asText();
        invite(people, ada, id, IntStream.rangeClosed(1, 100));
        invite(people, ada, id, IntStream.rangeClosed(101, 101));
        Page page = stage.visit(program).page();
        page.context().addCookies(ada);
        page.navigate(program.url() + "/classes/" + id);
        assertThat(Seen.heading(page, "101 open invitations")).isVisible();
        Locator lines = page.locator("h3 + .people-list li");
        assertThat(lines).hasCount(100);
        Seen.button(page, "Show more").click();
        assertThat(lines).hasCount(101);
        assertThat(Seen.button(page, "Show more")).hasCount(0);
        Seen.button(page, "Withdraw the invitation of Candidate 101").first().click();
        assertThat(Seen.heading(page, "100 open invitations")).isVisible();
        assertThat(page.getByText("The invitation of Candidate 101 is withdrawn."))
                .isVisible();
    }

    private static void invite(People people, List<Cookie> who, String id, IntStream numbers)
            throws IOException, InterruptedException {
        String names = numbers.mapToObj(n -> "\"Candidate " + n + "\"").collect(Collectors.joining(","));
        people.post(who, "/api/classes/" + id + "/invitations", "{\"names\":[" + names + "]}");
    }

    private static void ritaPicksTheQuestionsAndTheMinutes(Page rita) {
        rita.locator(".main-nav").getByText("Classes").click();
        Seen.link(rita, "Bootcamp").click();
        rita.getByText("Set an interview").click();
        rita.getByLabel("Title").fill("Week 2");
        rita.getByLabel("picked by you").check();
        rita.getByLabel("Find questions by words").fill("memory");
        Seen.button(rita, "Add").first().click();
        assertThat(rita.getByText("1 question picked, asked in this order:")).isVisible();
        rita.getByLabel("a fixed number of minutes").check();
        rita.getByLabel("Minutes for all of it").fill("12");
        Seen.button(rita, "Set it").click();
        assertThat(rita.getByText("Week 2 is set.")).isVisible();
        assertThat(rita.getByText(Pattern.compile("1 question, 12 min"))).isVisible();
    }
}
