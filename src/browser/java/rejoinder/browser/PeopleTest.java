package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.openid.TestProvider;

/** A server with accounts: who is invited practises on their own, and nothing of it is left in the browser once they have signed out. */
@ExtendWith(OnStage.class)
@Tag("model")
class PeopleTest {
    @Test
    void anAdministratorInvitesACandidateWhoPractisesAndSignsOut(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"), "--users", "local");
        program.awaitGrader();
        Page ada = stage.visit(program).go(program.invite("Ada", "admin"));
        choosePassword(ada, "Welcome, Ada");
        assertThat(ada.locator(".start-sentence, .what").first()).isVisible();
        ada.navigate(program.url() + "/settings");
        assertThat(ada.getByText("Signed in as Ada, administrator.")).isVisible();
        Seen.link(ada, "People of this server").click();
        ada.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Name"))
                .fill("Ben");
        ada.keyboard().press("Enter");
        String link = ada.getByLabel("Send this link to Ben").inputValue();
        assertThat(link).startsWith(program.url() + "/invitation#");

        // Ben's browser is refused until he signs in, and says so in its console
        Visit bens = stage.visit(program).expectingRefusals();
        Page ben = bens.go(link.substring(program.url().length()));
        choosePassword(ben, "Welcome, Ben");
        assertThat(ben.locator(".start-sentence, .what").first()).isVisible();
        ben.navigate(program.url() + "/practice");
        assertThat(Seen.title(ben)).hasCount(1);
        ben.keyboard().press("p");
        assertThat(Seen.box(ben)).isFocused();
        ben.keyboard().type("A process has its own memory; threads of one process share it.");
        ben.keyboard().press("Control+Enter");
        assertThat(ben.getByText("How well did you know it?")).isVisible();
        ben.navigate(program.url() + "/history");
        assertThat(ben.locator("tbody tr, .history li").first()).isVisible();
        ada.navigate(program.url() + "/history");
        assertThat(Seen.title(ada)).hasCount(1);
        assertThat(ada.locator("tbody tr")).hasCount(0);
        aResultIsReadByWhoHasItsLinkUntilItIsWithdrawn(stage, program, ben);

        ben.navigate(program.url() + "/settings");
        Seen.button(ben, "Sign out").first().click();
        assertThat(ben).hasURL(Pattern.compile("/sign-in$"));
        ben.navigate(program.url() + "/history");
        assertThat(ben).hasURL(Pattern.compile("/sign-in\\?to=%2Fhistory$"));
        ben.getByLabel("Name").fill("ben");
        ben.getByLabel("Password").fill(People.PASSWORD);
        ben.keyboard().press("Enter");
        assertThat(ben).hasURL(Pattern.compile("/history$"));
    }

    /** Texts of answers that this browser keeps. */
    private static final String KEPT_HERE = """
            () => new Promise((resolve, reject) => {
              const opened = indexedDB.open('rejoinder', 1);
              opened.onupgradeneeded = () => opened.result.createObjectStore('drafts', { keyPath: ['session', 'place'] });
              opened.onerror = () => reject(opened.error);
              opened.onsuccess = () => {
                const all = opened.result.transaction('drafts').objectStore('drafts').getAll();
                all.onsuccess = () => { opened.result.close(); resolve(all.result.map(({ text }) => text).join('|')); };
              };
            })""";

    @Test
    void whatIsNotSavedYetIsSavedBeforeTheSignOutAndNothingOfItStaysForTheNextPerson(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"), "--users", "local");
        program.awaitGrader();
        People people = new People(program);
        people.join("Ada", "admin");
        Page ben = stage.visit(program).expectingRefusals().page();
        ben.context().addCookies(people.join("Ben", "candidate"));
        ben.navigate(program.url() + "/practice");
        assertThat(Seen.title(ben)).hasCount(1);
        ben.keyboard().press("p");
        assertThat(Seen.box(ben)).isFocused();
        String session = ben.url().replaceFirst(".*/sessions/([^/?#]+).*", "$1");
        // the server has trouble: what is typed stays in the browser
        ben.route("**/drafts/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
        ben.keyboard().type("Only here.");
        ben.waitForFunction("(" + KEPT_HERE + ")().then((all) => all === 'Only here.')");
        ben.navigate(program.url() + "/settings");
        Seen.button(ben, "Sign out").first().click();
        assertThat(ben.getByText("1 text could not be saved on the server.")).isVisible();
        assertThat(ben.getByRole(AriaRole.ALERT).getByText("Only here.")).isVisible();
        Seen.button(ben, "Stay signed in").click();
        assertThat(ben.evaluate(KEPT_HERE)).isEqualTo("Only here.");

        ben.unroute("**/drafts/*");
        ben.evaluate("localStorage.setItem('follow-up:x:0', ''); localStorage.setItem('theme', 'dark')");
        Page other = ben.context().newPage();
        other.navigate(program.url() + "/history");
        assertThat(Seen.title(other)).hasCount(1);
        Seen.button(ben, "Sign out").first().click();
        assertThat(ben).hasURL(Pattern.compile("/sign-in$"));
        assertThat(other).hasURL(Pattern.compile("/sign-in$"));
        assertThat(ben.evaluate(KEPT_HERE)).isEqualTo("");
        assertThat(ben.evaluate("JSON.stringify({ ...localStorage }) + sessionStorage.length"))
                .isEqualTo("{\"theme\":\"dark\"}0");
        ben.getByLabel("Name").fill("ben");
        ben.getByLabel("Password").fill(People.PASSWORD);
        ben.keyboard().press("Enter");
        assertThat(ben).hasURL(Pattern.compile(":\\d+/$"));
        ben.navigate(program.url() + "/sessions/" + session);
        assertThat(Seen.box(ben)).hasValue("Only here.");
    }

    @Test
    void whoeverIsSignedOutFromElsewhereFindsTheirWordsAgainAndAnotherPersonDoesNot(Stage stage, @TempDir Path folder)
            throws IOException, InterruptedException {
        Program program = stage.start(folder.resolve("data"), "--users", "local");
        People people = new People(program);
        people.join("Ada", "admin");
        people.join("Ben", "candidate");
        Page page = stage.visit(program).expectingRefusals().go("/sign-in");
        signIn(page, "Ben");
        page.evaluate("""
                () => new Promise((resolve) => {
                  const opened = indexedDB.open('rejoinder', 1);
                  opened.onupgradeneeded = () => opened.result.createObjectStore('drafts', { keyPath: ['session', 'place'] });
                  opened.onsuccess = () => {
                    const writing = opened.result.transaction('drafts', 'readwrite');
                    writing.objectStore('drafts').put({ session: 'x', place: 0, text: 'Mine.', flagged: false, confidence: 'unsaid', spentMillis: 0, basedOn: 0, at: 1 });
                    writing.oncomplete = () => { opened.result.close(); resolve(); };
                  };
                })""");
        page.context().clearCookies();
        page.navigate(program.url() + "/sign-in");
        signIn(page, "Ben");
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo("Mine.");
        page.context().clearCookies();
        page.navigate(program.url() + "/sign-in");
        signIn(page, "Ada");
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo("");
    }

    private static void signIn(Page page, String name) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(People.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(":\\d+/$"));
    }

