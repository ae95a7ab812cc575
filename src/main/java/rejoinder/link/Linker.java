package rejoinder.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rejoinder.link.Prompt.Term;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;

/**
 * Finds for each question of an outline the entry that answers it, or none. The sentence model ranks the entries by the cosine of the prompts; {@link Objections}
 * strikes out those that the words speak against; what is left is linked if it is near enough and no other entry is as near.
 */
public final class Linker {
    /** Least cosine of two prompts; below it, right and wrong entries are mixed in sets that were linked by hand. */
    static final double NEAR = 0.74;

    /** Least cosine of two comparisons of exactly the same things: the words have said the rest. */
    static final double NEAR_FOR_THE_SAME_COMPARISON = 0.5;

    /** Least cosine of the question and the answer's prose, unless the prompts are plainly the same. */
    static final double ON_THE_SUBJECT = 0.2;

    /** From this cosine of the prompts on, a short answer that does not repeat its subject ("The smallest unit.") is no doubt. */
    static final double PLAINLY_THE_SAME = 0.85;

    /** Two entries that are nearer to each other than this, in what they have with the question, cannot be told apart by the model. */
    static final double TIE = 0.04;

    /** A word in more than this share of all prompts, and in more than a few, is their common subject. */
    static final double SHARE_OF_THE_SUBJECT = 0.15;

    static final int FEWEST_SHARING = 4;

    private final Embedder embedder;

    /** A linker that asks the given sentence model. */
    public Linker(Embedder embedder) {
        this.embedder = embedder;
    }

    private record Entry(int index, String question, EncodedQuestion reading, Encoding answerVector, Answer answer) {}

    private record Candidate(Entry entry, double similarity) {}

    /**
     * Links every question of an outline.
     *
     * @param outline the questions, in order
     * @param answers the entries, in order; one without an answer is never linked
     * @return one link a question, in the order of the outline
     */
    public List<Link> link(List<ImportedQuestion> outline, List<ImportedQuestion> answers) {
        Set<String> shared = shared(Stream.concat(outline.stream(), answers.stream())
                .map(Linker::prompt)
                .toList());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).hasAnswer()) {
                entries.add(entry(i + 1, answers.get(i), shared));
            }
        }
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

    private Entry entry(int index, ImportedQuestion answered, Set<String> shared) {
        Prompt prompt = prompt(answered).withFrame(shared);
        String prose = Markup.prose(answered.answer());
        return new Entry(
                index,
                answered.prompt(),
                EncodedQuestion.of(prompt, embedder.encode(prompt.text())),
                embedder.encode(prose),
                new Answer(WordBag.of(Prompt.of(prose, prose)), Answer.shows(answered.answer())));
    }

    private Link link(int index, ImportedQuestion question, List<Entry> entries, Set<String> shared) {
        Prompt prompt = prompt(question).withFrame(shared);
        EncodedQuestion asked = EncodedQuestion.of(prompt, embedder.encode(prompt.text()));
        List<Candidate> candidates = entries.stream()
                .map(entry -> new Candidate(entry, asked.encoding().cosine(entry.reading.encoding())))
                .sorted(Comparator.comparingDouble(Candidate::similarity).reversed())
                .toList();
        double nearest = candidates.isEmpty() ? 0 : candidates.get(0).similarity;
        List<Candidate> standing = candidates.stream()
                .takeWhile(candidate -> candidate.similarity >= NEAR_FOR_THE_SAME_COMPARISON)
                .filter(candidate -> fits(asked, candidate))
                .toList();
        if (standing.isEmpty() || isTied(standing)) {
            return new Link(index, question.section(), question.prompt(), OptionalInt.empty(), "", nearest);
        }
        Candidate best = standing.get(0);
        return new Link(
                index,
                question.section(),
                question.prompt(),
                OptionalInt.of(best.entry.index),
                best.entry.question,
                best.similarity);
    }

    private static boolean fits(EncodedQuestion asked, Candidate candidate) {
        Entry entry = candidate.entry;
        Prompt prompt = entry.reading.prompt();
        boolean sameWords = Objections.aboutTheSame(asked, entry.reading);
        boolean sameComparison = sameWords && asked.prompt().compares() && prompt.compares();
        return candidate.similarity >= (sameComparison ? NEAR_FOR_THE_SAME_COMPARISON : NEAR)
                && (sameWords
                        || candidate.similarity >= PLAINLY_THE_SAME
                        || asked.encoding().cosine(entry.answerVector) >= ON_THE_SUBJECT)
                && Objections.against(asked, entry.reading, entry.answer).isEmpty();
    }

    /** Whether another entry is as near as the best and says something else; the question is then a wider one than both. */
    private static boolean isTied(List<Candidate> standing) {
        Candidate best = standing.get(0);
        return standing.stream()
                .filter(other -> !other.entry.equals(best.entry))
                .filter(other -> other.similarity > best.similarity - TIE)
                .anyMatch(other -> !Objections.aboutTheSame(best.entry.reading, other.entry.reading));
    }
}
