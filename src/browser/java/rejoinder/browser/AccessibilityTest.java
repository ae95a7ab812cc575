package rejoinder.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can use every page: axe finds nothing, nothing needs a wide window or a mouse, the focus and the announcements are where they belong. */
@ExtendWith(OnStage.class)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("model")
class AccessibilityTest {
    private static final List<Integer> WIDTHS = List.of(1280, 360);
    private static final int NARROWEST = 320;
    private static final int HEIGHT = 800;
    /** A page in the table of {@code main.js}. */
    private static final Pattern ROUTE = Pattern.compile("\\{ path: '([^']+)', tag:");

    private final Stage stage;
    private final Program empty;
    private final Places places;

    AccessibilityTest(Stage stage, @TempDir Path folder) throws IOException, InterruptedException {
        this.stage = stage;
        empty = Program.start(folder.resolve("empty"));
        places = Places.prepare(stage.shared(), empty);
    }

    @AfterAll
    void end() {
        empty.close();
    }

    Stream<Places.Place> places() {
        return places.all().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    @Tag("complaint-10")
    void noRuleOfAccessibilityIsBroken(Places.Place place) {
        Visit visit = stage.visit(place.program());
        Page page = place.open(visit);
        List<String> broken = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                new AxeBuilder(page)
                        .setLegacyMode(true).analyze().getViolations().stream()
                                .flatMap(rule -> rule.getNodes().stream()
                                        .map(node -> width + " " + scheme + " " + rule.getId() + ": " + node.getHtml()
                                                + " " + node.getFailureSummary()))
                                .forEach(broken::add);
            }
        }
        assertThat(broken).isEmpty();
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
        Visit visit = stage.visit(place.program());
        visit.page().setViewportSize(NARROWEST, HEIGHT);
        Page page = place.open(visit);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROWEST);
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