    @Test
    void whoeverAProviderKnowsSignsInWithOneButtonAndTheNextPersonHasToShowWhoTheyAre(Stage stage, @TempDir Path folder)
            throws IOException {
        try (TestProvider provider = new TestProvider(InstantSource.system())) {
            Program program =
                    stage.start(folder.resolve("data"), provider.options(folder, "--oidc-admin", "ada@school.example"));
            Page page = stage.visit(program)
                    .expectingRefusals()
                    .alsoAsking(provider.issuer())
                    .go("/history");
            assertThat(page).hasURL(Pattern.compile("/sign-in\\?to=%2Fhistory$"));
            assertThat(page.locator("main button")).hasCount(1);
            assertThat(page.locator("main input")).hasCount(0);
            Seen.button(page, "Sign in with 127.0.0.1").click();
            assertThat(page).hasURL(Pattern.compile("/history$"));
            page.navigate(program.url() + "/settings");
            assertThat(page.getByText("Signed in as ada@school.example, administrator (by 127.0.0.1)."))
                    .isVisible();
            assertThat(page.getByText("Change the password")).hasCount(0);
            Seen.button(page, "Sign out").first().click();
            assertThat(page).hasURL(Pattern.compile("/sign-in$"));
            provider.person = new TestProvider.Person("2", "eve@elsewhere.example", true);
            Seen.button(page, "Sign in with 127.0.0.1").click();
            assertThat(page.getByText("eve@elsewhere.example is not invited to this server"))
                    .isVisible();
            assertThat(page).hasURL(Pattern.compile("/sign-in/back$"));
            assertThat(provider.prompt()).isEqualTo("login");
            provider.person = new TestProvider.Person("1", "ada@school.example", true);
            Seen.button(page, "Sign in with 127.0.0.1").click();
            assertThat(page).hasURL(Pattern.compile(":\\d+/$"));
        }
    }

    private static void aResultIsReadByWhoHasItsLinkUntilItIsWithdrawn(Stage stage, Program program, Page ben) {
        Object session = ben.evaluate("""
                async () => {
                  const form = document.cookie.match(/rejoinder-page=[a-z]+\\.([^;]+)/)[1];
                  const { sessions } = await (await fetch('/api/sessions')).json();
                  await fetch(`/api/sessions/${sessions[0].id}/submit`, { method: 'POST', headers: { 'Rejoinder-Form': form } });
                  return sessions[0].id;
                }""");
        ben.navigate(program.url() + "/sessions/" + session + "/result");
        Seen.awaitScore(ben);
        Seen.button(ben, "Share this result").click();
        String link = ben.getByLabel("Anyone with this link").inputValue();
        assertThat(link).startsWith(program.url() + "/shared#");
        Page stranger = stage.visit(program)
                .expectingRefusals()
                .go(link.substring(program.url().length()));
        assertThat(stranger.getByText("threads of one process share it").first())
                .isVisible();
        assertThat(stranger.locator(".score-figure").first()).isVisible();
        assertThat(stranger.locator("main button, main textarea, main input, main a[href^='/']"))
                .hasCount(0);
        Seen.button(ben, "Withdraw it").click();
        assertThat(ben.getByText("The link no longer works.")).isVisible();
        stranger.reload();
        assertThat(Seen.heading(stranger, "Not here")).isVisible();
    }

    private static void choosePassword(Page page, String heading) {
        assertThat(Seen.heading(page, heading)).isVisible();
        page.getByLabel("Password").fill(People.PASSWORD);
        page.keyboard().press("Enter");
    }
}
