package rejoinder.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a page in the candidate's own browser. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    /** Opens an address; where that is impossible, the console shows it. */
    static void open(String url) {
        String platform = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command;
        if (platform.contains("win")) {
            command = List.of("rundll32", "url.dll,FileProtocolHandler", url);
        } else if (platform.contains("mac")) {
            command = List.of("open", url);
        } else if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            return;
        } else {
            command = List.of("xdg-open", url);
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.info("No browser could be opened ({}); open {} yourself.", e.getMessage(), url);
        }
    }
}
