package rejoinder.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rejoinder.link.Prompt.Term;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;
import rejoinder.text.Embedder;
import rejoinder.text.Meanings;

/**
 * Finds for each question of an outline the entry that answers it, or none. The sentence model ranks the entries by the cosine of the prompts; {@link Objections}
 * strikes out those that the words speak against; what is left is linked if it is near enough and no other entry is as near.
 */
public final class Linker {
    /** Least cosine of two prompts; below it, right and wrong entries are mixed in sets that were linked by hand. */
    static final double NEAR = 0.74;

    /** Least cosine of two comparisons of exactly the same things: the words have said the rest. */
    static final double NEAR_FOR_THE_SAME_COMPARISON = 0.5;

    /** Least cosine of two questions that both ask first what the same named thing is. */
    static final double NEAR_FOR_THE_SAME_DEFINITION = 0.55;

    /** Least cosine of the question and the answer's prose, unless the prompts are plainly the same. */
    static final double ON_THE_SUBJECT = 0.2;

    /** From this cosine of the prompts on, a short answer that does not repeat its subject ("The smallest unit.") raises no doubt. */
    static final double PLAINLY_THE_SAME = 0.85;

    /** Two entries that are nearer to each other than this, in what they have with the question, cannot be told apart by the model. */
    static final double TIE = 0.04;

    /** A word in more than this share of all prompts, and in more than a few, is their common subject. */
    static final double SHARE_OF_THE_SUBJECT = 0.15;

    static final int FEWEST_SHARING = 4;

    private static final int MOST_TOGETHER = 3;

    private final Embedder embedder;
    private final Meanings meanings;

    /**
     * A linker that asks sentence models.
     *
     * @param embedder compares words in their sentences
     * @param meanings compares whole prompts
     */
    public Linker(Embedder embedder, Meanings meanings) {
        this.embedder = embedder;
        this.meanings = meanings;
    }

    private record Entry(int index, String question, EncodedQuestion reading, Answer answer) {}

    /** The entries, to be found by their prompts and by their answers. */
    private record Entries(SortedMap<String, Entry> byKey, Meanings.Index prompts, Meanings.Index answers) {}

    /** A question with the entries that answer something on its subject. */
    private record Asked(EncodedQuestion question, Set<String> onTheSubject) {}

    private record Candidate(Entry entry, double similarity) {}

