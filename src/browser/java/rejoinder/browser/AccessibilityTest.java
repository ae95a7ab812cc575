package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody can use every page: axe finds nothing, nothing needs a wide window or a mouse, the focus and the announcements are where they belong. */
@ExtendWith(OnStage.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("model")
@Order(1)
class AccessibilityTest {
    private static final List<Integer> WIDTHS = List.of(1280, 360);
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 800;
    /** A page in the table of {@code main.js}. */
    private static final Pattern ROUTE = Pattern.compile("\\{ path: '([^']+)', tag:");

    private static final String DIRECTION = "element => getComputedStyle(element).direction";

    /** What axe finds broken, of some rules or of all; nodes that are as they should be are counted and not described, which would take longer than to look at them. */
    private static final String BROKEN = """
            async (rules) => {
              const found = await axe.run({ resultTypes: ['violations'], ...(rules.length > 0 && { runOnly: { type: 'rule', values: rules } }) });
              return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
            }""";

    private static final int MOST_STOPS = 200;
    /** What is wrong with the control that has the focus, "" if nothing; "end" where the page has no more. A date has several stops of its own. */
    private static final String STOP = """
            () => {
              const here = document.activeElement;
              const before = window.stoppedAt;
              window.stoppedAt = here;
              if (here === document.body || here.matches('.skip-link')) return 'end';
              const { width, height, bottom, top } = here.getBoundingClientRect();
              if (before === here) return '';
              const amiss = [
                before && !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) && 'goes back',
                (width < 1 || height < 1 || bottom < 0 || top > innerHeight) && 'out of sight',
                getComputedStyle(here).outlineStyle === 'none' && 'no ring',
              ].filter(Boolean);
              return amiss.length > 0 ? `${amiss}: ${here.outerHTML.slice(0, 150)}` : '';
            }""";

    /** The elements that a window has to be scrolled sideways for. */
    private static final String SIDEWAYS = """
            () => {
              const page = document.documentElement;
              if (page.scrollWidth <= page.clientWidth) return [];
              const wide = [...document.querySelectorAll('main *')].filter(it => it.getBoundingClientRect().right > page.clientWidth);
              return [`${page.scrollWidth} of ${page.clientWidth}`, ...wide.map(it => it.outerHTML.slice(0, 150))];
            }""";

    private final Stage stage;
    private final Program empty;
    private final Program shared;
    private final Places places;

    /**
     * What one visit of a place shows.
     *
     * @param sideways what the narrowest window has to be scrolled for
     * @param broken rules of accessibility that are broken, by width and scheme
     */
    private record Look(List<?> sideways, List<String> broken) {}

    /** By place: each is opened once for all tests. */
    private final Map<String, Look> looks = new HashMap<>();

    AccessibilityTest(Stage stage, @TempDir Path folder) throws IOException, InterruptedException {
        this.stage = stage;
        empty = Program.start(folder.resolve("empty"));
        shared = Program.start(folder.resolve("shared"), "--users", "local");
        places = Places.prepare(stage.shared(), empty, shared);
    }

    @AfterAll
    void end() {
        empty.close();
        shared.close();
    }

    Stream<Places.Place> places() {
        return places.all().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    @Tag("complaint-10")
    void noRuleOfAccessibilityIsBroken(Places.Place place) {
        assertThat(look(place).broken).isEmpty();
    }

    private Look look(Places.Place place) {
        return looks.computeIfAbsent(place.name(), name -> {
            Visit visit = stage.visit(place.program());
            visit.page().setViewportSize(NARROWEST, HEIGHT);
            Page page = place.open(visit);
            return new Look((List<?>) page.evaluate(SIDEWAYS), broken(page));
        });
    }

    private static List<String> broken(Page page) {
        page.evaluate(AxeBuilder.getAxeScript());
        List<String> broken = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                // a scheme changes colours and nothing else
                List<String> rules = scheme == ColorScheme.DARK ? List.of("color-contrast") : List.of();
                broken(page, rules).forEach(rule -> broken.add(width + " " + scheme + " " + rule));
            }
        }
        return broken;
    }

    private static List<String> broken(Page page, List<String> rules) {
        return ((List<?>) page.evaluate(BROKEN, rules))
                .stream().map(String::valueOf).toList();
    }

    @Test
    @Tag("complaint-10")
    void aRuleThatIsBrokenIsFound() throws IOException, InterruptedException {
        Page page = stage.visit(stage.shared()).go("/nowhere/at/all");
        assertThat(Seen.title(page)).hasCount(1);
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input><p>Faint.</p>')");
        page.evaluate("document.querySelector('main > p:last-child').style.color = 'rgb(128 128 128 / 40%)'");
        page.evaluate(AxeBuilder.getAxeScript());
        assertThat(broken(page, List.of()))
                .anySatisfy(rule -> assertThat(rule).startsWith("label: <input>"))
                .anySatisfy(rule -> assertThat(rule).startsWith("color-contrast: <p"));
        assertThat(broken(page, List.of("color-contrast")))
                .singleElement()
                .asString()
                .contains("Faint.");
    }

    @Test
    void everyPageOfTheFrontEndIsAmongThem() throws IOException {
        Set<String> unseen = new TreeSet<>();
        Matcher route = ROUTE.matcher(Files.readString(Path.of("web/main.js")));
        while (route.find()) {
            Pattern path = Pattern.compile(route.group(1).replaceAll(":\\w+", "[^/?#]+") + "([?#].*)?");
            if (places.all().stream()
                    .noneMatch(place -> path.matcher(place.path()).matches())) {
                unseen.add(route.group(1));
            }
        }
        assertThat(unseen).as("pages that no place shows; add them to Places").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void noPageScrollsSidewaysInTheNarrowestWindow(Places.Place place) {
        assertThat(look(place).sideways).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"home", "answering", "before-finish", "practice-marked", "result", "question-half", "history"})
    @Tag("complaint-20")
    void theTabKeyGoesThroughThePageInTheOrderOfReadingAndIsSeen(String name) {
        Places.Place place =
                places().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        Visit visit =
                stage.visit(place.program(), new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        Page page = place.open(visit);
        page.locator(".skip-link").focus();
        List<String> amiss = new ArrayList<>();
        int stops = 0;
        for (String seen = ""; !seen.equals("end") && stops < MOST_STOPS; stops++) {
            page.keyboard().press("Tab");
            seen = String.valueOf(page.evaluate(STOP));
            amiss.add(seen);
        }
        assertThat(amiss).endsWith("end");
        assertThat(amiss.subList(0, stops - 1)).containsOnly("");
    }

    @Test
    void wordsFromRightToLeftStandThatWayWhereTheyAreTypedAndWhereTheyAreMarked()
            throws IOException, InterruptedException {
        Program program = stage.shared();
        Interview interview = Interview.of(program, List.of("python-basics/memory-management"), Interview.UNTIMED);
        Visit visit = stage.visit(program);
        Page page = visit.go(interview.path());
        assertThat(Seen.box(page)).isEditable();
        assertThat(Seen.box(page).evaluate(DIRECTION)).isEqualTo("ltr");
        Seen.box(page).fill("\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd");
        assertThat(Seen.box(page).evaluate(DIRECTION)).isEqualTo("rtl");
        Seen.awaitSaved(page);
        interview.submit().graded();
        visit.go(interview.path() + "/questions/1");
        Locator words = page.getByRole(AriaRole.ARTICLE).getByText("\u05e9\u05dc\u05d5\u05dd");
        assertThat(words).isVisible();
        assertThat(words.evaluate(DIRECTION)).isEqualTo("rtl");
    }

    @Test
    @Tag("complaint-10")
    void theTimeIsShownAndNotReadOutUntilItIsAskedFor() throws IOException, InterruptedException {
        Program program = stage.shared();
        Interview interview = Interview.start(program, 2, Interview.SUGGESTED, 10);
        Visit visit = stage.visit(program);
        Page page = visit.go(interview.path());
        Locator timer = page.getByRole(AriaRole.TIMER);
        assertThat(timer).hasAttribute("aria-live", "off");
        Locator announced = page.getByRole(AriaRole.STATUS).or(page.getByRole(AriaRole.ALERT));
        String before = timer.innerText();
        assertThat(timer).not().hasText(before);
        Seen.box(page).pressSequentially("Words are not announced either.");
        Seen.awaitSaved(page);
        assertThat(String.join("", announced.allInnerTexts())).isBlank();
        page.keyboard().press("Alt+t");
        assertThat(announced.filter(new Locator.FilterOptions().setHasText("left.")))
                .hasCount(1);
        Seen.button(page, "hide").click();
        assertThat(timer).hasText("time hidden");
    }
}
