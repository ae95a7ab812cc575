package rejoinder.pack;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Source;

/** Reads the sections of a question that are lists. */
final class ListReader {
    private static final Pattern KEY_POINT =
            Pattern.compile("([^\\s:(]+)\\s*\\((\\d{1,9})((?:\\s*,\\s*\\w+)*)\\)\\s*:\\s*(\\S.*)");
    private static final Pattern PART = Pattern.compile("(Short|Ask|Output):\\s*(\\S.*)");
    private static final Pattern BELOW_MISCONCEPTION = Pattern.compile("(Why|True):\\s*(\\S.*)");
    private static final Pattern CODE = Pattern.compile("(`+) ?(.+?) ?\\1");
    private static final Pattern MISCONCEPTION = Pattern.compile("([^\\s:(]+)\\s*:\\s*(\\S.*)");
    private static final Pattern ALLOWED = Pattern.compile("([^\\s:]+)(?:\\s+([^\\s:]+))?\\s*:\\s*(\\S.*)");
    private static final int HEAVIEST = 10;
    private static final int LONGEST_SHORT_FORM = 8;

    private final MarkdownText body;
    private final Problems problems;

    /** A list item: its own text on one line, and the texts of its nested list. */
    private record Item(int line, Node paragraph, String text, List<Item> nested) {}

    ListReader(MarkdownText body, Problems problems) {
        this.body = body;
        this.problems = problems;
    }

