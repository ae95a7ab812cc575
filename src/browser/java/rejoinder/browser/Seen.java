package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** What a candidate sees, found as they find it: by role, label and words. */
final class Seen {
    private static final Pattern SAVED = Pattern.compile("^\\s*Saved \\d\\d:\\d\\d:\\d\\d ✓\\s*$");

    private Seen() {}

    /** The box for the answer. */
    static Locator box(Page page) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Your answer")));
    }

    /** A button by the beginning of its words. */
    static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(beginning(words)));
    }

    /** A link by the beginning of its words. */
    static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(beginning(words)));
    }

    /** A heading by the beginning of its words. */
    static Locator heading(Page page, String words) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(beginning(words)));
    }

    /** The one heading of the first level. */
    static Locator title(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /** Waits until the page says that every word is saved. */
    static void awaitSaved(Page page) {
        assertThat(page.getByText(SAVED)).isVisible();
    }

    /** Waits until the result is there, with its figure. */
    static Locator awaitScore(Page page) {
        Locator score = page.getByRole(AriaRole.STATUS)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\d+\\s*of 100")));
        assertThat(score).isVisible();
        return score;
    }

    /** The box once an answer is restored; of two versions the one that is proposed is taken. */
    static Locator restoredBox(Page page) {
        Locator choice = button(page, "Go on with this text");
        assertThat(box(page).or(choice)).isVisible();
        if (choice.isVisible()) {
            choice.click();
        }
        return box(page);
    }

    private static Pattern beginning(String words) {
        // read by the browser, which does not know Java's way of quoting
        return Pattern.compile("^\\s*" + words.replaceAll("[.*+?^${}()|/\\[\\]\\\\]", "\\\\$0"));
    }
}
