package rejoinder.pack;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.bank.Topic;

/** The text of one pack, changed question by question: what is not touched stays as it is, to the byte. */
final class PackText {
    private static final String ALLOWED = "### Allowed shortfalls";

    private List<String> head;
    private final List<Section> sections = new ArrayList<>();

    /** The lines of a question, from its heading to the next; its slug is empty if it cannot be read. */
    private record Section(String slug, List<String> lines) {}

    private PackText(List<String> head) {
        this.head = head;
    }

    /** A pack without questions. */
    static PackText of(Topic topic) {
        return new PackText(PackWriter.write(topic, List.of()).lines().toList());
    }

    /** A pack that is there already. */
    static PackText of(String markdown) {
        List<String> lines = SourceText.clean(markdown).lines().toList();
        List<Integer> headings = headings(lines);
        ParsedPack parsed = PackParser.parse(markdown, "pack");
        PackText text = new PackText(lines.subList(0, headings.isEmpty() ? lines.size() : headings.get(0) - 1));
        for (int i = 0; i < headings.size(); i++) {
            int from = headings.get(i);
            int to = i + 1 < headings.size() ? headings.get(i + 1) : lines.size() + 1;
            text.sections.add(new Section(slugAt(parsed, from), lines.subList(from - 1, to - 1)));
        }
        return text;
    }

    private static String slugAt(ParsedPack parsed, int line) {
        for (int i = 0; i < parsed.questions().size(); i++) {
            if (parsed.lines().get(i).heading() == line) {
                return parsed.questions().get(i).id().slug();
            }
        }
        return "";
    }

    /** Lines of the headings that begin a question; 1 is the first line of the file. */
    private static List<Integer> headings(List<String> lines) {
        int close = 1;
        while (close < lines.size() && !lines.get(close).stripTrailing().equals("---")) {
            close++;
        }
        if (close >= lines.size()) {
            return List.of();
        }
        MarkdownText body = new MarkdownText(String.join("\n", lines.subList(close + 1, lines.size())), close + 2);
        List<Integer> headings = new ArrayList<>();
        for (Node block : body.blocks()) {
            if (block instanceof Heading heading && heading.getLevel() == 2 && heading.isAtxHeading()) {
                headings.add(body.line(heading));
            }
        }
        return headings;
    }

    /** Puts a question in place of another, or behind the last if there is none of that slug. */
    void put(String slug, Question question) {
        List<String> lines = new ArrayList<>(
                PackWriter.section(question).stripLeading().lines().toList());
        int at = indexOf(slug);
        if (at < 0) {
            lines.add("");
            if (sections.isEmpty()) {
                endWithBlank(head).ifPresent(blank -> head = blank);
            } else {
                Section last = sections.get(sections.size() - 1);
                endWithBlank(last.lines)
                        .ifPresent(blank -> sections.set(sections.size() - 1, new Section(last.slug, blank)));
            }
            sections.add(new Section(question.id().slug(), lines));
            return;
        }
        allowed(sections.get(at).lines).forEach(lines::add);
        lines.add("");
        sections.set(at, new Section(question.id().slug(), lines));
    }

    private static Optional<List<String>> endWithBlank(List<String> lines) {
        if (lines.isEmpty() || lines.get(lines.size() - 1).isBlank()) {
            return Optional.empty();
        }
        List<String> ended = new ArrayList<>(lines);
        ended.add("");
        return Optional.of(ended);
    }

    /** What the record of a question does not hold, and an edit must not lose. */
    private static List<String> allowed(List<String> section) {
        List<String> kept = new ArrayList<>();
        boolean inside = false;
        for (String line : section) {
            if (line.startsWith("### ")) {
                inside = line.strip().equals(ALLOWED);
                if (inside) {
                    kept.add("");
                }
            }
            if (inside) {
                kept.add(line);
            }
        }
        while (!kept.isEmpty() && kept.get(kept.size() - 1).isBlank()) {
            kept.remove(kept.size() - 1);
        }
        return kept;
    }

    void remove(String slug) {
        int at = indexOf(slug);
        if (at >= 0) {
            sections.remove(at);
        }
    }

    private int indexOf(String slug) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).slug.equals(slug)) {
                return i;
            }
        }
        return -1;
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }

    /** The whole text. */
    String markdown() {
        List<String> lines = new ArrayList<>(head);
        sections.forEach(section -> lines.addAll(section.lines));
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
