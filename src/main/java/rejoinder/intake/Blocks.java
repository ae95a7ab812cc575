package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.intake.Block.Kind;

/** Cuts Markdown, or text that was typed like it, into blocks. The time that it takes grows with the length of the text and with nothing else. */
final class Blocks {
    private static final Pattern HEADING =
            Pattern.compile("^( {0,3})(#{1,6})(?:[ \\t]+(.*?)|(?=\\d+[.)]|(?<=##)\\[)(.*?)|)(?:[ \\t]+#+)?[ \\t]*$");
    private static final Pattern HTML_HEADING = Pattern.compile("(?i)^\\s*<h([1-6])[^>]*>(.*?)</h\\1>\\s*$");
    private static final Pattern ITEM = Pattern.compile(
            "^(\\s*)([-*+•●]|\\d{1,4}(?:[.)](?![\\d])|[.)]?[、．])|\\(\\d{1,4}\\))(?:([ \\t]+)(.*)|(?<=[.)、．])(\\p{IsAlphabetic}.*)|)$");
    private static final Pattern FENCE =
            Pattern.compile("^(\\s*(?:>[ ]?|(?:[-*+]|\\d{1,3}[.)])[ \\t]+)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$");
    private static final Pattern RULE =
            Pattern.compile("^ {0,3}(?:(?:-[ \\t]*){3,}|(?:\\*[ \\t]*){3,}|(?:_[ \\t]*){3,}|(?:-[ \\t]*){2,})$");
    private static final Pattern TAGS = Pattern.compile(
            "(?i)^\\s*(?:</?(?:br|p|b|i|em|strong|div|center|hr|span|font|a|ul|ol|li|img|table|tbody|tr|td|section|article|blockquote|sub|sup|picture|source|dl|dd|dt)\\b[^<>]*>\\s*)+$");
    private static final Pattern FOLD =
            Pattern.compile("(?i)<details\\b[^>]*>|</details\\s*>|<summary\\b[^>]*>|</summary\\s*>");
    private static final Pattern DELIMITER = Pattern.compile("^\\s*\\|?\\s*:?-+:?\\s*(?:\\|\\s*:?-+:?\\s*)*\\|?\\s*$");
    private static final Pattern LEFT_OVER =
            Pattern.compile("^\\s*\\d{1,4}\\.\\s+#{1,6}\\s+\\S.*|^#{2,6}\\s+(?:\\d{1,4}[.)]\\s.*|.*\\?\\s*)$");
    private static final Pattern TARGET = Pattern.compile("(?i)<a\\s+(?:name|id)=[^<>]*>\\s*(?:</a>)?");
    private static final int LONGEST_SUMMARY = 20;

    /** What a line is before blocks are made. */
    private enum Part {
        TEXT,
        CODE,
        OPEN,
        SUMMARY,
        CLOSE
    }

    /**
     * A line, or a part of a line that holds the marks of a folded part.
     *
     * @param number in the file
     */
    record Line(int number, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int openFence;

    private Blocks() {}

    /**
     * Cuts a text.
     *
     * @param firstLine number of its first line in the file
     */
    static Blocks of(String text, int firstLine) {
        Blocks blocks = new Blocks();
        blocks.split(text.replaceAll("[\\u2028\\u2029\\u0085\\u000B\\f]", " ").split("\n", -1), firstLine);
        blocks.cut();
        return blocks;
    }

    List<Block> all() {
        return blocks;
    }

    Line line(int index) {
        return lines.get(index);
    }

    int lines() {
        return lines.size();
    }

    int lineOf(Block block) {
        return lines.get(block.from()).number();
    }

    /** Line of a code fence that is never closed; 0 if there is none. */
    int openFence() {
        return openFence;
    }

    boolean isCode(int index) {
        return parts.get(index) == Part.CODE;
    }

    // ---- lines

    private void split(String[] raw, int firstLine) {
        for (int i = 0; i < raw.length; i++) {
            Matcher fence = FENCE.matcher(raw[i]);
            if (fence.matches()) {
                int end = closing(raw, i, fence.group(2));
                if (fence.group(3).isBlank() && end >= 0 && holdsQuestion(raw, i, end)) {
                    add(firstLine + i, "", Part.TEXT);
                    continue;
                }
                if (end < 0) {
                    openFence = firstLine + i;
                    int last = raw.length;
                    while (last > i + 1 && raw[last - 1].isBlank()) {
                        last--;
                    }
                    for (int j = i; j < last; j++) {
                        add(firstLine + j, raw[j], Part.CODE);
                    }
                    add(firstLine + last - 1, fence.group(2), Part.CODE);
                    return;
                }
                for (int j = i; j <= end; j++) {
                    add(firstLine + j, raw[j], Part.CODE);
                }
                i = end;
            } else if (raw[i].strip().equals("$$")) {
                int end = i + 1;
                while (end < raw.length && !raw[end].strip().equals("$$")) {
                    end++;
                }
                if (end < raw.length) {
                    for (int j = i; j <= end; j++) {
                        add(firstLine + j, raw[j], Part.CODE);
                    }
                    i = end;
                } else {
                    add(firstLine + i, raw[i], Part.TEXT);
                }
            } else if (raw[i].indexOf('<') >= 0 && FOLD.matcher(raw[i]).find()) {
                i = folds(raw, i, firstLine);
            } else {
                add(firstLine + i, raw[i], Part.TEXT);
            }
        }
    }

    /** Whether a question is between two fences, so that the first was left over from a block above. */
    private static boolean holdsQuestion(String[] raw, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (raw[i - 1].isBlank() && LEFT_OVER.matcher(raw[i]).matches()) {
                return true;
            }
        }
        return false;
    }

