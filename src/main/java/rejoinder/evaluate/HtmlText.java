package rejoinder.evaluate;

import java.util.Locale;

/** Texts and figures as a report's page shows them. */
final class HtmlText {
    private HtmlText() {}

    /** Three decimals; a dash for what is not a number. */
    static String figure(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A text without anything that HTML would take for a tag or an entity. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
