package rejoinder.pack;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/** Reads one pack; {@code content/README.md} is the manual of its format. */
public final class PackParser {
    /** Most questions in one file. */
    public static final int MOST_QUESTIONS = 2_000;

    /** Most characters in one question, from its heading to the next. */
    static final int LONGEST_QUESTION = 100_000;

    private static final Set<String> KEYS = new LinkedHashSet<>(List.of("topic", "title", "order", "summary"));
    private static final String FENCE = "---";

    private final String file;
    private final Problems problems;
    private final List<Question> questions = new ArrayList<>();
    private final List<QuestionLines> lines = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();

    private PackParser(String file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    /**
     * Reads a pack and finds all its problems in one run. A question with a problem is left out; a problem of the front matter leaves out every question, because
     * without a topic none has a name.
     *
     * @param markdown the whole file, with or without a byte order mark, with any line ends
     * @param file name for the problems
     */
    public static ParsedPack parse(String markdown, String file) {
        return new PackParser(file).parse(SourceText.clean(markdown));
    }

    private ParsedPack parse(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            problems.add(SourceText.lineOf(text, nul), "This line holds a NUL character; delete it.");
            return result(Optional.empty());
        }
        if (text.isBlank()) {
            problems.add(
                    1, "The file is empty; begin with front matter between two '---' lines, see content/README.md.");
            return result(Optional.empty());
        }
        List<String> fileLines = text.lines().toList();
        int close = closingFence(fileLines);
        if (close == 0) {
            return result(Optional.empty());
        }
        int before = problems.count();
        Optional<Topic> topic = topic(String.join("\n", fileLines.subList(1, close)));
        boolean sound = problems.count() == before;

        String body = String.join("\n", fileLines.subList(close + 1, fileLines.size()));
        readBody(new MarkdownText(body, close + 2), topic.map(Topic::id).orElse("unnamed"));
        return result(sound ? topic : Optional.empty());
    }

    private ParsedPack result(Optional<Topic> topic) {
        return topic.isPresent()
                ? new ParsedPack(file, topic, questions, lines, List.of(), problems.inOrder())
                : new ParsedPack(file, topic, List.of(), List.of(), List.of(), problems.inOrder());
    }

    /** Index of the line that closes the front matter; 0 after reporting that there is none. */
    private int closingFence(List<String> fileLines) {
        if (!fileLines.get(0).stripTrailing().equals(FENCE)) {
            problems.add(
                    1,
                    "The first line is not '---'; begin with front matter that names the topic, see content/README.md.");
            return 0;
        }
        for (int i = 1; i < fileLines.size(); i++) {
            if (fileLines.get(i).stripTrailing().equals(FENCE)) {
                return i;
            }
        }
        problems.add(1, "The front matter does not end; close it with a line '---'.");
        return 0;
    }

    private Optional<Topic> topic(String yaml) {
        YamlBlock block = YamlBlock.read(yaml, "front matter", 2, KEYS, problems);
        Optional<String> id = block.text("topic", "data-structures");
        Optional<String> title = block.text("title", "Data Structures");
        Optional<String> order = block.text("order", "4");
        String summary = block.has("summary")
                ? block.text("summary", "One line about it.").orElse("")
                : "";
        if (id.isPresent() && !QuestionId.isSlug(id.get())) {
            problems.add(
                    block.line("topic"),
                    "The topic id '" + id.get()
                            + "' is not an id; write lower-case letters, digits and single hyphens.");
            return Optional.empty();
        }
        if (order.isPresent() && !order.get().matches("\\d{1,9}")) {
            problems.add(
                    block.line("order"), "'order' is a whole number, not '" + order.get() + "'; write `order: 4`.");
            return Optional.empty();
        }
        if (id.isEmpty() || title.isEmpty() || order.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Topic(
                id.get(),
                MarkdownText.oneLine(title.get()),
                Integer.parseInt(order.get()),
                MarkdownText.oneLine(summary)));
    }

    private void readBody(MarkdownText body, String topic) {
        body.refusal().ifPresent(refusal -> problems.add(body.lineAt(refusal.offset()), refusal.message()));
        List<Node> current = new ArrayList<>();
        boolean strayReported = false;
        int asked = 0;
        for (Node block : body.blocks()) {
            if (block instanceof Heading heading && heading.getLevel() == 2 && heading.isAtxHeading()) {
                readQuestion(body, topic, current, block.getStartOffset());
                current = new ArrayList<>(List.of(block));
                if (++asked == MOST_QUESTIONS + 1) {
                    problems.add(
                            body.line(block),
                            "This is question 2,001 of the file; a file holds 2,000, so begin another.");
                }
            } else if (!current.isEmpty()) {
                current.add(block);
            } else if (!strayReported) {
                strayReported = true;
                problems.add(
                        body.line(block),
                        "This comes before the first question; begin a question with a `## ` heading or take it out.");
            }
        }
        readQuestion(body, topic, current, body.text().length());
    }

    private void readQuestion(MarkdownText body, String topic, List<Node> blocks, int end) {
        if (blocks.isEmpty()) {
            return;
        }
        int line = body.line(blocks.get(0));
        int length = body.text().codePointCount(blocks.get(0).getStartOffset(), end);
        if (length > LONGEST_QUESTION) {
            problems.add(
                    line,
                    "This question has " + length + " characters; a question holds at most 100,000, so split it.");
        }
        Optional<QuestionReader.Read> read = new QuestionReader(body, topic, blocks, end, problems).read();
        if (read.isEmpty() || length > LONGEST_QUESTION || questions.size() >= MOST_QUESTIONS) {
            return;
        }
        Question question = read.get().question();
        String slug = question.id().slug();
        Integer first = ids.putIfAbsent(slug, line);
        if (first != null) {
            problems.add(
                    line,
                    "The id '" + slug + "' is taken by the question on line " + first + "; give this one another.");
            return;
        }
        questions.add(question);
        lines.add(read.get().lines());
    }
}
