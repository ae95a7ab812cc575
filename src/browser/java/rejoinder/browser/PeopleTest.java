package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

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
