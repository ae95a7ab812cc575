package rejoinder.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of every page as it looks in light, dark, on a phone and on paper, with one page that shows them all: {@code mvn test -Pbrowser -Dtest=ContactSheet},
 * then {@code target/contact-sheet/index.html}; {@code -Dplaces=practice.*} takes the pages
 * of these names alone. By its name it is not part of the tests; the pictures are to be looked at by people.
 */
@ExtendWith(OnStage.class)
@Tag("model")
class ContactSheet {
    private static final Path FOLDER = Path.of("target", "contact-sheet");

    /** A way of looking at a page. */
    private record Look(String name, int width, int height, ColorScheme scheme, Media media) {}

    private static final List<Look> LOOKS = List.of(
            new Look("light", 1280, 800, ColorScheme.LIGHT, Media.SCREEN),
            new Look("dark", 1280, 800, ColorScheme.DARK, Media.SCREEN),
            new Look("tablet", 768, 1024, ColorScheme.LIGHT, Media.SCREEN),
            new Look("phone", 360, 740, ColorScheme.LIGHT, Media.SCREEN),
            // the width of A4 between its margins
            new Look("print", 718, 1000, ColorScheme.LIGHT, Media.PRINT));

    @Test
    void everyPageIsPhotographed(Stage stage, @TempDir Path folder) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        StringBuilder index = new StringBuilder("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>Every page</title>
                <style>
                  body { font: 1rem/1.4 sans-serif; margin: 1rem; background: #ddd }
                  section { display: flex; gap: 1rem; align-items: start; margin-block: 0 3rem }
                  h2 { position: sticky; left: 0; margin: 0 }
                  img { background: #fff; border: 1px solid #999 }
                </style>
                """);
        try (Program empty = Program.start(folder.resolve("empty"));
                Program shared = Program.start(folder.resolve("shared"), "--users", "local")) {
            for (Places.Place place :
                    Places.prepare(stage.shared(), empty, shared).all()) {
                if (!place.name().matches(System.getProperty("places", ".*"))) {
                    continue;
                }
                index.append("<h2>").append(place.name()).append("</h2>\n<section>\n");
                Visit visit =
                        stage.visit(place.program(), new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
                Page page = visit.page();
                for (Look look : LOOKS) {
                    page.setViewportSize(look.width(), look.height());
                    page.emulateMedia(new Page.EmulateMediaOptions()
                            .setColorScheme(look.scheme())
                            .setMedia(look.media()));
                    if (look.equals(LOOKS.get(0))) {
                        place.open(visit);
                    }
                    page.waitForLoadState(LoadState.NETWORKIDLE);
                    // what follows the window would be in the middle of the picture
                    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
                    if (look.media() == Media.PRINT) {
                        page.evaluate("dispatchEvent(new Event('beforeprint'))");
                        page.waitForLoadState(LoadState.NETWORKIDLE);
                    }
                    String picture = place.name() + "-" + look.name() + ".png";
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(picture)));
                    index.append("<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$s\" width=\"%3$d\"></a>%n"
                            .formatted(picture, place.name() + ", " + look.name(), look.width() / 3));
                }
                visit.close();
                stage.forget(visit);
                index.append("</section>\n");
            }
        }
        Path written = Files.writeString(FOLDER.resolve("index.html"), index);
        System.out.println("The contact sheet is " + written.toAbsolutePath() + ".");
    }
}
