package rejoinder.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.intake.Importing;
import rejoinder.intake.Known;
import rejoinder.intake.Letter;
import rejoinder.intake.Preview;
import rejoinder.intake.ProposedPoints;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/**
 * What was found in some files.
 *
 * @param chosen how many questions would be written
 * @param look how many need a look
 * @param fresh how many the bank does not have
 * @param same how many were imported before and say the same
 * @param changed how many were imported before and say something else now
 * @param kept how many of the changed ones a person edited in the bank, which therefore stay unless the person decides otherwise
 * @param duplicates how many ask the same as a question that came from somewhere else
 * @param gone questions of an earlier import that the files no longer hold
 * @param tried how many have their letter
 * @param letters how many have each letter
 * @param topics titles of the topics that the questions would get
 * @param from place of the first item that is listed
 * @param listed how many there are to list
 */
record ImportJson(
        String id,
        List<FileJson> files,
        int questions,
        int chosen,
        int look,
        int fresh,
        int same,
        int changed,
        int kept,
        int duplicates,
        List<ThereJson> gone,
        int tried,
        Map<String, Integer> letters,
        List<String> topics,
        int from,
        int listed,
        List<LineJson> items) {
    /** What was found in one file. */
    record FileJson(
            String file,
            String shape,
            String how,
            int questions,
            int withAnswer,
            List<ImportedDocument.OtherReading> others,
            List<ImportWarning> warnings) {
        private static final int MOST_WARNINGS = 100;

        static FileJson of(ImportedDocument document) {
            // what is said about a question is shown with it
            Set<ImportWarning> ofQuestions = document.questions().stream()
                    .flatMap(question -> question.warnings().stream())
                    .collect(Collectors.toSet());
            return new FileJson(
                    document.file(),
                    document.shape().word(),
                    document.how(),
                    document.questions().size(),
                    document.withAnswer(),
                    document.others(),
                    document.warnings().stream()
                            .filter(warning -> !ofQuestions.contains(warning))
                            .limit(MOST_WARNINGS)
                            .toList());
        }
    }

    /** A question that the bank has. */
    record ThereJson(String id, String prompt) {
        static ThereJson of(QuestionId id, ItemBank bank, Rendering rendering) {
            return new ThereJson(
                    id.toString(),
                    bank.question(id)
                            .map(question -> rendering.text().apply(question.prompt()))
                            .orElse(""));
        }
    }

    /**
     * The question of the bank that one of an import stands for.
     *
     * @param kind {@code same}, {@code changed}, {@code duplicate} or {@code alike}
     * @param edited whether a person changed it since
     */
    record KnownJson(String id, String prompt, String kind, boolean edited) {
        static @Nullable KnownJson of(Preview.Item item, ItemBank bank, Rendering rendering) {
            return item.known()
                    .map(known -> {
                        ThereJson there = ThereJson.of(known.id(), bank, rendering);
                        return new KnownJson(there.id(), there.prompt(), word(known.kind()), known.edited());
                    })
                    .orElse(null);
        }
    }

    /**
     * A question in the list.
     *
     * @param number its place, 1 is the first
     * @param file index of its file
     * @param why why a person should look at it; empty if there is nothing to see
     */
    record LineJson(
            int key,
            int number,
            int file,
            int line,
            String prompt,
            String topic,
            String letter,
            String choice,
            boolean edited,
            String why) {
        static LineJson of(Preview.Item item, int number, Rendering rendering) {
            return new LineJson(
                    item.key(),
                    number,
                    item.file(),
                    item.question().line(),
                    rendering.text().apply(item.question().prompt()),
                    item.topic(),
                    item.letter().letter().word(),
                    word(item.choice()),
                    item.edited(),
                    ImportJson.look(item));
        }
    }

    /**
     * One question whole.
     *
     * @param first whether it is the first of its file
     * @param original the lines that it was read from
     * @param points the key points that are proposed
     * @param reason why it has its letter
     */
    record ItemJson(
            int key,
            int file,
            boolean first,
            int line,
            String prompt,
            String promptHtml,
            String context,
            String contextHtml,
            String answer,
            String answerHtml,
            String original,
            String topic,
            String letter,
            String reason,
            String choice,
            boolean edited,
            List<PointJson> points,
            List<String> followUps,
            List<ImportWarning> warnings,
            @Nullable KnownJson known) {
        static ItemJson of(
                Preview.Item item,
                boolean first,
                Importing.Original original,
                ProposedPoints proposed,
                ItemBank bank,
                Rendering rendering) {
            ImportedQuestion question = item.question();
            return new ItemJson(
                    item.key(),
                    item.file(),
                    first,
                    question.line(),
                    question.prompt(),
                    rendering.inline().apply(question.prompt()),
                    question.context(),
                    rendering.html().apply(question.context()),
                    question.answer(),
                    rendering.html().apply(question.answer()),
                    original.text(),
                    item.topic(),
                    item.letter().letter().word(),
                    item.letter().reason(),
                    word(item.choice()),
                    item.edited(),
                    item.whole().map(Question::keyPoints).orElseGet(() -> proposed.of(question)).stream()
                            .map(PointJson::of)
                            .toList(),
                    question.followUps(),
                    question.warnings(),
                    KnownJson.of(item, bank, rendering));
        }
    }

    /** A key point. */
    record PointJson(String statement, boolean bonus) {
        static PointJson of(KeyPoint point) {
            return new PointJson(point.statement(), point.bonus());
        }
    }

    static ImportJson of(Preview preview, boolean lookOnly, int from, int count, ItemBank bank, Rendering rendering) {
        List<Preview.Item> all = preview.items();
        Map<Known.Kind, Integer> known = new EnumMap<>(Known.Kind.class);
        Map<Letter.Kind, Integer> letters = new EnumMap<>(Letter.Kind.class);
        TreeSet<String> topics = new TreeSet<>();
        int chosen = 0;
        int look = 0;
        int kept = 0;
        List<LineJson> wanted = new ArrayList<>();
        int listed = 0;
        for (int i = 0; i < all.size(); i++) {
            Preview.Item item = all.get(i);
            item.known().ifPresent(there -> known.merge(there.kind(), 1, Integer::sum));
            letters.merge(item.letter().letter(), 1, Integer::sum);
            topics.add(item.topic());
            chosen += item.choice() == Preview.Choice.SKIP ? 0 : 1;
            look += item.needsLook() ? 1 : 0;
            kept += item.known().filter(Known::edited).isPresent() ? 1 : 0;
            if (!lookOnly || item.needsLook()) {
                if (listed >= from && listed < from + count) {
                    wanted.add(LineJson.of(item, i + 1, rendering));
                }
                listed++;
            }
        }
        int same = known.getOrDefault(Known.Kind.SAME, 0);
        int changed = known.getOrDefault(Known.Kind.CHANGED, 0);
        int duplicates = known.getOrDefault(Known.Kind.DUPLICATE, 0);
        return new ImportJson(
                preview.id(),
                preview.documents().stream().map(FileJson::of).toList(),
                all.size(),
                chosen,
                look,
                all.size() - same - changed - duplicates,
                same,
                changed,
                kept,
                duplicates,
                preview.gone().stream()
                        .map(id -> ThereJson.of(id, bank, rendering))
                        .toList(),
                preview.tried(),
                Map.of(
                        "A", letters.getOrDefault(Letter.Kind.A, 0),
                        "B", letters.getOrDefault(Letter.Kind.B, 0),
                        "C", letters.getOrDefault(Letter.Kind.C, 0)),
                List.copyOf(topics),
                from,
                listed,
                wanted);
    }

    /** The first thing that a person should know about a question. */
    private static String look(Preview.Item item) {
        Optional<Known> known = item.known().filter(same -> same.kind() != Known.Kind.ALIKE);
        if (known.isPresent()) {
            return switch (known.get().kind()) {
                case SAME -> "Imported before";
                case DUPLICATE -> "Same question as one you have: stays out";
                default ->
                    known.get().edited()
                            ? "Changed in the file, and by you: yours stays"
                            : "Changed since the last import";
            };
        }
        if (!item.question().hasAnswer()) {
            return "No answer was found";
        }
        if (!item.question().warnings().isEmpty()) {
            return item.question().warnings().get(0).message();
        }
        return item.known().isPresent() ? "Much like one you have" : "";
    }

    static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}