    private static int closing(String[] raw, int start, String mark) {
        for (int i = start + 1; i < raw.length; i++) {
            String line = raw[i].strip();
            if (line.startsWith(">")) {
                line = line.replaceFirst("^(?:>\\s?)+", "");
            }
            if (line.startsWith(mark) && line.chars().allMatch(c -> c == mark.charAt(0))) {
                return i;
            }
        }
        return -1;
    }

    /** Splits a line at the marks of folded parts; reads on while a summary is open. Returns the last line read. */
    private int folds(String[] raw, int start, int firstLine) {
        String line = raw[start];
        int last = start;
        int at = 0;
        while (at <= line.length()) {
            Matcher mark = FOLD.matcher(line);
            int from = at;
            boolean found = false;
            while (mark.find(from)) {
                if (!inCode(line, mark.start())) {
                    found = true;
                    break;
                }
                from = mark.end();
            }
            if (!found) {
                addUnlessBlank(firstLine + last, line.substring(at));
                return last;
            }
            addUnlessBlank(firstLine + last, line.substring(at, mark.start()));
            String tag = mark.group().toLowerCase(java.util.Locale.ROOT);
            at = mark.end();
            if (tag.startsWith("<details")) {
                add(firstLine + last, "", Part.OPEN);
            } else if (tag.startsWith("</details")) {
                add(firstLine + last, "", Part.CLOSE);
            } else if (tag.startsWith("<summary")) {
                int first = last;
                StringBuilder summary = new StringBuilder();
                String rest = line.substring(at);
                int end = endOfSummary(rest);
                while (end < 0 && last + 1 < raw.length && last - first < LONGEST_SUMMARY) {
                    summary.append(rest).append('\n');
                    rest = raw[++last];
                    end = endOfSummary(rest);
                }
                if (end < 0) {
                    end = rest.length();
                }
                summary.append(rest, 0, end);
                add(firstLine + first, summary.toString().strip(), Part.SUMMARY);
                line = rest;
                at = Math.min(rest.length(), end + "</summary>".length());
            }
            if (at >= line.length()) {
                return last;
            }
        }
        return last;
    }

