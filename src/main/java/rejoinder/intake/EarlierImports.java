package rejoinder.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/**
 * Knows the questions of earlier imports again: those whose words and context are the same, then those of the same id, then those that are in the same place
 * between two that are known. What has the same words and other code is another question.
 */
final class EarlierImports {
    private final ItemBank bank;

    /** What each file gave, in its order, as it was written last. */
    private final Map<String, List<ImportRecord.Written>> bySource = new LinkedHashMap<>();

    private final Set<String> left = new HashSet<>();

    EarlierImports(List<ImportRecord> records, Set<String> sources, ItemBank bank) {
        this.bank = bank;
        Map<String, Map<String, ImportRecord.Written>> latest = new LinkedHashMap<>();
        for (ImportRecord record : records) {
            if (!record.state().equals(ImportRecord.DONE)) {
                continue;
            }
            for (ImportRecord.Written written : record.questions()) {
                boolean there =
                        QuestionId.parse(written.id()).flatMap(bank::question).isPresent();
                if (sources.contains(written.source()) && there) {
                    latest.computeIfAbsent(written.source(), any -> new LinkedHashMap<>())
                            .put(written.id(), written);
                }
            }
        }
        latest.forEach((source, written) -> bySource.put(source, List.copyOf(written.values())));
        bySource.values().forEach(list -> list.forEach(written -> left.add(written.id())));
    }

    /** Which earlier question each one stands for, by its key. */
    Map<Integer, Known> match(List<Preview.Item> items, List<ImportedDocument> documents) {
        Map<Integer, Known> known = new HashMap<>();
        for (int file = 0; file < documents.size(); file++) {
            List<ImportRecord.Written> before =
                    bySource.getOrDefault(documents.get(file).file(), List.of());
            if (!before.isEmpty()) {
                int at = file;
                matchFile(items.stream().filter(item -> item.file() == at).toList(), before, known);
            }
        }
        return known;
    }

    private void matchFile(List<Preview.Item> items, List<ImportRecord.Written> before, Map<Integer, Known> known) {
        Map<String, List<ImportRecord.Written>> byWords = new HashMap<>();
        Map<String, ImportRecord.Written> bySlug = new HashMap<>();
        for (ImportRecord.Written written : before) {
            Question there = question(written);
            byWords.computeIfAbsent(Fingerprint.words(there.prompt(), there.context()), any -> new ArrayList<>())
                    .add(written);
            byWords.computeIfAbsent(Fingerprint.asked(written.found()), any -> new ArrayList<>())
                    .add(written);
            bySlug.put(there.id().slug(), written);
        }
        for (Preview.Item item : items) {
            String words =
                    Fingerprint.words(item.question().prompt(), item.question().context());
            byWords.getOrDefault(words, List.of()).stream()
                    .filter(written -> left.contains(written.id()))
                    .findFirst()
                    .or(() -> byWords.getOrDefault(Fingerprint.sha(words), List.of()).stream()
                            .filter(written -> left.contains(written.id()))
                            .findFirst())
                    .ifPresent(written -> take(item, written, known));
        }
        for (Preview.Item item : items) {
            ImportRecord.Written written = bySlug.get(Slugs.base(item.question().prompt()));
            if (!known.containsKey(item.key()) && written != null && left.contains(written.id())) {
                Question there = question(written);
                if (there.context().strip().equals(item.question().context().strip())) {
                    take(item, written, known);
                }
            }
        }
        byPlace(items, before, known);
    }

    /** One that is not known, between two that are known and had exactly one between them, with half of its words or with its answer. */
    private void byPlace(List<Preview.Item> items, List<ImportRecord.Written> before, Map<Integer, Known> known) {
        Map<String, Integer> placeOf = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            placeOf.put(before.get(i).id(), i);
        }
        for (int i = 0; i < items.size(); i++) {
            int above = i == 0 ? -1 : place(items.get(i - 1), known, placeOf);
            int below = i + 1 == items.size() ? before.size() : place(items.get(i + 1), known, placeOf);
            boolean alone = !known.containsKey(items.get(i).key()) && above >= -1 && below == above + 2;
            if (alone) {
                ImportRecord.Written written = before.get(above + 1);
                if (left.contains(written.id()) && resembles(items.get(i).question(), written)) {
                    take(items.get(i), written, known);
                }
            }
        }
    }

    private static int place(Preview.Item item, Map<Integer, Known> known, Map<String, Integer> placeOf) {
        Known there = known.get(item.key());
        return there == null ? -9 : placeOf.getOrDefault(there.id().toString(), -9);
    }

    private boolean resembles(ImportedQuestion question, ImportRecord.Written written) {
        if (written.found().endsWith(":" + Fingerprint.sha(question.answer().strip()))) {
            return true;
        }
        Set<String> words = new HashSet<>(Wording.words(question.prompt()));
        Set<String> shared = new HashSet<>(Wording.words(question(written).prompt()));
        int most = Math.max(words.size(), shared.size());
        shared.retainAll(words);
        return most > 0 && shared.size() * 2 >= most;
    }

    private void take(Preview.Item item, ImportRecord.Written written, Map<Integer, Known> known) {
        Question there = question(written);
        boolean same = item.found().equals(written.found());
        boolean edited = written.mended() || !there.revision().equals(written.revision());
        left.remove(written.id());
        known.put(item.key(), new Known(there.id(), same ? Known.Kind.SAME : Known.Kind.CHANGED, edited && !same));
    }

    private Question question(ImportRecord.Written written) {
        return QuestionId.parse(written.id()).flatMap(bank::question).orElseThrow();
    }

    /** Earlier questions that no question of the files stands for. */
    List<QuestionId> gone() {
        return bySource.values().stream()
                .flatMap(List::stream)
                .filter(written -> left.contains(written.id()))
                .flatMap(written -> Optional.of(question(written).id()).stream())
                .distinct()
                .toList();
    }
}
