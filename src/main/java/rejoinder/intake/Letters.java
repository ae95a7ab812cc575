package rejoinder.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;
import rejoinder.text.Language;

/** Gives each question of an import a letter: first by what its reference is, then, if a grader is at hand, by attacking it. */
public final class Letters {
    private static final double FULL = 0.8;
    private static final double HALF = 0.5;
    private static final double LITTLE = 0.4;
    private static final double NOTHING = 0.1;
    private static final int FEWEST_WORDS = 3;
    private static final String SMALL_TALK =
            "Thank you for the question, that is a really interesting topic and I am happy to be here today.";

    private final Optional<Trial> trial;

    /**
     * Letters.
     *
     * @param trial the grader; without one only what needs none is decided
     */
    public Letters(Optional<Trial> trial) {
        this.trial = trial;
    }

    /**
     * Letters of questions, in their order.
     *
     * @param asked the same questions as a pack holds them; read only with a grader
     * @param progress is told how many are done
     */
    public List<Letter> of(List<ImportedQuestion> questions, List<Question> asked, IntConsumer progress) {
        List<Letter> letters = new ArrayList<>();
        of(questions, asked, (i, letter) -> {
            letters.add(letter);
            progress.accept(i + 1);
            return true;
        });
        return letters;
    }

    /** Hears of each letter as soon as it is known. */
    public interface Listener {
        /**
         * A letter.
         *
         * @param i the place of the question
         * @return whether the next one is wanted
         */
        boolean letter(int i, Letter letter);
    }

    /** Tells the letters one by one, in the order of the questions, for work that takes a second a question. */
    public void of(List<ImportedQuestion> questions, List<Question> asked, Listener listener) {
        List<Set<String>> words = questions.stream()
                .map(question ->
                        (Set<String>) new HashSet<>(Wording.words(question.prompt() + " " + question.answer())))
                .toList();
        Map<String, List<Integer>> with = trial.isPresent() ? index(words) : Map.of();
        boolean wanted = true;
        for (int i = 0; i < questions.size() && wanted; i++) {
            Letter plain = withoutGrader(questions.get(i));
            wanted = listener.letter(
                    i,
                    plain.letter() == Letter.Kind.OPEN && trial.isPresent()
                            ? attack(trial.get(), asked.get(i), questions.get(i), nearest(i, words, with, questions))
                            : plain);
        }
    }

    /** Tells the letters of a bank's questions one by one, in their order. */
    public void of(List<Question> questions, Listener listener) {
        of(questions.stream().map(Letters::imported).toList(), questions, listener);
    }

    /** A question as an import would have it. */
    static ImportedQuestion imported(Question question) {
        String answer = question.referenceAnswers().stream()
                .map(ReferenceAnswer::text)
                .findFirst()
                .orElse("");
        return new ImportedQuestion("", question.prompt(), answer, 1);
    }

    private static Map<String, List<Integer>> index(List<Set<String>> words) {
        Map<String, List<Integer>> with = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i)) {
                with.computeIfAbsent(word, any -> new ArrayList<>()).add(i);
            }
        }
        return with;
    }

    /** What is known without a grader. */
    public static Letter withoutGrader(ImportedQuestion question) {
        String answer = question.answer();
        if (answer.isBlank()) {
            return new Letter(Letter.Kind.C, "There is no reference answer; you mark your answer yourself.");
        }
        if (Phrases.onlyLeads(question.original().isBlank() ? answer : question.original())) {
            return new Letter(
                    Letter.Kind.C,
                    "The answer only leads to other pages or shows a picture; you mark your answer yourself.");
        }
        if (Phrases.isFormulaOnly(answer)) {
            return new Letter(
                    Letter.Kind.C,
                    "The reference is a formula only; write key points in words, or mark your answer yourself.");
        }
        String prose = Markup.prose(answer);
        List<String> words = Wording.words(prose);
        if (words.isEmpty()) {
            return new Letter(
                    Letter.Kind.C,
                    answer.contains("```")
                            ? "The reference is code only; write key points, or mark your answer yourself."
                            : "The reference holds no words.");
        }
        Optional<String> unread = Language.unread(answer);
        if (unread.isPresent()) {
            return new Letter(Letter.Kind.C, unread.get() + "; you mark your answer yourself.");
        }
        if (words.stream().filter(word -> word.length() > 1).count() < FEWEST_WORDS) {
            return new Letter(
                    Letter.Kind.C,
                    "The reference is one word or number, which needs an exact key point; you mark your answer yourself.");
        }
        return new Letter(Letter.Kind.OPEN, "Not tried yet.");
    }

    private static Letter attack(
            Trial trial, Question asked, ImportedQuestion question, Optional<ImportedQuestion> neighbour) {
        double own = trial.share(asked, question.answer());
        if (own < HALF) {
            return new Letter(Letter.Kind.C, "Its own reference earns only " + percent(own) + ".");
        }
        double talk = trial.share(asked, SMALL_TALK);
        double echo = trial.share(asked, Markup.text(question.prompt()));
        double near = neighbour.isPresent() ? trial.share(asked, neighbour.get().answer()) : 0;
        if (talk > LITTLE || near >= FULL) {
            return new Letter(
                    Letter.Kind.C,
                    talk > LITTLE
                            ? "Small talk earns " + percent(talk) + "."
                            : "The reference of another question earns " + percent(near) + ".");
        }
        double opposite = trial.share(asked, opposite(question.answer()));
        List<String> doubts = new ArrayList<>();
        if (own < FULL) {
            doubts.add("its own reference earns only " + percent(own));
        }
        if (talk > NOTHING) {
            doubts.add("small talk earns " + percent(talk));
        }
        if (echo > LITTLE) {
            doubts.add("the question's own words earn " + percent(echo));
        }
        if (near > LITTLE) {
            doubts.add("the reference of another question earns " + percent(near));
        }
        if (opposite > HALF) {
            doubts.add("its opposite earns " + percent(opposite));
        }
        return doubts.isEmpty()
                ? new Letter(Letter.Kind.A, "Its reference earns full marks, and what is wrong earns little.")
                : new Letter(
                        Letter.Kind.B,
                        Character.toUpperCase(doubts.get(0).charAt(0))
                                + String.join("; ", doubts).substring(1) + ".");
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The answer with its statements denied. */
    static String opposite(String answer) {
        String denied = Markup.prose(answer)
                .replaceAll("\\b(is|are|was|were|can|does|do|will|has|have|must|should)\\b(?! not\\b)", "$1 not");
        return denied.equals(Markup.prose(answer)) ? "It is not true that " + denied : denied;
    }

    private static Optional<ImportedQuestion> nearest(
            int i, List<Set<String>> words, Map<String, List<Integer>> with, List<ImportedQuestion> questions) {
        Map<Integer, Integer> shared = new HashMap<>();
        for (String word : words.get(i)) {
            List<Integer> others = with.getOrDefault(word, List.of());
            if (others.size() < 200) {
                others.forEach(other -> shared.merge(other, 1, Integer::sum));
            }
        }
        return shared.entrySet().stream()
                .filter(entry -> entry.getKey() != i
                        && questions.get(entry.getKey()).hasAnswer()
                        && !questions
                                .get(entry.getKey())
                                .answer()
                                .equals(questions.get(i).answer()))
                .max(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                .map(entry -> questions.get(entry.getKey()));
    }
}
