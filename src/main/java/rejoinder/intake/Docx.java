package rejoinder.intake;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The text of a Word document as Markdown: headings, lists, tables, bold. The format is a ZIP with one XML file that matters; a library for all of Office would be
 * thirty times the size of this room.
 */
final class Docx {
    private Docx() {}

    static String markdown(String documentXml) {
        Document xml = Jsoup.parse(documentXml, "", Parser.xmlParser());
        Element body = xml.getElementsByTag("w:body").first();
        StringBuilder out = new StringBuilder();
        if (body == null) {
            return "";
        }
        boolean code = false;
        for (Element block : body.children()) {
            if (block.normalName().equals("w:tbl")) {
                table(block, out);
            } else if (block.normalName().equals("w:p")) {
                String style = style(block);
                boolean isCode = style.matches("(?i).*(?:code|preformatted|source).*");
                if (isCode != code) {
                    out.append("```\n").append(isCode ? "" : "\n");
                    code = isCode;
                }
                if (isCode) {
                    out.append(text(block)).append('\n');
                } else {
                    paragraph(block, style, out);
                }
            }
        }
        return out.append(code ? "```\n" : "").toString();
    }

    private static String style(Element paragraph) {
        Element style = paragraph.getElementsByTag("w:pStyle").first();
        return style == null ? "" : style.attr("w:val");
    }

    private static void paragraph(Element paragraph, String style, StringBuilder out) {
        String text = text(paragraph).strip();
        if (text.isEmpty()) {
            return;
        }
        java.util.regex.Matcher heading = java.util.regex.Pattern.compile(
                        "(?iu)(?:heading|berschrift|titre|título|заголовок)\\s*([1-6])|^([1-6])$")
                .matcher(style);
        if (style.equalsIgnoreCase("Title")) {
            out.append("# ").append(text).append("\n\n");
        } else if (heading.find()) {
            int level = Integer.parseInt(heading.group(1) == null ? heading.group(2) : heading.group(1));
            out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
        } else if (paragraph.getElementsByTag("w:numPr").first() != null) {
            Element level = paragraph.getElementsByTag("w:ilvl").first();
            int deep =
                    level == null || !level.attr("w:val").matches("[0-8]") ? 0 : Integer.parseInt(level.attr("w:val"));
            out.append("  ".repeat(deep)).append("- ").append(text).append('\n');
        } else {
            boolean bold = isBold(paragraph);
            out.append(out.length() > 1 && out.charAt(out.length() - 2) != '\n' ? "\n" : "")
                    .append(bold ? "**" + text + "**" : text)
                    .append("\n\n");
        }
    }

    private static boolean isBold(Element paragraph) {
        List<Element> runs = paragraph.getElementsByTag("w:r").stream()
                .filter(run -> !text(run).isBlank())
                .toList();
        return !runs.isEmpty()
                && runs.stream().allMatch(run -> {
                    Element bold = run.getElementsByTag("w:b").first();
                    return bold != null && !bold.attr("w:val").matches("0|false");
                });
    }

    private static String text(Element element) {
        StringBuilder out = new StringBuilder();
        for (Element part : element.getAllElements()) {
            switch (part.normalName()) {
                case "w:t" -> out.append(part.wholeText());
                case "w:tab" ->
                    out.append(
                            part.parent() != null && part.parent().normalName().equals("w:r") ? "\t" : "");
                case "w:br", "w:cr" -> out.append('\n');
                default -> {}
            }
        }
        return out.toString();
    }

    private static void table(Element table, StringBuilder out) {
        out.append('\n');
        boolean first = true;
        for (Element row : table.getElementsByTag("w:tr")) {
            List<Element> cells = row.children().stream()
                    .filter(cell -> cell.normalName().equals("w:tc"))
                    .toList();
            cells.forEach(cell -> {
                StringBuilder words = new StringBuilder();
                cell.getElementsByTag("w:p")
                        .forEach(p ->
                                words.append(words.length() == 0 ? "" : " ").append(text(p).strip()));
                out.append("| ")
                        .append(words.toString().replace("\n", " ").replace("|", "\\|"))
                        .append(' ');
            });
            out.append("|\n");
            if (first) {
                out.append("|---".repeat(Math.max(1, cells.size()))).append("|\n");
                first = false;
            }
        }
        out.append('\n');
    }
}