    private static int endOfSummary(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).indexOf("</summary");
    }

    private static boolean inCode(String line, int offset) {
        int quotes = 0;
        for (int i = 0; i < offset; i++) {
            quotes += line.charAt(i) == '`' ? 1 : 0;
        }
        return quotes % 2 == 1 && line.indexOf('`', offset) >= 0;
    }

    private void addUnlessBlank(int number, String text) {
        if (!text.isBlank()) {
            add(number, text, Part.TEXT);
        }
    }

    private void add(int number, String text, Part part) {
        lines.add(new Line(number, text));
        parts.add(part);
    }

    // ---- blocks

    private void cut() {
        int i = 0;
        while (i < lines.size()) {
            i = block(i);
        }
    }

    private int block(int i) {
        String line = lines.get(i).text();
        switch (parts.get(i)) {
            case CODE -> {
                int end = i + 1;
                String mark = line.strip();
                while (end < lines.size()
                        && parts.get(end) == Part.CODE
                        && !closes(mark, lines.get(end).text())) {
                    end++;
                }
                end = Math.min(lines.size(), end + 1);
                return add(Kind.FENCE, i, end, indent(line), 0, "", join(i, end));
            }
            case OPEN -> {
                return add(Kind.OPEN, i, i + 1, 0, 0, "", "");
            }
            case SUMMARY -> {
                return add(Kind.SUMMARY, i, i + 1, 0, 0, "", line);
            }
            case CLOSE -> {
                return add(Kind.CLOSE, i, i + 1, 0, 0, "", "");
            }
            default -> {
                return line.isBlank() ? i + 1 : text(i, line);
            }
        }
    }

    private static boolean closes(String opening, String line) {
        String bare = line.strip().replaceFirst("^(?:>\\s?)+", "");
        if (opening.equals("$$")) {
            return bare.equals("$$");
        }
        Matcher fence = FENCE.matcher(opening);
        String mark = fence.matches() ? fence.group(2) : "```";
        return bare.startsWith(mark) && bare.chars().allMatch(c -> c == mark.charAt(0));
    }

    private int text(int i, String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            String title =
                    heading.group(3) != null ? heading.group(3) : heading.group(4) != null ? heading.group(4) : "";
            return add(
                    Kind.HEADING,
                    i,
                    i + 1,
                    0,
                    heading.group(2).length(),
                    "",
                    TARGET.matcher(title).replaceAll("").strip());
        }
        Matcher html = HTML_HEADING.matcher(line);
        if (html.matches()) {
            return add(Kind.HEADING, i, i + 1, 0, html.group(1).charAt(0) - '0', "", html.group(2));
        }
        if (line.stripLeading().startsWith("<!--")) {
            int end = i;
            while (end < lines.size() && !lines.get(end).text().contains("-->")) {
                end++;
            }
            return end == lines.size()
                    ? add(Kind.PARAGRAPH, i, i + 1, 0, 0, "", line.strip())
                    : add(Kind.COMMENT, i, end + 1, 0, 0, "", join(i, end + 1));
        }
        if (TAGS.matcher(line).matches()) {
            return add(Kind.TAGS, i, i + 1, 0, 0, "", line.strip());
        }
        if (RULE.matcher(line).matches()) {
            return add(Kind.RULE, i, i + 1, 0, 0, "", "");
        }
        if (isTable(i)) {
            int end = i;
            while (end < lines.size()
                    && parts.get(end) == Part.TEXT
                    && lines.get(end).text().contains("|")) {
                end++;
            }
            return add(Kind.TABLE, i, end, indent(line), 0, "", join(i, end));
        }
        if (line.stripLeading().startsWith(">")) {
            int end = i;
            while (end < lines.size()
                    && parts.get(end) != Part.SUMMARY
                    && lines.get(end).text().stripLeading().startsWith(">")) {
                end++;
            }
            return add(Kind.QUOTE, i, end, indent(line), 0, "", join(i, end));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return item(i, item);
        }
        int end = i + 1;
        while (end < lines.size() && continues(end)) {
            end++;
        }
        if (end == i + 1
                && end < lines.size()
                && parts.get(end) == Part.TEXT
                && lines.get(end).text().matches(" {0,3}(=+|-{2,})\\s*")) {
            return add(Kind.HEADING, i, end + 1, 0, lines.get(end).text().contains("=") ? 1 : 2, "", stripped(i, end));
        }
        return add(Kind.PARAGRAPH, i, end, indent(line), 0, "", stripped(i, end));
    }

    private int item(int i, Matcher item) {
        String text = item.group(4) != null ? item.group(4) : item.group(5) != null ? item.group(5) : "";
        String bullet = item.group(2);
        int indent = indent(item.group(1) + "x");
        String digits = bullet.replaceAll("\\D", "");
        int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        Matcher heading = HEADING.matcher(text.strip());
        if (heading.matches() && heading.group(3) != null) {
            return add(
                    Kind.ITEM_HEADING,
                    i,
                    i + 1,
                    indent,
                    heading.group(2).length(),
                    bullet,
                    TARGET.matcher(heading.group(3)).replaceAll("").strip());
        }
        int end = i + 1;
        while (end < lines.size() && continues(end)) {
            end++;
        }
        StringBuilder whole = new StringBuilder(text.strip());
        for (int j = i + 1; j < end; j++) {
            whole.append('\n').append(lines.get(j).text().strip());
        }
        return add(Kind.ITEM, i, end, indent, number, bullet, whole.toString());
    }

    /** Whether a line goes on with the paragraph above it. */
    private boolean continues(int i) {
        String line = lines.get(i).text();
        if (parts.get(i) != Part.TEXT
                || line.isBlank()
                || Wording.questionMark(line).isPresent()) {
            return false;
        }
        char first = line.stripLeading().charAt(0);
        if (Character.isLetter(first)) {
            return true;
        }
        return !HEADING.matcher(line).matches()
                && !RULE.matcher(line).matches()
                && !ITEM.matcher(line).matches()
                && !line.matches(" {0,3}=+\\s*")
                && !(first == '<'
                        && (TAGS.matcher(line).matches()
                                || line.stripLeading().startsWith("<!--")
                                || HTML_HEADING.matcher(line).matches()))
                && first != '>'
                && !isTable(i);
    }

    private boolean isTable(int i) {
        return lines.get(i).text().contains("|")
                && i + 1 < lines.size()
                && parts.get(i + 1) == Part.TEXT
                && lines.get(i + 1).text().contains("|")
                && DELIMITER.matcher(lines.get(i + 1).text()).matches();
    }

    private int add(Kind kind, int from, int to, int indent, int level, String bullet, String text) {
        blocks.add(new Block(kind, from, to, indent, level, bullet, text));
        return to;
    }

    private String join(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : "\n").append(lines.get(i).text());
        }
        return text.toString();
    }

    private String stripped(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : "\n").append(lines.get(i).text().strip());
        }
        return text.toString();
    }

    static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            columns += line.charAt(i) == '\t' ? 4 - columns % 4 : 1;
        }
        return columns;
    }
}