    List<Placed<KeyPoint>> keyPoints(String section, int line, List<Node> blocks) {
        List<Placed<KeyPoint>> points = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Item item : items(section, line, blocks)) {
            Matcher form = KEY_POINT.matcher(item.text);
            if (!form.matches() || !QuestionId.isSlug(form.group(1))) {
                problems.add(
                        item.line,
                        "This is not a key point; write `- its-id (2): A full sentence.` or `- its-id (1, bonus): ...`.");
                continue;
            }
            Integer first = lines.putIfAbsent(form.group(1), item.line);
            if (first != null) {
                problems.add(
                        item.line,
                        "The key point '" + form.group(1) + "' is already on line " + first
                                + "; give this one another id.");
                continue;
            }
            int weight = Integer.parseInt(form.group(2));
            if (weight < 1 || weight > HEAVIEST) {
                problems.add(
                        item.line,
                        "The weight of a key point is 1 to 10, not " + weight + "; write a number in that range.");
                continue;
            }
            keyPoint(form, weight, item).ifPresent(point -> points.add(new Placed<>(point, item.line)));
        }
        return points;
    }

    private Optional<KeyPoint> keyPoint(Matcher form, int weight, Item item) {
        Set<String> marks = new LinkedHashSet<>();
        for (String mark : form.group(3).split(",", -1)) {
            if (!mark.isBlank()) {
                marks.add(mark.strip());
            }
        }
        if (!Set.of("bonus", "exact").containsAll(marks)) {
            problems.add(
                    item.line, "After the weight comes `bonus`, `exact` or nothing; write `- its-id (1, bonus): ...`.");
            return Optional.empty();
        }
        int before = problems.count();
        String shortForm = "";
        String ask = "";
        List<String> outputs = new ArrayList<>();
        List<String> wordings = new ArrayList<>();
        for (Item below : item.nested) {
            if (!below.nested.isEmpty()) {
                problems.add(below.line, "An accepted wording has no list below it; move the items up.");
            }
            Matcher part = PART.matcher(below.text);
            if (!part.matches()) {
                wordings.add(below.text);
                continue;
            }
            switch (part.group(1)) {
                case "Short" -> {
                    once(shortForm, "Short", below);
                    shortForm = part.group(2);
                    if (shortForm.split("\\s+").length > LONGEST_SHORT_FORM) {
                        problems.add(below.line, "The short form has more than eight words; shorten it.");
                    }
                }
                case "Ask" -> {
                    once(ask, "Ask", below);
                    ask = part.group(2);
                    if (!ask.endsWith("?")) {
                        problems.add(below.line, "`Ask:` holds a yes-no question; end it with a question mark.");
                    }
                }
                default -> {
                    Matcher code = CODE.matcher(part.group(2));
                    if (code.matches()) {
                        outputs.add(code.group(2));
                    } else {
                        problems.add(
                                below.line, "`Output:` holds one printed line in backticks; write `Output: `[1, 2]``.");
                    }
                }
            }
        }
        if (marks.contains("exact") && outputs.isEmpty() && problems.count() == before) {
            problems.add(item.line, "This point is exact but has no output; add `  - Output: ` with the printed line.");
        } else if (!marks.contains("exact") && !outputs.isEmpty()) {
            problems.add(item.line, "This point has an output but is not exact; write `(" + weight + ", exact)`.");
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new KeyPoint(
                        form.group(1),
                        weight,
                        marks.contains("bonus"),
                        form.group(4),
                        wordings,
                        shortForm,
                        ask,
                        outputs));
    }

    private void once(String held, String name, Item item) {
        if (!held.isEmpty()) {
            problems.add(item.line, "A key point has one `" + name + ":`; keep one of the two.");
        }
    }

    List<Placed<Misconception>> misconceptions(int line, List<Node> blocks, List<KeyPoint> keyPoints) {
        Set<String> known = keyPoints.stream().map(KeyPoint::id).collect(Collectors.toSet());
        List<Placed<Misconception>> found = new ArrayList<>();
        for (Item item : items("Misconceptions", line, blocks)) {
            Matcher form = MISCONCEPTION.matcher(item.text);
            if (!form.matches() || !QuestionId.isSlug(form.group(1))) {
                problems.add(
                        item.line, "This is not a misconception; write `- key-point-id: What people wrongly say.`");
            } else if (!known.contains(form.group(1))) {
                problems.add(
                        item.line,
                        "There is no key point '" + form.group(1)
                                + "' in this question; name the one that is contradicted.");
            } else {
                found.add(new Placed<>(misconception(form.group(1), form.group(2), item), item.line));
            }
        }
        return found;
    }

    private Misconception misconception(String point, String statement, Item item) {
        String why = "";
        List<String> neighbours = new ArrayList<>();
        for (Item below : item.nested) {
            Matcher form = BELOW_MISCONCEPTION.matcher(below.text);
            if (!form.matches() || !below.nested.isEmpty()) {
                problems.add(
                        below.line,
                        "Below a misconception there are only `- Why: what is right` and `- True: a true sentence in like words`; take out the rest.");
            } else if (form.group(1).equals("Why")) {
                if (!why.isEmpty()) {
                    problems.add(below.line, "A misconception has one `Why:`; keep one of the two.");
                }
                why = form.group(2);
            } else {
                neighbours.add(form.group(2));
                if (form.group(2).equalsIgnoreCase(statement)) {
                    problems.add(below.line, "This true neighbour is the misconception itself; write a true sentence.");
                }
            }
        }
        return new Misconception(point, statement, why, neighbours);
    }

    List<AllowedShortfall> allowed(int line, List<Node> blocks) {
        List<AllowedShortfall> allowed = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Item item : items("Allowed shortfalls", line, blocks)) {
            Matcher form = ALLOWED.matcher(item.text);
            if (!form.matches() || !item.nested.isEmpty()) {
                problems.add(
                        item.line,
                        "This allows no shortfall; write `- rule: The reason.` or `- rule part: The reason.`, with nothing below it.");
                continue;
            }
            String part = form.group(2) == null ? "" : form.group(2);
            Integer first = lines.putIfAbsent(form.group(1) + " " + part, item.line);
            if (first != null) {
                problems.add(item.line, "This is already allowed on line " + first + "; keep one of the two.");
                continue;
            }
            allowed.add(new AllowedShortfall(item.line, form.group(1), part, form.group(3)));
        }
        return allowed;
    }

    List<Source> sources(int line, List<Node> blocks) {
        List<Source> sources = new ArrayList<>();
        for (Item item : items("Sources", line, blocks)) {
            List<Node> inline = MarkdownText.children(item.paragraph);
            Node only = inline.size() == 1 && item.nested.isEmpty() ? inline.get(0) : item.paragraph;
            String url = "";
            String title = "";
            if (only instanceof Link link) {
                url = link.getUrl().unescape();
                title = Escaping.unescapeString(MarkdownText.oneLine(link.getText()));
            } else if (only instanceof AutoLink link) {
                url = link.getText().toString();
                title = url;
            }
            if (!url.matches("https?://[^\\s/]\\S*") || title.isBlank()) {
                problems.add(item.line, "This is not a source; write `- [Title](https://...)` and nothing else.");
            } else {
                sources.add(new Source(title, url));
            }
        }
        return sources;
    }

    private List<Item> items(String section, int line, List<Node> blocks) {
        List<Item> items = new ArrayList<>();
        for (Node block : blocks) {
            if (block instanceof ListBlock list) {
                items.addAll(items(list));
            } else {
                problems.add(
                        body.line(block),
                        "'" + section + "' holds a list and nothing else; begin this line with `- ` or move it.");
            }
        }
        if (blocks.isEmpty()) {
            problems.add(line, "'" + section + "' is empty; write its list or take the heading out.");
        }
        return items;
    }

    private List<Item> items(ListBlock list) {
        List<Item> items = new ArrayList<>();
        for (Node child : list.getChildren()) {
            if (child instanceof ListItem item) {
                read(item, items);
            }
        }
        return items;
    }

    private void read(ListItem item, List<Item> items) {
        Node first = item.getFirstChild();
        if (!(first instanceof Paragraph)) {
            problems.add(body.line(item), "This list item has no text; write it after the mark or take the mark out.");
            return;
        }
        List<Item> nested = new ArrayList<>();
        for (Node next = first.getNext(); next != null; next = next.getNext()) {
            if (next instanceof ListBlock list) {
                nested.addAll(items(list));
            } else {
                problems.add(
                        body.line(next),
                        "A list item is one paragraph, with a list below it at most; join or move this.");
            }
        }
        items.add(new Item(body.line(item), first, MarkdownText.oneLine(first.getChars()), nested));
    }
}
