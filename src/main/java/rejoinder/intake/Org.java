package rejoinder.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Org mode as Markdown, line for line. */
final class Org {
    private static final Pattern HEADING =
            Pattern.compile("^(\\*{1,6}) +(?:(?:TODO|DONE) +)?(?:\\[#[A-Z]] +)?(.*?)(?:\\s+:[\\w:@]+:)?\\s*$");
    private static final Pattern BEGIN = Pattern.compile("(?i)^\\s*#\\+begin_(?:src|example)\\s*(\\S*).*$");
    private static final Pattern END = Pattern.compile("(?i)^\\s*#\\+end_(?:src|example).*$");
    private static final Pattern INCLUDE = Pattern.compile("(?i)^\\s*#\\+include:\\s*\"?([^\"\\s]+).*$");
    private static final Pattern LINK = Pattern.compile("\\[\\[([^\\]]+)](?:\\[([^\\]]+)])?]");

    private Org() {}

    static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        boolean code = false;
        boolean drawer = false;
        for (String line : text.split("\n", -1)) {
            Matcher heading = HEADING.matcher(line);
            Matcher begin = BEGIN.matcher(line);
            Matcher include = INCLUDE.matcher(line);
            if (code) {
                code = !END.matcher(line).matches();
                out.append(code ? line : "```");
            } else if (begin.matches()) {
                code = true;
                out.append("```").append(begin.group(1));
            } else if (line.strip().matches("(?i):(?:properties|logbook):")) {
                drawer = true;
            } else if (drawer) {
                drawer = !line.strip().equalsIgnoreCase(":END:");
            } else if (heading.matches()) {
                out.append("#".repeat(heading.group(1).length())).append(' ').append(inline(heading.group(2)));
            } else if (include.matches()) {
                out.append("![[").append(include.group(1)).append("]]");
            } else if (!line.stripLeading().startsWith("#+")
                    && !line.stripLeading().startsWith("# ")) {
                out.append(inline(line));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String inline(String line) {
        return LINK.matcher(line)
                .replaceAll(
                        link -> Matcher.quoteReplacement("[" + (link.group(2) == null ? link.group(1) : link.group(2))
                                + "](" + link.group(1).replaceAll("[\\s()]", "") + ")"))
                .replaceAll("(?<![\\w])[=~]([^=~\\s](?:[^=~]*[^=~\\s])?)[=~](?![\\w])", "`$1`")
                .replaceAll("(?<![\\w*])\\*([^*\\s](?:[^*]*[^*\\s])?)\\*(?![\\w*])", "**$1**");
    }
}
