package rejoinder.pack;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Topic;

/** Writes a topic and its questions as a pack. */
public final class PackWriter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(?: [A-Za-z0-9_-]+)*");
    private static final Pattern SPECIAL_WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private PackWriter() {}

    /**
     * The Markdown of a pack.
     *
     * @throws IllegalArgumentException if a pack cannot hold a text, so that reading it again would not give the same topic and questions; an answer with an
     *     open code fence or a `##` heading is such a text
     */
    public static String write(Topic topic, List<Question> questions) {
        StringBuilder out = new StringBuilder("---\n");
        out.append("topic: ").append(yaml(topic.id())).append('\n');
        out.append("title: ").append(yaml(topic.title())).append('\n');
        out.append("order: ").append(topic.order()).append('\n');
        if (!topic.summary().isEmpty()) {
            out.append("summary: ").append(yaml(topic.summary())).append('\n');
        }
        out.append("---\n");
        questions.forEach(question -> write(question, out));
        String markdown = out.toString();

        ParsedPack again = PackParser.parse(markdown, topic.id() + ".md");
        if (!again.problems().isEmpty()) {
            throw new IllegalArgumentException("The topic " + topic.id() + " cannot be written as a pack: "
                    + again.problems().get(0));
        }
        if (again.topic().filter(topic::equals).isEmpty()
                || !again.questions()
                        .equals(questions.stream()
                                .map(question -> question.withStatements(List.of()))
                                .toList())) {
            throw new IllegalArgumentException("The topic " + topic.id()
                    + " cannot be written as a pack: some text of it would be read differently.");
        }
        return markdown;
    }

    /** The Markdown of one question, from its heading on. */
    static String section(Question question) {
        StringBuilder out = new StringBuilder();
        write(question, out);
        return out.toString();
    }

    private static void write(Question question, StringBuilder out) {
        // marks at the end of a heading only close it, so a prompt that ends in one gets a closing row
        String closing = question.prompt().endsWith("#") ? " ##" : "";
        out.append("\n## ").append(question.prompt()).append(closing).append("\n\n```yaml\n");
        out.append("id: ").append(yaml(question.id().slug())).append('\n');
        out.append("difficulty: ").append(question.difficulty().word()).append('\n');
        out.append("minutes: ").append(question.suggestedTime().toMinutes()).append('\n');
        if (!question.tags().isEmpty()) {
            out.append("tags: [")
                    .append(String.join(
                            ", ", question.tags().stream().map(PackWriter::yaml).toList()))
                    .append("]\n");
        }
        if (question.selfGraded()) {
            out.append("self-graded: true\n");
        }
        out.append("```\n");
        block(question.context(), out);
        for (ReferenceAnswer reference : question.referenceAnswers()) {
            out.append("\n### Reference answer");
            out.append(reference.label().isEmpty() ? "" : ": " + reference.label())
                    .append('\n');
            block(reference.text(), out);
        }
        if (!question.keyPoints().isEmpty()) {
            out.append("\n### Key points\n\n");
            question.keyPoints().forEach(point -> keyPoint(point, out));
        }
        if (!question.proposed().isEmpty()) {
            out.append("\n### Proposed points\n\n");
            question.proposed().forEach(point -> keyPoint(point, out));
        }
        if (!question.misconceptions().isEmpty()) {
            out.append("\n### Misconceptions\n\n");
            question.misconceptions().forEach(wrong -> misconception(wrong, out));
        }
        if (!question.followUp().isEmpty()) {
            out.append("\n### Follow-up\n");
            block(question.followUp().prompt(), out);
        }
        if (question.followUp().canBeMarked()) {
            out.append("\n### Follow-up answer\n");
            block(question.followUp().reference(), out);
            out.append("\n### Follow-up points\n\n");
            question.followUp().keyPoints().forEach(point -> keyPoint(point, out));
        }
        if (!question.sources().isEmpty()) {
            out.append("\n### Sources\n\n");
            question.sources().forEach(source -> source(source, out));
        }
    }

    private static void block(String markdown, StringBuilder out) {
        if (!markdown.isEmpty()) {
            out.append('\n').append(markdown).append('\n');
        }
    }

    private static void keyPoint(KeyPoint point, StringBuilder out) {
        out.append("- ").append(point.id()).append(" (").append(point.weight());
        out.append(point.bonus() ? ", bonus" : "").append(point.exact() ? ", exact" : "");
        out.append("): ").append(point.statement()).append('\n');
        below("Short", point.shortForm(), out);
        below("Ask", point.ask(), out);
        point.outputs().forEach(output -> below("Output", code(output), out));
        point.acceptedWordings()
                .forEach(wording -> out.append("  - ").append(wording).append('\n'));
    }

    private static void misconception(Misconception wrong, StringBuilder out) {
        out.append("- ")
                .append(wrong.keyPointId())
                .append(": ")
                .append(wrong.statement())
                .append('\n');
        below("Why", wrong.why(), out);
        wrong.trueNeighbours().forEach(neighbour -> below("True", neighbour, out));
    }

    private static void below(String name, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("  - ").append(name).append(": ").append(text).append('\n');
        }
    }

    private static String code(String output) {
        String marks = output.contains("`") ? "``" : "`";
        String space = output.startsWith("`") || output.endsWith("`") ? " " : "";
        return marks + space + output + space + marks;
    }

    private static void source(Source source, StringBuilder out) {
        String title = source.title().replaceAll("([\\\\\\[\\]`*_<&])", "\\\\$1");
        String url = source.url().matches("[^()<>\\\\\\s]+") ? source.url() : "<" + source.url() + ">";
        out.append("- [").append(title).append("](").append(url).append(")\n");
    }

    /** A YAML scalar, in quotes unless it is plain words that no reader takes for anything else. */
    private static String yaml(String text) {
        if (PLAIN.matcher(text).matches() && !SPECIAL_WORD.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
                quoted.append(String.format(Locale.ROOT, "\\u%04X", c)); // some of them end a line in YAML
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
