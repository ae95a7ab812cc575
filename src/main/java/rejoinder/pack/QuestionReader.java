package rejoinder.pack;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;

/** Reads one question of a pack: its heading, its yaml block and its sections. */
final class QuestionReader {
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("id", "difficulty", "minutes", "tags", "self-graded"));
    private static final Pattern REFERENCE = Pattern.compile("Reference answer(?:\\s*:\\s*(.*))?");
    private static final Set<String> ONCE = new LinkedHashSet<>(List.of(
            "Key points",
            "Proposed points",
            "Misconceptions",
            "Follow-up",
            "Follow-up answer",
            "Follow-up points",
            "Sources",
            "Allowed shortfalls"));
    private static final int MOST_MINUTES = 60;

    private final MarkdownText body;
    private final String topic;
    private final List<Node> blocks;
    private final int end;
    private final Problems problems;

    /** A {@code ###} heading and what is below it. */
    private record Section(String heading, int line, String text, List<Node> blocks) {}

    /**
     * Prepares to read a question.
     *
     * @param blocks the heading and all blocks up to the next question
     * @param end offset of the next question or of the end of the text
     */
    QuestionReader(MarkdownText body, String topic, List<Node> blocks, int end, Problems problems) {
        this.body = body;
        this.topic = topic;
        this.blocks = blocks;
        this.end = end;
        this.problems = problems;
    }

    /** A question and where it is. */
    record Read(Question question, QuestionLines lines) {}

    /** The question; empty if anything in it is a problem. */
    Optional<Read> read() {
        int before = problems.count();
        checkBlocks();
        Heading heading = (Heading) blocks.get(0);
        String prompt = MarkdownText.oneLine(heading.getText());
        if (prompt.isEmpty()) {
            problems.add(body.line(heading), "This heading is empty; write the question after the `## `.");
        }
        boolean hasYaml = blocks.size() > 1
                && blocks.get(1) instanceof FencedCodeBlock fence
                && fence.getInfo().toString().strip().equals("yaml");
        if (!hasYaml) {
            problems.add(
                    body.line(heading),
                    "No yaml block follows this question; put a ```yaml block with id, difficulty and minutes right below it.");
        }
        int firstOfContext = hasYaml ? 2 : 1;
        int firstSection = firstOfContext;
        while (firstSection < blocks.size() && !isSection(blocks.get(firstSection))) {
            firstSection++;
        }
        int contextEnd = firstSection < blocks.size() ? blocks.get(firstSection).getStartOffset() : end;
        String context = firstOfContext < firstSection
                ? textBetween(blocks.get(firstOfContext).getStartOffset(), contextEnd)
                : "";
        List<Section> sections = sections(firstSection);
        if (!hasYaml) {
            readSections(sections, false, body.line(heading));
            return Optional.empty();
        }
        Optional<Read> question =
                assemble(prompt, context, (FencedCodeBlock) blocks.get(1), sections, body.line(heading));
        return problems.count() == before ? question : Optional.empty();
    }

    private static boolean isSection(Node block) {
        return block instanceof Heading heading && heading.getLevel() == 3;
    }

    private void checkBlocks() {
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                checkHeading(heading);
            }
            for (FencedCodeBlock fence : MarkdownText.fences(block)) {
                if (!MarkdownText.isClosed(fence)) {
                    problems.add(
                            body.line(fence), "This code fence is never closed; end it with a line of the same marks.");
                }
                boolean isOutput = fence.getInfo().toString().strip().equals("output");
                if (isOutput
                        && !(fence.getPrevious() instanceof FencedCodeBlock code
                                && info(code).equals("python"))) {
                    problems.add(
                            body.line(fence),
                            "This output block follows no python block; put it right behind the code that prints it.");
                }
            }
        }
    }

    private static String info(FencedCodeBlock fence) {
        return fence.getInfo().toString().strip();
    }

    private void checkHeading(Heading heading) {
        if (heading.isSetextHeading()) {
            problems.add(
                    body.line(heading),
                    "The line of marks below this text makes it a heading; put a blank line above the marks or a `#` form in its place.");
        } else if (heading.getLevel() == 1) {
            problems.add(
                    body.line(heading),
                    "A pack has no `# ` heading, its title is in the front matter; write `## ` for a question.");
        }
    }

    private List<Section> sections(int first) {
        List<Section> sections = new ArrayList<>();
        int start = first;
        while (start < blocks.size()) {
            Heading heading = (Heading) blocks.get(start);
            int next = start + 1;
            while (next < blocks.size() && !isSection(blocks.get(next))) {
                next++;
            }
            int textEnd = next < blocks.size() ? blocks.get(next).getStartOffset() : end;
            sections.add(new Section(
                    MarkdownText.oneLine(heading.getText()),
                    body.line(heading),
                    textBetween(body.startOfNextLine(heading.getEndOffset()), textEnd),
                    blocks.subList(start + 1, next)));
            start = next;
        }
        return sections;
    }

    private String textBetween(int from, int to) {
        int start = body.startOfLine(from);
        return start >= to ? "" : MarkdownText.trimBlankLines(body.text().substring(start, to));
    }

    /** What the sections hold. */
    private record Parts(
            List<Placed<ReferenceAnswer>> references,
            List<Placed<KeyPoint>> keyPoints,
            List<Placed<KeyPoint>> proposed,
            List<Placed<Misconception>> misconceptions,
            FollowUp followUp,
            List<Source> sources,
            List<AllowedShortfall> allowed) {}

    private Parts readSections(List<Section> sections, boolean selfGraded, int line) {
        List<Placed<ReferenceAnswer>> references = new ArrayList<>();
        Map<String, Section> once = new LinkedHashMap<>();
        for (Section section : sections) {
            Matcher reference = REFERENCE.matcher(section.heading);
            if (reference.matches()) {
                String label =
                        reference.group(1) == null ? "" : reference.group(1).strip();
                if (section.text.isBlank()) {
                    problems.add(section.line, "This reference answer is empty; write it or take the heading out.");
                } else {
                    references.add(new Placed<>(new ReferenceAnswer(label, section.text), section.line));
                }
            } else if (!ONCE.contains(section.heading)) {
                problems.add(
                        section.line,
                        "Unknown section '" + section.heading + "'; the sections are Reference answer, "
                                + String.join(", ", ONCE) + ", and smaller headings begin with `####`.");
            } else if (once.putIfAbsent(section.heading, section) != null) {
                problems.add(section.line, "A question has one section '" + section.heading + "'; join the two.");
            }
        }
        boolean hasReference =
                sections.stream().anyMatch(s -> REFERENCE.matcher(s.heading).matches());
        if (!hasReference && !selfGraded) {
            problems.add(
                    line,
                    "This question has no reference answer; write `### Reference answer` or mark it `self-graded: true`.");
        } else if (hasReference && selfGraded) {
            problems.add(line, "This question is self-graded and has a reference answer; take one of the two out.");
        }
        ListReader lists = new ListReader(body, problems);
        List<Placed<KeyPoint>> keyPoints = List.of();
        List<Placed<Misconception>> misconceptions = List.of();
        List<AllowedShortfall> allowed = List.of();
        List<Source> sources = List.of();
        Section points = once.get("Key points");
        if (points != null) {
            keyPoints = lists.keyPoints("Key points", points.line, points.blocks);
            if (!keyPoints.isEmpty()
                    && keyPoints.stream().allMatch(point -> point.what().bonus())) {
                problems.add(
                        points.line,
                        "Every point of this question is bonus; mark the ones that full marks need as core.");
            }
        }
        Section offered = once.get("Proposed points");
        List<Placed<KeyPoint>> proposed =
                offered == null ? List.of() : lists.keyPoints("Proposed points", offered.line, offered.blocks);
        Section wrong = once.get("Misconceptions");
        if (wrong != null) {
            misconceptions = lists.misconceptions(wrong.line, wrong.blocks, Placed.things(keyPoints));
        }
        Section links = once.get("Sources");
        if (links != null) {
            sources = lists.sources(links.line, links.blocks);
        }
        Section known = once.get("Allowed shortfalls");
        if (known != null) {
            allowed = lists.allowed(known.line, known.blocks);
        }
        FollowUp followUp = followUp(once, lists);
        return new Parts(references, keyPoints, proposed, misconceptions, followUp, sources, allowed);
    }

    private FollowUp followUp(Map<String, Section> once, ListReader lists) {
        Section prompt = once.get("Follow-up");
        Section answer = once.get("Follow-up answer");
        Section points = once.get("Follow-up points");
        List<KeyPoint> found = List.of();
        if (points != null) {
            found = Placed.things(lists.keyPoints("Follow-up points", points.line, points.blocks));
            needs(points, answer, "A follow-up that is marked has an answer, too; write '### Follow-up answer'.");
        }
        if (answer != null) {
            needs(answer, points, "A follow-up that is marked has points, too; write '### Follow-up points'.");
            needs(answer, prompt, "There is no '### Follow-up' that this answers; write the question.");
        }
        return new FollowUp(filled(prompt), filled(answer), found);
    }

    private void needs(Section section, @Nullable Section other, String problem) {
        if (other == null) {
            problems.add(section.line, problem);
        }
    }

    private String filled(@Nullable Section section) {
        if (section == null) {
            return "";
        }
        if (section.text.isBlank()) {
            problems.add(section.line, "'" + section.heading + "' is empty; write its text or take the heading out.");
        }
        return section.text;
    }

    private Optional<Read> assemble(
            String prompt, String context, FencedCodeBlock yaml, List<Section> sections, int line) {
        YamlBlock block =
                YamlBlock.read(yaml.getContentChars().toString(), "yaml block", body.line(yaml) + 1, KEYS, problems);
        Optional<String> id = block.text("id", "tuple-vs-list");
        Optional<String> difficultyWord = block.text("difficulty", "junior");
        Optional<String> minutesText = block.text("minutes", "3");
        List<String> tags = block.list("tags", "[list, tuple]");
        Optional<String> selfGradedText =
                block.has("self-graded") ? block.text("self-graded", "true") : Optional.of("false");
        Parts parts =
                readSections(sections, selfGradedText.filter("true"::equals).isPresent(), line);

        if (id.isPresent() && !QuestionId.isSlug(id.get())) {
            problems.add(
                    block.line("id"),
                    "'" + id.get()
                            + "' is not an id; write lower-case letters, digits and single hyphens, at most 100.");
        }
        Optional<Difficulty> difficulty = difficultyWord.flatMap(Difficulty::ofWord);
        if (difficultyWord.isPresent() && difficulty.isEmpty()) {
            problems.add(
                    block.line("difficulty"),
                    "The difficulty is junior, middle or senior, not '" + difficultyWord.get()
                            + "'; write one of the three.");
        }
        Optional<Integer> minutes = minutesText
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= MOST_MINUTES);
        if (minutesText.isPresent() && minutes.isEmpty()) {
            problems.add(
                    block.line("minutes"),
                    "'minutes' is a whole number from 1 to 60, not '" + minutesText.get() + "'; write `minutes: 3`.");
        }
        if (selfGradedText
                .filter(text -> !text.equals("true") && !text.equals("false"))
                .isPresent()) {
            problems.add(
                    block.line("self-graded"),
                    "'self-graded' is true or false; write `self-graded: true` or take it out.");
        }
        boolean selfGraded = selfGradedText.filter("true"::equals).isPresent();
        if (id.filter(QuestionId::isSlug).isEmpty()
                || difficulty.isEmpty()
                || minutes.isEmpty()
                || (parts.references.isEmpty() && !selfGraded)) {
            return Optional.empty();
        }
        Question question = new Question(
                new QuestionId(topic, id.get()),
                prompt,
                context,
                difficulty.get(),
                Duration.ofMinutes(minutes.get()),
                tags,
                Placed.things(parts.references),
                Placed.things(parts.keyPoints),
                Placed.things(parts.misconceptions),
                parts.followUp,
                parts.sources,
                List.of(),
                selfGraded,
                Placed.things(parts.proposed));
        return Optional.of(new Read(
                question,
                new QuestionLines(
                        line,
                        Placed.lines(parts.references),
                        Placed.lines(parts.keyPoints),
                        Placed.lines(parts.misconceptions),
                        parts.allowed)));
    }
}
