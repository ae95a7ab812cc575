package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import rejoinder.pack.ImportWarning;

/** Quizzes of learning platforms: GIFT, Aiken and Moodle's XML. Options are the context of a question, the right ones with their feedback its answer. */
final class Quizzes {
    private static final Pattern KEY =
            Pattern.compile("^ANSWER:\\s*([A-Z](?:\\s*,\\s*[A-Z])*)\\s*$", Pattern.MULTILINE);
    private static final Pattern AIKEN_OPTION = Pattern.compile("^([A-Z])[.)]\\s+(.*)$");
    private static final Pattern GIFT_TITLE = Pattern.compile("^::(.*?)(?<!\\\\)::\\s*", Pattern.DOTALL);
    private static final Pattern GIFT_FORMAT = Pattern.compile("^\\[(html|markdown|moodle|plain)]\\s*");

    private Quizzes() {}

    // ---- Aiken

    static boolean isAiken(String text) {
        Matcher key = KEY.matcher(text);
        return key.find() && Pattern.compile("(?m)^A[.)] ").matcher(text).find();
    }

    static Cards aiken(String text) {
        List<Card> cards = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        List<String> options = new ArrayList<>();
        int begin = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Matcher option = AIKEN_OPTION.matcher(line);
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                StringBuilder answer = new StringBuilder();
                for (String letter : key.group(1).split("\\s*,\\s*", -1)) {
                    int at = letter.charAt(0) - 'A';
                    if (at < options.size()) {
                        answer.append(answer.length() == 0 ? "" : "\n\n").append(options.get(at));
                    }
                }
                if (asked.isEmpty() || answer.length() == 0) {
                    warnings.add(new ImportWarning(i + 1, "This key names no option of a question and is left out."));
                } else {
                    cards.add(new Card(
                            begin, "", String.join(" ", asked), listed(options), answer.toString(), List.of()));
                }
                asked.clear();
                options.clear();
            } else if (option.matches() && !asked.isEmpty()) {
                options.add(option.group(2).strip());
            } else if (!line.isEmpty()) {
                if (!options.isEmpty()) {
                    warnings.add(new ImportWarning(begin, "This question has no key and is left out."));
                    asked.clear();
                    options.clear();
                }
                begin = asked.isEmpty() ? i + 1 : begin;
                asked.add(line);
            }
        }
        if (!asked.isEmpty()) {
            warnings.add(new ImportWarning(begin, "This question has no key and is left out."));
        }
        return new Cards("a quiz in Aiken's format", cards, warnings);
    }

    private static String listed(List<String> options) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
            list.append(i == 0 ? "" : "\n")
                    .append("- ")
                    .append((char) ('A' + i % 26))
                    .append(": ")
                    .append(options.get(i));
        }
        return list.toString();
    }

    // ---- GIFT

    static boolean isGift(String text) {
        return (Pattern.compile("(?m)^::[^:\\n]+::").matcher(text).find() && text.contains("{") && text.contains("}"))
                || Pattern.compile("(?m)^\\$CATEGORY:").matcher(text).find();
    }

    static Cards gift(String text) {
        List<Card> cards = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        String topic = "";
        String[] lines = text.split("\n", -1);
        StringBuilder entry = new StringBuilder();
        int begin = 1;
        for (int i = 0; i <= lines.length; i++) {
            String line = i < lines.length ? lines[i] : "";
            if (line.stripLeading().startsWith("//")) {
                continue;
            }
            if (line.startsWith("$CATEGORY:")) {
                topic = line.substring("$CATEGORY:".length())
                        .strip()
                        .replaceFirst("^\\$(?:course|module|system|cat\\d*)\\$/?", "")
                        .replaceFirst("^top/", "")
                        .replace("/", Sections.DEEPER);
                continue;
            }
            boolean open = entry.chars().filter(c -> c == '{').count()
                    > entry.chars().filter(c -> c == '}').count();
            if (line.isBlank() && (!open || i == lines.length)) {
                if (!entry.toString().isBlank()) {
                    giftEntry(entry.toString().strip(), topic, begin, cards, warnings);
                }
                entry.setLength(0);
                continue;
            }
            begin = entry.length() == 0 ? i + 1 : begin;
            entry.append(line).append('\n');
        }
        return new Cards("a quiz in GIFT", cards, warnings);
    }

    private static void giftEntry(
            String entry, String topic, int line, List<Card> cards, List<ImportWarning> warnings) {
        String title = "";
        Matcher named = GIFT_TITLE.matcher(entry);
        String rest = entry;
        if (named.find()) {
            title = unescape(named.group(1));
            rest = entry.substring(named.end());
        }
        Matcher format = GIFT_FORMAT.matcher(rest);
        boolean html = format.find() && format.group(1).equals("html");
        rest = format.reset().replaceFirst("");
        int open = unescaped(rest, '{', 0);
        int close = open < 0 ? -1 : unescaped(rest, '}', open);
        if (open < 0 || close < 0) {
            warnings.add(new ImportWarning(
                    line,
                    open < 0
                            ? "This is a description and asks nothing; it is left out."
                            : "The braces of this question are never closed; it is left out."));
            return;
        }
        String after = rest.substring(close + 1).strip();
        String prompt = rest.substring(0, open).strip() + (after.isEmpty() ? "" : " _____ " + after);
        prompt = html ? HtmlText.inline(unescape(prompt)) : unescape(prompt).replace('\n', ' ');
        prompt = prompt.isBlank() ? title : prompt;
        String inside = rest.substring(open + 1, close).strip();
        Matcher truth = Pattern.compile("(?is)^(T|TRUE|F|FALSE)\\s*(?:#(.*))?$").matcher(inside);
        if (inside.isEmpty()) {
            cards.add(new Card(line, topic, prompt, ""));
        } else if (truth.matches()) {
            String feedback = truth.group(2) == null
                    ? ""
                    : "\n\n"
                            + unescape(truth.group(2))
                                    .replaceFirst("^.*?#", "")
                                    .replaceFirst("####.*", "")
                                    .strip();
            cards.add(new Card(
                    line,
                    topic,
                    "True or false? " + prompt,
                    (truth.group(1).toUpperCase(java.util.Locale.ROOT).startsWith("T") ? "True." : "False.")
                            + feedback));
        } else if (inside.startsWith("#")) {
            cards.add(new Card(
                    line,
                    topic,
                    prompt,
                    unescape(inside.substring(1).replaceAll("^=|(?<=[^\\\\])[=~].*", ""))
                            .strip()));
        } else {
            options(inside, line, topic, prompt, html, cards);
        }
    }

    private static void options(String inside, int line, String topic, String prompt, boolean html, List<Card> cards) {
        List<String> right = new ArrayList<>();
        List<String> all = new ArrayList<>();
        boolean wrong = false;
        int at = 0;
        while (at < inside.length()) {
            int next = at + 1;
            while (next < inside.length()
                    && !((inside.charAt(next) == '=' || inside.charAt(next) == '~')
                            && inside.charAt(next - 1) != '\\')) {
                next++;
            }
            String option = inside.substring(at, next).strip();
            boolean marked = option.startsWith("=") || option.startsWith("~");
            String body = marked ? option.substring(1) : option;
            Matcher share = Pattern.compile("^%(-?[\\d.]+)%").matcher(body);
            boolean partly = share.find()
                    && !share.group(1).startsWith("-")
                    && !share.group(1).matches("0+(?:\\.0+)?");
            body = share.reset().replaceFirst("");
            int feedback = unescaped(body, '#', 0);
            String words = unescape((feedback < 0 ? body : body.substring(0, feedback)).strip());
            String why = feedback < 0
                    ? ""
                    : unescape(body.substring(feedback + 1)
                            .replaceFirst("(?s)####.*", "")
                            .strip());
            words = html ? HtmlText.inline(words) : words;
            if (!words.isEmpty()) {
                all.add(words);
                if (option.startsWith("=") || (option.startsWith("~") && partly)) {
                    right.add(words + (why.isEmpty() ? "" : "\n\n" + why));
                } else if (option.startsWith("~")) {
                    wrong = true;
                }
            }
            at = next;
        }
        boolean matching = all.stream().allMatch(option -> option.contains("->"));
        if (matching && !all.isEmpty()) {
            List<String> asked = new ArrayList<>();
            List<String> pairs = new ArrayList<>();
            List<String> ends = new ArrayList<>();
            for (String pair : all) {
                String[] sides = pair.split("\\s*->\\s*", 2);
                asked.add("- " + sides[0]);
                ends.add("- " + sides[1]);
                pairs.add("- " + sides[0] + ": " + sides[1]);
            }
            ends.sort(String::compareTo);
            cards.add(new Card(
                    line,
                    topic,
                    prompt,
                    String.join("\n", asked) + "\n\nChoose from:\n\n" + String.join("\n", ends),
                    String.join("\n", pairs),
                    List.of()));
            return;
        }
        String answer = right.size() > 1 && !wrong
                ? right.get(0) + "\n\nAlso right: " + String.join("; ", right.subList(1, right.size())) + "."
                : String.join("\n\n", right);
        cards.add(new Card(line, topic, prompt, wrong ? listed(all) : "", answer, List.of()));
    }

    private static int unescaped(String text, char c, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\n", "\n").replaceAll("\\\\([~=#{}:\\\\])", "$1");
    }

    // ---- Moodle XML

    static boolean isMoodle(String text) {
        return text.length() > 0
                && text.substring(0, Math.min(2_000, text.length())).contains("<quiz");
    }

    static Cards moodle(String text) {
        List<Card> cards = new ArrayList<>();
        List<ImportWarning> warnings = new ArrayList<>();
        Document quiz = Jsoup.parse(text, "", Parser.xmlParser().setTrackPosition(true));
        String topic = "";
        for (Element question : quiz.select("quiz > question")) {
            int line = Math.max(1, question.sourceRange().start().lineNumber());
            String type = question.attr("type");
            if (type.equals("category")) {
                topic = said(question.selectFirst("category"))
                        .replaceFirst("^\\$(?:course|module|system)\\$/?", "")
                        .replaceFirst("^top/", "")
                        .replace("/", Sections.DEEPER);
                continue;
            }
            String prompt = said(question.selectFirst("> questiontext")).replaceAll("\\s*\\n\\s*", " ");
            String feedback = said(question.selectFirst("> generalfeedback"));
            List<String> all = new ArrayList<>();
            List<String> right = new ArrayList<>();
            for (Element answer : question.select("> answer")) {
                String words = said(answer);
                if (words.isBlank()) {
                    continue;
                }
                all.add(words);
                if (!answer.attr("fraction").matches("0(?:\\.0+)?|-.*|")) {
                    String why = said(answer.selectFirst("> feedback"));
                    right.add(words + (why.isEmpty() ? "" : "\n\n" + why));
                }
            }
            String more = feedback.isEmpty() ? "" : "\n\n" + feedback;
            switch (type) {
                case "essay" ->
                    cards.add(new Card(line, topic, prompt, said(question.selectFirst("> graderinfo")) + more));
                case "truefalse" ->
                    cards.add(new Card(
                            line,
                            topic,
                            "True or false? " + prompt,
                            (right.isEmpty()
                                            ? ""
                                            : right.get(0).equalsIgnoreCase("true")
                                                    ? "True."
                                                    : right.get(0).equalsIgnoreCase("false") ? "False." : right.get(0))
                                    + more));
                case "multichoice" ->
                    cards.add(new Card(line, topic, prompt, listed(all), String.join("\n\n", right) + more, List.of()));
                case "matching" -> {
                    List<String> asked = new ArrayList<>();
                    List<String> ends = new ArrayList<>();
                    List<String> pairs = new ArrayList<>();
                    for (Element sub : question.select("> subquestion")) {
                        String end = said(sub.selectFirst("> answer"));
                        String words = said(sub);
                        ends.add("- " + end);
                        if (!words.isBlank()) {
                            asked.add("- " + words);
                            pairs.add("- " + words + ": " + end);
                        }
                    }
                    ends.sort(String::compareTo);
                    cards.add(new Card(
                            line,
                            topic,
                            prompt,
                            String.join("\n", asked) + "\n\nChoose from:\n\n" + String.join("\n", ends),
                            String.join("\n", pairs) + more,
                            List.of()));
                }
                case "description" ->
                    warnings.add(new ImportWarning(line, "This is a description and asks nothing; it is left out."));
                default -> {
                    String also = right.size() > 1
                            ? "\n\nAlso right: " + String.join("; ", right.subList(1, right.size())) + "."
                            : "";
                    cards.add(new Card(line, topic, prompt, (right.isEmpty() ? "" : right.get(0)) + also + more));
                    if (!type.equals("shortanswer") && !type.equals("numerical")) {
                        warnings.add(new ImportWarning(
                                line,
                                "Questions of the type '" + type
                                        + "' are read by their text and answers only; look at this one."));
                    }
                }
            }
        }
        return new Cards("a quiz in Moodle's XML", cards, warnings);
    }

    /** The text of an element: its own {@code text} child, HTML as Markdown. */
    private static String said(@org.jspecify.annotations.Nullable Element element) {
        if (element == null) {
            return "";
        }
        Element text = element.selectFirst("> text");
        String words = text == null ? "" : text.wholeText().strip();
        return words.contains("<") || words.contains("&") ? HtmlText.markdown(words) : words;
    }
}
