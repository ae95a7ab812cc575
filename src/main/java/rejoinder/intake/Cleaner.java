package rejoinder.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.bank.Source;

/** Takes out of a text what belongs to the page and makes no claim: addresses, images, tags of HTML, ways back to the top. Code is left as it is. */
final class Cleaner {
    private static final Pattern CODE = Pattern.compile("(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern IMAGE =
            Pattern.compile("!\\[[^\\]]*](?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|\\[[^\\]]*])");
    private static final Pattern LINK = Pattern.compile(
            "\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*)]\\(\\s*<?([^()\\s>]*(?:\\([^()\\s]*\\)[^()\\s>]*)*)>?(?:\\s+(?:\"[^\"]*\"|'[^']*'))?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\w\\]`])\\[([^\\[\\]\\n]{2,})]\\[[^\\[\\]]*]");
    private static final Pattern DEFINITION = Pattern.compile("^\\s*\\[[^\\]]+]:\\s*\\S+.*$");
    private static final Pattern WIKI = Pattern.compile("!?\\[\\[(?:[^\\]|]*\\|)?([^\\]|]+)]]");
    private static final Pattern AUTOLINK = Pattern.compile("<((?:https?|mailto):[^<>\\s]+)>");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`\\]]+[^\\s<>\"'`\\].,;:!?)]");
    private static final Pattern CODE_TAG =
            Pattern.compile("(?i)<(?:code|kbd|tt|samp)>([^<>`]+)</(?:code|kbd|tt|samp)>");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
    private static final Pattern VOID = Pattern.compile("(?i)<(?:img|hr|input|source|wbr)\\b[^<>]*>");
    private static final Pattern ANCHOR = Pattern.compile("(?i)<a\\b[^<>]*>|</a>");
    private static final Pattern PAIRED = Pattern.compile(
            "(?i)</?(b|i|em|strong|p|div|span|font|center|u|small|big|ins|mark|sup|sub|h[1-6]|blockquote|section|details|summary|picture|figure|figcaption|table|thead|tbody|tr|td|th|dl|dt|dd|ul|ol|li)(?:\\s[^<>]*)?>");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
    private static final Pattern FENCE =
            Pattern.compile("^\\s*(?:>\\s?)*(?:(?:[-*+]|\\d{1,3}[.)])\\s+)*(`{3,}|~{3,}|\\$\\$).*");
    private static final Pattern NOTES =
            Pattern.compile("(?:\\s|^)#(?:flash)?cards?(?:/[\\w/-]+)?(?=\\s|$)|\\s\\^[\\w-]{6}$");
    private static final Pattern PROPERTY =
            Pattern.compile("^\\s*(?:[-*]\\s+)?(?:card-[\\w-]+|id|collapsed|deck|tags):: .*$");
    private static final Pattern LICENCE = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:licen[sc]ed? under|©|copyright\\b|all rights reserved|source\\s*:\\s*https?://|сс by).{0,120}$");

    private static final Pattern POINTER = Pattern.compile(
            "(?i)(?:[;,:(\\s]|^)\\s*(?:(?:see(?: also)?|read|visit|from|source|via|at|here)\\s*:?)?\\s*([.!)]*)\\s*$");
    private static final Pattern GAP = Pattern.compile("(?<=[^\\s|]) {2,}(?=[^\\s|])");

    private static final Pattern POINTING = Pattern.compile("^\\s*(?:[👉➡▶►→⇒💡]\\uFE0F?\\s*)+(?=\\S)");

    private Cleaner() {}

    /**
     * What is left.
     *
     * @param text without the furniture
     * @param sources links that were in it
     */
    record Clean(String text, List<Source> sources) {}

    /** A prompt without addresses, tags and stars that rate it. */
    static String prompt(String text) {
        String line = inline(text, new LinkedHashMap<>())
                .replaceFirst("\\s+\\*{1,3}$", "")
                .replaceAll("\\s{2,}", " ")
                .strip();
        return line.isEmpty() ? text.strip() : line;
    }

    /** What a text that is nothing but links or pictures shows: the words of the links, and the pictures as they are; empty if there is nothing of either. */
    static String leads(String markdown) {
        String text = clean(markdown).text();
        if (!text.isBlank()) {
            return text;
        }
        return String.join(
                "\n",
                markdown.lines()
                        .filter(line -> IMAGE.matcher(line).find() && !Phrases.leadsAway(line))
                        .map(String::strip)
                        .toList());
    }

    static Clean clean(String source) {
        String markdown = source.indexOf('<') < 0 ? source : HtmlTables.markdown(source);
        List<String> kept = new ArrayList<>();
        Map<String, String> links = new LinkedHashMap<>();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            Matcher open = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                kept.add(line);
                if (line.strip().startsWith(fence)
                        && line.strip()
                                .chars()
                                .allMatch(c -> c
                                        == "`~$"
                                                .charAt("`~$"
                                                        .indexOf(line.strip().charAt(0))))) {
                    fence = "";
                }
                continue;
            }
            if (open.matches() && !line.strip().matches("\\$\\$.+\\$\\$")) {
                fence = open.group(1);
                kept.add(line);
                continue;
            }
            if (line.isBlank()) {
                kept.add("");
                continue;
            }
            if (Included.file(line).isPresent()) {
                continue;
            }
            if (Phrases.leadsAway(line)
                    || DEFINITION.matcher(line).matches()
                    || PROPERTY.matcher(line).matches()
                    || LICENCE.matcher(line).matches()
                    || Phrases.namesSourcesOnly(line)) {
                collect(line, links);
                continue;
            }
            String clean = inline(kept.isEmpty() ? POINTING.matcher(line).replaceFirst("") : line, links);
            if (!clean.isBlank() && !clean.strip().matches("[-*+>|\\s]+|\\d{1,3}[.)]")) {
                kept.add(clean.stripTrailing());
            } else if (line.strip().matches("\\|[-:|\\s]+\\|?")) {
                kept.add(line);
            } else if (line.strip().matches("-{3,}|\\*{3,}|_{3,}|>")) {
                kept.add(line.strip().equals(">") ? ">" : "---");
            }
        }
        return new Clean(
                trim(kept),
                links.entrySet().stream()
                        .map(link -> new Source(link.getValue(), link.getKey()))
                        .toList());
    }

    private static void collect(String line, Map<String, String> links) {
        inline(line, links);
    }

    /** Blank lines and rules around a text, and headings with nothing below them, go. */
    private static String trim(List<String> lines) {
        int from = 0;
        int to = lines.size();
        while (from < to && (lines.get(from).isBlank() || isRule(lines.get(from)))) {
            from++;
        }
        while (to > from
                && (lines.get(to - 1).isBlank() || isRule(lines.get(to - 1)) || isEmptyHeading(lines, from, to))) {
            to--;
        }
        StringBuilder text = new StringBuilder();
        boolean blank = false;
        boolean code = false;
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            code ^= FENCE.matcher(line).matches();
            if (line.isBlank() && !code) {
                blank = true;
                continue;
            }
            text.append(text.length() == 0 ? "" : blank ? "\n\n" : "\n").append(line);
            blank = false;
        }
        return text.toString();
    }

    private static boolean isRule(String line) {
        return line.strip().matches("-{3,}|\\*{3,}|_{3,}");
    }

    private static boolean isEmptyHeading(List<String> lines, int from, int to) {
        String line = lines.get(to - 1);
        if (!line.matches(" {0,3}#{1,6}(?:\\s.*)?")
                || Wording.answerMark(line.replaceFirst("^\\W+", "")).isPresent()
                || !Phrases.afterAnswerWord(line).isEmpty()) {
            return false;
        }
        int fences = 0;
        for (int i = from; i < to; i++) {
            fences += FENCE.matcher(lines.get(i)).matches() ? 1 : 0;
        }
        return fences % 2 == 0;
    }

    /** Cleans a line outside its code spans. */
    private static String inline(String line, Map<String, String> links) {
        List<String> spans = new ArrayList<>();
        String bare = hidden(line, spans);
        String text = bare;
        if (text.indexOf('<') >= 0) {
            text = COMMENT.matcher(text).replaceAll("");
            text = hidden(CODE_TAG.matcher(text).replaceAll("`$1`"), spans);
            text = BREAK.matcher(text).replaceAll(" ");
            text = VOID.matcher(text).replaceAll("");
            text = AUTOLINK.matcher(text).replaceAll("$1");
            text = ANCHOR.matcher(text).replaceAll("");
            text = pairs(text);
        }
        if (text.indexOf('[') >= 0) {
            text = IMAGE.matcher(text).replaceAll("");
            text = WIKI.matcher(text).replaceAll("$1");
            Matcher link = LINK.matcher(text);
            StringBuilder worded = new StringBuilder();
            while (link.find()) {
                remember(link.group(2), restore(link.group(1), spans), links);
                link.appendReplacement(worded, Matcher.quoteReplacement(link.group(1)));
            }
            text = link.appendTail(worded).toString();
            text = REFERENCE.matcher(text).replaceAll("$1");
        }
        if (text.contains("://")) {
            Matcher address = ADDRESS.matcher(text);
            StringBuilder without = new StringBuilder();
            while (address.find()) {
                remember(address.group(), "", links);
                address.appendReplacement(without, "");
            }
            text = address.appendTail(without).toString().replaceAll("\\(\\s*\\)", "");
            text = POINTER.matcher(text).replaceFirst("$1");
        }
        if (text.length() < bare.length()) {
            text = GAP.matcher(text).replaceAll(" ");
        }
        if (text.indexOf('#') >= 0 || text.indexOf('^') >= 0) {
            text = NOTES.matcher(text).replaceAll("");
        }
        return restore(text, spans);
    }

    /** A line with a sign in the place of each code span. */
    private static String hidden(String line, List<String> spans) {
        StringBuilder out = new StringBuilder();
        Matcher code = CODE.matcher(line);
        int at = 0;
        while (code.find()) {
            out.append(line, at, code.start()).append('\uE000').append((char)
                    ('\uE100' + Math.min(spans.size(), 4000)));
            spans.add(code.group());
            at = code.end();
        }
        return out.append(line.substring(at)).toString();
    }

    private static String restore(String text, List<String> spans) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\uE000' && i + 1 < text.length()) {
                int span = text.charAt(++i) - '\uE100';
                out.append(span >= 0 && span < spans.size() ? restore(spans.get(span), spans) : "");
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static void remember(String address, String title, Map<String, String> links) {
        if (address.matches("(?i)https?://.+") && address.length() < 500) {
            String plain = title.replaceAll("[*_`\\[\\]\\\\<>]", "").strip();
            links.putIfAbsent(address, plain.isEmpty() || plain.contains("://") ? address : plain);
        }
    }

    /** Tags that lay text out go; a tag that stands alone is a word of the text (a question about one). */
    private static String pairs(String text) {
        Matcher tag = PAIRED.matcher(text);
        StringBuilder out = new StringBuilder();
        String lower = Phrases.lower(text);
        while (tag.find()) {
            String name = Phrases.lower(tag.group(1));
            boolean opens = !tag.group().startsWith("</");
            boolean paired = opens
                    ? lower.indexOf("</" + name, tag.end()) >= 0
                    : lower.lastIndexOf("<" + name, tag.start()) >= 0;
            boolean attributes = tag.group().contains("=");
            boolean edge = text.substring(0, tag.start()).isBlank()
                    || text.substring(tag.end()).isBlank();
            tag.appendReplacement(out, paired || attributes || edge ? "" : Matcher.quoteReplacement(tag.group()));
        }
        return tag.appendTail(out).toString();
    }
}
