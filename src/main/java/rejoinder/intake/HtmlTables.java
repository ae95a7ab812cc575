package rejoinder.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in Markdown that goes over several lines: tables become Markdown's, tags are brought onto one line. Code is left as it is. */
final class HtmlTables {
    private static final Pattern CODE =
            Pattern.compile("(?ms)^[ \\t]*(```+|~~~+).*?^[ \\t]*\\1[ \\t]*$|(`+)(?!`)[^\\n]*?(?<!`)\\2(?!`)");
    private static final Pattern TABLE = Pattern.compile("(?is)<table\\b.{0,100000}?</table\\s*>");
    private static final Pattern TAG = Pattern.compile(
            "(?i)</?(?:img|a|div|p|span|table|tr|td|th|br|iframe|video|source|picture|details|font|section|figure|center)\\b[^<>]{0,2000}>");

    private static final Pattern ROW = Pattern.compile("(?i)</?(?:table|thead|tbody|tr|td|th)\\b");

    private HtmlTables() {}

    /** Whether a line is a part of a table. */
    static boolean isRow(String line) {
        return ROW.matcher(line).find();
    }

    static String markdown(String text) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int at = 0;
        while (code.find()) {
            prose(text.substring(at, code.start()), out);
            out.append(code.group());
            at = code.end();
        }
        prose(text.substring(at), out);
        return out.toString();
    }

    private static void prose(String text, StringBuilder out) {
        if (text.indexOf('<') < 0) {
            out.append(text);
            return;
        }
        String tables = TABLE.matcher(text)
                .replaceAll(table -> Matcher.quoteReplacement("\n" + HtmlText.markdown(table.group()) + "\n"));
        out.append(TAG.matcher(tables)
                .replaceAll(tag -> Matcher.quoteReplacement(tag.group().replaceAll("\\s*\\n\\s*", " "))));
    }
}
