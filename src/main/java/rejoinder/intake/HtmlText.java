package rejoinder.intake;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** HTML as Markdown: headings, lists, tables, code and folded parts stay, scripts and styles do not. */
final class HtmlText {
    private static final int DEEPEST = 200;
    private static final Safelist KEPT = Safelist.relaxed()
            .addTags("details", "summary", "kbd", "samp", "tt", "section", "article", "main", "body", "hr", "del", "s")
            .addAttributes("code", "class")
            .addAttributes("pre", "class", "data-lang")
            .addAttributes("li", "value");

    private HtmlText() {}

    static String title(String html) {
        return Jsoup.parse(html).title();
    }

    static String markdown(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, nav, footer, aside, noscript, template, svg, form")
                .remove();
        Document safe = new Cleaner(KEPT).clean(page);
        StringBuilder out = new StringBuilder();
        for (Node node : safe.body().childNodes()) {
            block(node, "", out, 0);
        }
        return out.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    static String inline(String html) {
        return markdown(html).replaceAll("\\s*\\n\\s*", " ");
    }

    private static void block(Node node, String indent, StringBuilder out, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof TextNode text) {
            String words = text.text();
            if (!words.isBlank()) {
                start(out, indent);
                out.append(atBegin(out) ? words.stripLeading() : words);
            }
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                paragraph(
                        indent + "#".repeat(name.charAt(1) - '0') + " "
                                + words(element, depth).strip(),
                        out);
            case "pre" -> fence(element, indent, out);
            case "ul", "ol" -> list(element, indent, out, depth);
            case "table" -> table(element, indent, out, depth);
            case "hr" -> paragraph(indent + "---", out);
            case "br" -> out.append('\n').append(indent);
            case "details" -> {
                Element summary = element.selectFirst("> summary");
                paragraph(
                        indent + "<details>\n" + indent + "<summary>" + (summary == null ? "" : words(summary, depth))
                                + "</summary>",
                        out);
                if (summary != null) {
                    summary.remove();
                }
                children(element, indent, out, depth);
                paragraph(indent + "</details>", out);
            }
            case "blockquote" -> {
                StringBuilder quoted = new StringBuilder();
                children(element, "", quoted, depth);
                paragraph(indent + "> " + quoted.toString().strip().replace("\n", "\n" + indent + "> "), out);
            }
            case "dt" -> paragraph(indent + "**" + words(element, depth).strip() + "**", out);
            case "p", "div", "section", "article", "main", "dd", "dl", "summary", "body", "li", "caption" -> {
                gap(out);
                children(element, indent, out, depth);
                gap(out);
            }
            default -> {
                start(out, indent);
                out.append(element(element, depth));
            }
        }
    }

    private static void children(Element element, String indent, StringBuilder out, int depth) {
        for (Node child : element.childNodes()) {
            block(child, indent, out, depth + 1);
        }
    }

    private static void list(Element list, String indent, StringBuilder out, int depth) {
        gap(out);
        int number = 1;
        for (Element item : list.children()) {
            String mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
            StringBuilder inside = new StringBuilder();
            children(item, "", inside, depth);
            String text = inside.toString().strip().replace("\n", "\n" + indent + " ".repeat(mark.length()));
            out.append(indent).append(mark).append(text).append('\n');
        }
        out.append('\n');
    }

    private static void table(Element table, String indent, StringBuilder out, int depth) {
        gap(out);
        boolean first = true;
        for (Element row : table.select("tr")) {
            List<Element> cells = row.select("> th, > td");
            if (cells.isEmpty()) {
                continue;
            }
            out.append(indent);
            cells.forEach(cell -> out.append("| ")
                    .append(words(cell, depth)
                            .replaceAll("\\s*\\n\\s*", " ")
                            .replace("|", "\\|")
                            .strip())
                    .append(' '));
            out.append("|\n");
            if (first) {
                out.append(indent).append("|---".repeat(cells.size())).append("|\n");
                first = false;
            }
        }
        out.append('\n');
    }

    private static void fence(Element pre, String indent, StringBuilder out) {
        Element code = pre.selectFirst("code");
        String language = code == null
                ? ""
                : code.className().replaceAll("^.*?(?:language-|lang-|highlight-source-)?([A-Za-z0-9+#-]+).*$", "$1");
        String text = pre.wholeText().strip();
        String mark = text.contains("```") ? "~~~" : "```";
        paragraph(
                indent + mark + language + "\n" + indent + text.replace("\n", "\n" + indent) + "\n" + indent + mark,
                out);
    }

    /** The words of an element in one run, with its marks of emphasis and code. */
    private static String words(Element element, int depth) {
        if (depth > DEEPEST) {
            return element.text();
        }
        StringBuilder out = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                out.append(text.text());
            } else if (child instanceof Element inner) {
                out.append(element(inner, depth + 1));
            }
        }
        return out.toString();
    }

    private static String element(Element element, int depth) {
        return switch (element.normalName()) {
            case "b", "strong" -> marked("**", words(element, depth));
            case "i", "em" -> marked("*", words(element, depth));
            case "code", "kbd", "tt", "samp" -> marked("`", element.text());
            case "br" -> "\n";
            case "img" -> "";
            case "a" ->
                element.attr("href").isEmpty()
                        ? words(element, depth)
                        : "[" + words(element, depth) + "]("
                                + element.attr("href").replaceAll("[\\s()]", "") + ")";
            default -> words(element, depth);
        };
    }

    private static String marked(String mark, String words) {
        return words.isBlank() ? words : mark + words.strip() + mark;
    }

    private static void paragraph(String text, StringBuilder out) {
        gap(out);
        out.append(text).append("\n\n");
    }

    private static void start(StringBuilder out, String indent) {
        if (atBegin(out)) {
            out.append(indent);
        }
    }

    private static boolean atBegin(StringBuilder out) {
        return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
    }

    private static void gap(StringBuilder out) {
        if (out.length() == 0 || (out.length() > 1 && atBegin(out) && out.charAt(out.length() - 2) == '\n')) {
            return;
        }
        out.append(atBegin(out) ? "\n" : "\n\n");
    }
}
