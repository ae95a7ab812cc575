package rejoinder.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One browser with its storage, looking at the program. At its end it fails if a console had an error or a report of the content security policy, if a page threw,
 * if something was not there, or if anything was asked of anybody but the program.
 */
final class Visit implements AutoCloseable {
    private static final String UNREACHABLE = "Failed to load resource";

    private final BrowserContext context;
    private final Page page;
    private final String url;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> tolerated = new ArrayList<>();

    Visit(BrowserContext context, String url) {
        this.context = context;
        this.url = url;
        context.onConsoleMessage(this::look);
        context.onWebError(thrown -> complaints.add("A page threw: " + thrown.error()));
        context.onRequest(this::look);
        context.onResponse(this::look);
        context.setDefaultTimeout(30_000);
        // a browser of one's own opens with a window
        page = context.pages().isEmpty() ? context.newPage() : context.pages().get(0);
    }

    /** The first window. */
    Page page() {
        return page;
    }

    /** One more window of the same browser. */
    Page another() {
        return context.newPage();
    }

    /** Everything that the windows share. */
    BrowserContext context() {
        return context;
    }

    /** Opens an address of the program. */
    Page go(String path) {
        page.navigate(url + path);
        return page;
    }

    /** From here on the console may say that something could not be fetched, as it does when the server is gone or refuses. */
    Visit expectingRefusals() {
        tolerated.add(UNREACHABLE);
        return this;
    }

    /** From here on it may also ask a server elsewhere. */
    Visit alsoAsking(String elsewhere) {
        others.add(elsewhere + "/");
        return this;
    }

    private void look(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.text().contains("Content Security Policy");
        if (bad && tolerated.stream().noneMatch(message.text()::contains)) {
            complaints.add("The console of " + message.page().url() + " says: " + message.text());
        }
    }

    private void look(Request request) {
        String asked = request.url();
        if (others.stream().anyMatch(asked::startsWith)) {
            return;
        }
        if (!asked.startsWith(url + "/") && !asked.startsWith("data:") && !asked.startsWith("blob:" + url + "/")) {
            complaints.add("Something else than the program was asked: " + asked);
        }
    }

    private void look(Response response) {
        if (response.status() >= 400 && tolerated.isEmpty()) {
            complaints.add("The program answered " + response.status() + " to " + response.url());
        }
    }

    /** Whether its end will fail by what was told so far. */
    boolean hasComplaints() {
        return !complaints.isEmpty();
    }

    /** Pictures of its windows, and what had the focus in them. */
    void photograph(Path name) {
        int window = 0;
        for (Page open : context.pages()) {
            Path picture = name.resolveSibling(name.getFileName() + "-" + ++window + ".png");
            try {
                open.screenshot(new Page.ScreenshotOptions().setPath(picture));
                System.err.println(picture + ": " + open.url() + ", the focus on "
                        + open.evaluate("document.activeElement.outerHTML.slice(0, 200)"));
            } catch (PlaywrightException gone) {
                System.err.println("No picture of " + open.url() + ": " + gone.getMessage());
            }
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }
}
