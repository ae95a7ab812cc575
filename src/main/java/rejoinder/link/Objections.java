package rejoinder.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.link.Prompt.Term;

/** What the words of two questions say against their being the same question, whatever the sentence model says. */
final class Objections {
    /** Largest share of a question's telling words that only the answer, and not the entry's own question, may have. */
    private static final double ONLY_IN_THE_ANSWER = 1.0 / 3;

    /** Least share of the entry's telling words that the question must have, or the entry is about something more special. */
    private static final double OF_THE_ENTRY = 0.3;

    private static final int NOUN_WITHIN = 7;
    private static final int ASIDE_WITHIN = 4;
    private static final Set<String> BEFORE_VERBS =
            Set.of("you", "to", "we", "i", "one", "and", "or", "people", "they", "do", "does", "can");
    private static final Set<String> CONJUNCTIONS = Set.of("and", "vs", "versus", "nor");
    private static final Pattern CLAUSE_END = Pattern.compile(
            "(?:[.?!:;]\\s+|,\\s+(?=(?:and |or |but )?\\s*(?:what|how|why|when|which|where|who|does|do|is|are|can)\\b)|\\s+and\\s+(?=(?:how|why|when|what|which)\\b))",
            Pattern.CASE_INSENSITIVE);

    private Objections() {}

    /**
     * The first reason why an entry does not answer a question; empty if there is none.
     *
     * @param asked the outline's question
     * @param entry the question of the entry
     * @param answer what the entry answers
     */
    static Optional<String> against(EncodedQuestion asked, EncodedQuestion entry, Answer answer) {
        Optional<String> kind = ofAnotherKind(asked.prompt(), entry.prompt(), answer);
        if (kind.isPresent()) {
            return kind;
        }
        Set<Integer> main = mainTerms(entry.prompt());
        boolean sideQuestion = !asked.prompt().compares() && entry.prompt().compares();
        List<Term> heard = entry.prompt().terms();
        if (sideQuestion) {
            // only what the entry asks beside its comparison can be what is asked here
            heard = withoutComparison(entry.prompt());
            if (heard.stream().noneMatch(Term::isTelling)) {
                return Optional.of("the entry compares and the question does not");
            }
        }
        EncodedQuestion said =
                sideQuestion ? EncodedQuestion.of(new Prompt(entry.prompt().text(), heard), entry.encoding()) : entry;

        int head = askedNoun(asked.prompt());
        int telling = 0;
        int onlyInAnswer = 0;
        for (int i = 0; i < asked.prompt().terms().size(); i++) {
            Term term = asked.prompt().terms().get(i);
            boolean needed = term.isTelling() || term.isName() || i == head;
            if (!needed || term.isFrame() || term.isAside()) {
                continue;
            }
            telling++;
            if (said.says(asked, term) || explained(asked.prompt(), i, said.bag())) {
                continue;
            }
            if (term.isName()
                    || sideQuestion
                    || asked.prompt().compares()
                    || !answer.words().holds(term)) {
                return Optional.of("the entry does not say " + term.word());
            }
            onlyInAnswer++;
        }
        if (onlyInAnswer > telling * ONLY_IN_THE_ANSWER) {
            return Optional.of("only the answer speaks of most that is asked");
        }
        return narrower(asked, said, main).or(() -> compared(asked, said));
    }

    /** A question that asks how is not answered by a list, nor by what something is unless the answer shows it. */
    private static Optional<String> ofAnotherKind(Prompt asked, Prompt entry, Answer answer) {
        if (!asked.beginsWith("how")) {
            return Optional.empty();
        }
        if (entry.beginsWith("which")) {
            return Optional.of("the entry lists and the question asks how");
        }
        boolean told = entry.terms().stream().noneMatch(term -> term.word().equalsIgnoreCase("how"));
        boolean doing = asked.terms().size() > 2 && asked.terms().get(2).word().equalsIgnoreCase("you");
        return told && doing && !answer.shows()
                ? Optional.of("the question asks how something is done and the entry says what it is")
                : Optional.empty();
    }

    /** Index of the noun that "What are some ..." or "Which ..." asks for, which counts however common it is; -1 if there is none. */
    private static int askedNoun(Prompt asked) {
        List<Term> terms = asked.terms();
        boolean asks = asked.beginsWith("which");
        asks |= terms.size() > 1
                && terms.get(0).word().equalsIgnoreCase("what")
                && terms.get(1).word().equalsIgnoreCase("are");
        for (int i = 0; asks && i < Math.min(terms.size(), NOUN_WITHIN); i++) {
            if (terms.get(i).isContent()) {
                return i;
            }
        }
        return -1;
    }

    /** Indexes of the terms before the first end of a clause. */
    private static Set<Integer> mainTerms(Prompt prompt) {
        Matcher end = CLAUSE_END.matcher(prompt.text());
        int stop = end.find() ? end.start() : prompt.text().length();
        Set<Integer> main = new HashSet<>();
        for (int i = 0; i < prompt.terms().size(); i++) {
            if (prompt.terms().get(i).start() < stop) {
                main.add(i);
            }
        }
        return main;
    }

