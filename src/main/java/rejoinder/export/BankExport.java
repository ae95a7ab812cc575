package rejoinder.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.pack.Markup;

/** The questions of a bank in formats that other programs read. The same bank gives the same bytes. */
public final class BankExport {
    private static final String COMMA = ",";

    private BankExport() {}

    /** The formats of a bank. */
    public enum Form {
        /** The packs as they are, in a ZIP. */
        MARKDOWN("markdown", "rejoinder-packs.zip", "application/zip"),
        /** Notes for Anki, with tabs between the fields. */
        ANKI("anki", "rejoinder-anki.tsv", "text/tab-separated-values; charset=utf-8"),
        /** A table for a spreadsheet. */
        CSV("csv", "rejoinder.csv", "text/csv; charset=utf-8"),
        /** A quiz for Moodle and others. */
        GIFT("gift", "rejoinder.gift", "text/plain; charset=utf-8");

        private final String word;
        private final String file;
        private final String type;

        Form(String word, String file, String type) {
            this.word = word;
            this.file = file;
            this.type = type;
        }

        /** The form as it is named in addresses and on the command line. */
        public String word() {
            return word;
        }

        /** A name for the file. */
        public String file() {
            return file;
        }

        /** Media type. */
        public String type() {
            return type;
        }

        /** All forms by their words. */
        public static Map<String, Form> words() {
            Map<String, Form> words = new TreeMap<>();
            for (Form form : values()) {
                words.put(form.word, form);
            }
            return words;
        }
    }

    /**
     * The file.
     *
     * @param packs the text of each file of the bank, by its name
     */
    public static byte[] of(Form form, ItemBank bank, Map<String, String> packs) {
        return switch (form) {
            case MARKDOWN -> zip(packs);
            case ANKI -> anki(bank).getBytes(StandardCharsets.UTF_8);
            case CSV -> csv(bank).getBytes(StandardCharsets.UTF_8);
            case GIFT -> gift(bank).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return bytes.toByteArray();
    }

    private static String anki(ItemBank bank) {
        StringBuilder out = new StringBuilder("#separator:tab\n#html:true\n#deck column:3\n#tags column:4\n");
        each(bank, (topic, question) -> {
            String front = Markup.inline(question.prompt())
                    + (question.context().isEmpty() ? "" : Markup.html(question.context()));
            StringBuilder back = new StringBuilder();
            question.referenceAnswers().forEach(reference -> back.append(Markup.html(reference.text())));
            if (!question.keyPoints().isEmpty()) {
                back.append("<ul>");
                question.keyPoints()
                        .forEach(point -> back.append("<li>")
                                .append(Markup.inline(point.statement()))
                                .append("</li>"));
                back.append("</ul>");
            }
            out.append(field(front))
                    .append('\t')
                    .append(field(back.toString()))
                    .append('\t')
                    .append(field("Rejoinder::" + topic.title()))
                    .append('\t')
                    .append(field(String.join(" ", tags(question))))
                    .append('\n');
        });
        return out.toString();
    }

    /** Anki reads a field in quotes with line feeds and tabs in it. */
    private static String field(String text) {
        return "\"" + text.strip().replace("\"", "\"\"") + "\"";
    }

    private static List<String> tags(Question question) {
        List<String> tags = new ArrayList<>(List.of(question.difficulty().word()));
        question.tags().forEach(tag -> tags.add(tag.replace(' ', '-')));
        return tags;
    }

    private static String csv(ItemBank bank) {
        // the mark tells spreadsheets that it is UTF-8
        StringBuilder out =
                new StringBuilder("\uFEFFquestion,context,answer,key points,topic,difficulty,minutes,tags\r\n");
        each(
                bank,
                (topic, question) -> out.append(String.join(
                                COMMA,
                                cell(question.prompt()),
                                cell(question.context()),
                                cell(answer(question)),
                                cell(String.join(
                                        "\n",
                                        question.keyPoints().stream()
                                                .map(KeyPoint::statement)
                                                .toList())),
                                cell(topic.title()),
                                cell(question.difficulty().word()),
                                Long.toString(question.suggestedTime().toMinutes()),
                                cell(String.join(" ", question.tags()))))
                        .append("\r\n"));
        return out.toString();
    }

    private static String answer(Question question) {
        return question.referenceAnswers().stream()
                .map(ReferenceAnswer::text)
                .findFirst()
                .orElse("");
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    private static String gift(ItemBank bank) {
        StringBuilder out = new StringBuilder();
        String[] category = {""};
        each(bank, (topic, question) -> {
            if (!category[0].equals(topic.title())) {
                category[0] = topic.title();
                out.append("$CATEGORY: ")
                        .append(topic.title().replace('/', '-'))
                        .append("\n\n");
            }
            String context = question.context().isEmpty() ? "" : "\n\n" + question.context();
            String answer = answer(question);
            out.append("::")
                    .append(escaped(question.id().slug()))
                    .append("::[markdown]")
                    .append(escaped(question.prompt() + context))
                    .append(answer.isEmpty() ? " {}" : " {=" + escaped(answer) + "}")
                    .append("\n\n");
        });
        return out.toString();
    }

    /** GIFT ends a question at a blank line and has signs of its own. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\~=#{}:])", "\\\\$1").replace("\n", "\\n");
    }

    private interface Visitor {
        void question(Topic topic, Question question);
    }

    private static void each(ItemBank bank, Visitor visitor) {
        for (Topic topic : bank.topics()) {
            bank.questions(topic.id()).forEach(question -> visitor.question(topic, question));
        }
    }
}
