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
import java.util.List;
import java.util.Map;
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
    private static final Pattern KEY_POINT = Pattern.compile("([^\\s:(]+)\\s*\\((\\d{1,9})\\)\\s*:\\s*(\\S.*)");
    private static final Pattern MISCONCEPTION = Pattern.compile("([^\\s:(]+)\\s*:\\s*(\\S.*)");
    private static final Pattern WHY = Pattern.compile("Why:\\s*(\\S.*)");
    private static final Pattern ALLOWED = Pattern.compile("([^\\s:]+)(?:\\s+([^\\s:]+))?\\s*:\\s*(\\S.*)");
    private static final int HEAVIEST = 10;

    private final MarkdownText body;
    private final Problems problems;

    /** A list item: its own text on one line, and the texts of its nested list. */
    private record Item(int line, Node paragraph, String text, List<Item> nested) {}

    ListReader(MarkdownText body, Problems problems) {
        this.body = body;
        this.problems = problems;
    }

    List<Placed<KeyPoint>> keyPoints(int line, List<Node> blocks) {
        List<Placed<KeyPoint>> points = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Item item : items("Key points", line, blocks)) {
            Matcher form = KEY_POINT.matcher(item.text);
            if (!form.matches() || !QuestionId.isSlug(form.group(1))) {
                problems.add(item.line, "This is no key point; write `- its-id (2): A full sentence.`");
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
            points.add(new Placed<>(new KeyPoint(form.group(1), weight, form.group(3), wordings(item)), item.line));
        }
        return points;
    }

    private List<String> wordings(Item item) {
        item.nested.stream()
                .filter(wording -> !wording.nested.isEmpty())
                .forEach(wording ->
                        problems.add(wording.line, "An accepted wording has no list below it; move the items up."));
        return item.nested.stream().map(Item::text).toList();
    }

    List<Placed<Misconception>> misconceptions(int line, List<Node> blocks, List<KeyPoint> keyPoints) {
        Set<String> known = keyPoints.stream().map(KeyPoint::id).collect(Collectors.toSet());
        List<Placed<Misconception>> found = new ArrayList<>();
        for (Item item : items("Misconceptions", line, blocks)) {
            Matcher form = MISCONCEPTION.matcher(item.text);
            if (!form.matches() || !QuestionId.isSlug(form.group(1))) {
                problems.add(item.line, "This is no misconception; write `- key-point-id: What people wrongly say.`");
            } else if (!known.contains(form.group(1))) {
                problems.add(
                        item.line,
                        "There is no key point '" + form.group(1)
                                + "' in this question; name the one that is contradicted.");
            } else {
                found.add(new Placed<>(new Misconception(form.group(1), form.group(2), why(item)), item.line));
            }
        }
        return found;
    }

    private String why(Item item) {
        if (item.nested.isEmpty()) {
            return "";
        }
        Matcher form = WHY.matcher(item.nested.get(0).text);
        if (item.nested.size() > 1 || !item.nested.get(0).nested.isEmpty() || !form.matches()) {
            problems.add(
                    item.nested.get(0).line,
                    "Below a misconception stands one item, `- Why: what is wrong with it`; take out the rest.");
            return "";
        }
        return form.group(1);
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
                problems.add(item.line, "This is no source; write `- [Title](https://...)` and nothing else.");
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
            problems.add(body.line(item), "This list item has no text; write it behind the mark or take the mark out.");
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