    /** The terms of those clauses that do not compare. */
    private static List<Term> withoutComparison(Prompt prompt) {
        List<Term> kept = new ArrayList<>();
        List<Term> clause = new ArrayList<>();
        int end = 0;
        Matcher ends = CLAUSE_END.matcher(prompt.text());
        for (Term term : prompt.terms()) {
            while (end <= term.start() && end < prompt.text().length()) {
                keep(clause, kept);
                end = ends.find() ? ends.start() + 1 : prompt.text().length();
            }
            clause.add(term);
        }
        keep(clause, kept);
        return kept;
    }

    private static void keep(List<Term> clause, List<Term> kept) {
        if (clause.stream().noneMatch(term -> QuestionWords.compares(term.word().toLowerCase(Locale.ROOT)))) {
            kept.addAll(clause);
        }
        clause.clear();
    }

    /** A name counts as said if the parentheses behind it say it in words that are there. */
    private static boolean explained(Prompt asked, int index, WordBag found) {
        for (int i = index + 1; i < asked.terms().size() && i <= index + ASIDE_WITHIN; i++) {
            Term next = asked.terms().get(i);
            if (next.isAside() && next.isContent()) {
                return found.holds(next);
            }
        }
        return false;
    }

    /**
     * An entry about a part or a kind: a word that the question lacks makes one noun with a word that it has ("list comprehensions", "CSV file"), is in a row
     * with one ("Matplotlib and seaborn"), or most of the entry's words are not asked for.
     */
    private static Optional<String> narrower(EncodedQuestion asked, EncodedQuestion entry, Set<Integer> main) {
        List<Term> terms = entry.prompt().terms();
        int telling = 0;
        int known = 0;
        for (int i = 0; i < terms.size(); i++) {
            Term first = terms.get(i);
            if (first.isTelling() && !first.isAside() && main.contains(i)) {
                telling++;
                known += asked.says(entry, first) ? 1 : 0;
            }
            if (i + 1 == terms.size() || first.isFrame() || first.isPossessive() || first.isAside()) {
                continue;
            }
            Term second = terms.get(i + 1);
            if (entry.prompt().between(i).isBlank() && !second.isFrame()) {
                boolean head = first.isTelling()
                        && asked.bag().holds(first)
                        && !QuestionWords.isAppositive(second.word().toLowerCase(Locale.ROOT))
                        && !second.word().endsWith("ly")
                        && !asked.says(entry, second);
                boolean kind = (first.isName() || qualifies(terms, i))
                        && !asked.says(entry, first)
                        && asked.bag().holds(second);
                if (head || kind) {
                    return Optional.of("the entry is only about " + first.word() + " " + second.word());
                }
            }
            Optional<Term> beside = beside(terms, i, main);
            if (beside.isPresent()
                    && first.isTelling()
                    && asked.says(entry, first) != asked.says(entry, beside.get())) {
                return Optional.of("the entry is about " + first.word() + " and "
                        + beside.get().word() + " together");
            }
        }
        return known < telling * OF_THE_ENTRY
                ? Optional.of("most that the entry is about is not asked for")
                : Optional.empty();
    }

    /** Whether a word comes before a noun as its attribute ("remote branch") and not as the verb of the question ("you start threads"). */
    private static boolean qualifies(List<Term> terms, int index) {
        return index > 0
                && terms.get(index).isTelling()
                && terms.get(index + 1).isTelling()
                && !BEFORE_VERBS.contains(terms.get(index - 1).word().toLowerCase(Locale.ROOT));
    }

    /** The telling word that "and" joins to a term, with a preposition between at most ("read from and write"). */
    private static Optional<Term> beside(List<Term> terms, int index, Set<Integer> main) {
        for (int i = index + 1; i <= index + 2 && i + 1 < terms.size(); i++) {
            if (CONJUNCTIONS.contains(terms.get(i).word().toLowerCase(Locale.ROOT))) {
                Term next = terms.get(i + 1);
                return main.contains(i + 1) && next.isTelling() ? Optional.of(next) : Optional.empty();
            }
            if (!terms.get(i).isFrame()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Two comparisons of different things. */
    private static Optional<String> compared(EncodedQuestion asked, EncodedQuestion entry) {
        if (!asked.prompt().compares() || !entry.prompt().compares()) {
            return Optional.empty();
        }
        return entry.prompt().terms().stream()
                .filter(term -> term.isName() && !term.isAside() && !asked.bag().holds(term))
                .findFirst()
                .map(term -> "the entry compares with " + term.word());
    }

    /** Whether two questions are about the same things, told by their words only. */
    static boolean aboutTheSame(EncodedQuestion one, EncodedQuestion other) {
        return holdsAll(one.prompt(), other.bag()) && holdsAll(other.prompt(), one.bag());
    }

    private static boolean holdsAll(Prompt prompt, WordBag bag) {
        List<Term> telling = prompt.terms().stream()
                .filter(term -> term.isContent() && !term.isAside())
                .filter(term -> !term.isGeneric() || term.isName())
                .toList();
        return !telling.isEmpty() && telling.stream().allMatch(bag::holds);
    }
}