    /**
     * Links every question of an outline.
     *
     * @param outline the questions, in order
     * @param answers the entries, in order; one without an answer is never linked
     * @return one link per question, in the order of the outline
     */
    public List<Link> link(List<ImportedQuestion> outline, List<ImportedQuestion> answers) {
        Set<String> shared = shared(Stream.concat(outline.stream(), answers.stream())
                .map(Linker::prompt)
                .toList());
        SortedMap<String, Entry> byKey = new TreeMap<>();
        SortedMap<String, String> prompts = new TreeMap<>();
        SortedMap<String, String> prose = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).hasAnswer()) {
                String key = String.valueOf(i + 1);
                String text = Markup.prose(answers.get(i).answer());
                Entry entry = entry(i + 1, answers.get(i), text, shared);
                byKey.put(key, entry);
                prompts.put(key, entry.reading.prompt().text());
                prose.put(key, text);
            }
        }
        Entries entries = new Entries(byKey, meanings.index(prompts), meanings.index(prose));
        return IntStream.range(0, outline.size())
                .mapToObj(i -> link(i + 1, outline.get(i), entries, shared))
                .toList();
    }

    private static Prompt prompt(ImportedQuestion question) {
        return Prompt.of(question.prompt(), Markup.text(question.prompt()));
    }

    /** Stems that so many of the prompts have that they are the subject of all ("Python"). */
    private static Set<String> shared(List<Prompt> prompts) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (Prompt prompt : prompts) {
            prompt.terms().stream()
                    .filter(Term::isContent)
                    .map(Term::stem)
                    .distinct()
                    .forEach(stem -> frequencies.merge(stem, 1, Integer::sum));
        }
        double most = Math.max(FEWEST_SHARING, SHARE_OF_THE_SUBJECT * prompts.size());
        return frequencies.entrySet().stream()
                .filter(entry -> entry.getValue() > most)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Entry entry(int index, ImportedQuestion answered, String prose, Set<String> shared) {
        Prompt prompt = prompt(answered).withFrame(shared);
        return new Entry(
                index,
                answered.prompt(),
                EncodedQuestion.of(prompt, embedder.encode(prompt.text())),
                new Answer(WordBag.of(Prompt.of(prose, prose)), Answer.shows(answered.answer())));
    }

    private Link link(int index, ImportedQuestion question, Entries entries, Set<String> shared) {
        Prompt prompt = prompt(question).withFrame(shared);
        Asked asked = asked(prompt, entries);
        List<Candidate> candidates = candidates(asked, entries);
        double nearest = candidates.isEmpty() ? 0 : candidates.get(0).similarity;
        List<Candidate> found = together(standing(asked, candidates));
        if (found.isEmpty()) {
            found = halves(prompt, entries, shared);
        }
        if (found.isEmpty()) {
            return new Link(index, question.section(), question.prompt(), OptionalInt.empty(), "", nearest);
        }
        Candidate best = found.get(0);
        return new Link(
                index,
                question.section(),
                question.prompt(),
                OptionalInt.of(best.entry.index),
                best.entry.question,
                best.similarity,
                found.stream().skip(1).map(candidate -> candidate.entry.index).toList());
    }

    private Asked asked(Prompt prompt, Entries entries) {
        return new Asked(
                EncodedQuestion.of(prompt, embedder.encode(prompt.text())),
                entries.answers.nearest(prompt.text(), ON_THE_SUBJECT, Integer.MAX_VALUE).stream()
                        .map(Meanings.Near::key)
                        .collect(Collectors.toSet()));
    }

    private static List<Candidate> candidates(Asked asked, Entries entries) {
        return entries.prompts.nearest(asked.question.prompt().text(), -1, Integer.MAX_VALUE).stream()
                .map(near -> new Candidate(Objects.requireNonNull(entries.byKey.get(near.key())), near.likeness()))
                .sorted(Comparator.comparingDouble(Candidate::similarity)
                        .reversed()
                        .thenComparingInt(candidate -> candidate.entry.index))
                .toList();
    }

    private static List<Candidate> standing(Asked asked, List<Candidate> candidates) {
        return candidates.stream()
                .takeWhile(candidate -> candidate.similarity >= NEAR_FOR_THE_SAME_COMPARISON)
                .filter(candidate -> fits(asked, candidate))
                .toList();
    }

    /**
     * The best entry; with it those that are as near and say something else, for the question is then a wider one that they answer together. More than a few of
     * them answer none: the question is too wide.
     */
    private static List<Candidate> together(List<Candidate> standing) {
        if (standing.isEmpty()) {
            return List.of();
        }
        Candidate best = standing.get(0);
        List<Candidate> found = new ArrayList<>(List.of(best));
        standing.stream()
                .skip(1)
                .filter(other -> other.similarity > best.similarity - TIE)
                .filter(other -> found.stream()
                        .noneMatch(known -> Objections.aboutTheSame(known.entry.reading, other.entry.reading)))
                .forEach(found::add);
        return found.size() > MOST_TOGETHER ? List.of() : found;
    }

    /** Entries for both halves of a question that asks for two things of one kind ("How do you read and write files?"); empty unless each half has its own. */
    private List<Candidate> halves(Prompt prompt, Entries entries, Set<String> shared) {
        List<Candidate> found = new ArrayList<>();
        for (String half : prompt.halves()) {
            Prompt part = Prompt.of(half, half).withFrame(shared);
            Asked asked = asked(part, entries);
            List<Candidate> best = together(standing(asked, candidates(asked, entries)));
            if (best.size() != 1
                    || best.get(0).similarity < PLAINLY_THE_SAME
                    || found.stream().anyMatch(known -> known.entry.equals(best.get(0).entry))) {
                return List.of();
            }
            found.add(best.get(0));
        }
        return found;
    }

    private static boolean fits(Asked asking, Candidate candidate) {
        EncodedQuestion asked = asking.question;
        Entry entry = candidate.entry;
        Prompt prompt = entry.reading.prompt();
        boolean sameWords = Objections.aboutTheSame(asked, entry.reading);
        boolean sameComparison = sameWords && asked.prompt().compares() && prompt.compares();
        if (Definition.asksTheSame(asked.prompt(), prompt)) {
            return candidate.similarity >= NEAR_FOR_THE_SAME_DEFINITION;
        }
        if (Definition.tellsItsUse(asked.prompt(), prompt, entry.answer)) {
            return candidate.similarity >= NEAR;
        }
        return candidate.similarity >= (sameComparison ? NEAR_FOR_THE_SAME_COMPARISON : NEAR)
                && (sameWords
                        || candidate.similarity >= PLAINLY_THE_SAME
                        || asking.onTheSubject.contains(String.valueOf(entry.index)))
                && Objections.against(asked, entry.reading, entry.answer).isEmpty();
    }
}
