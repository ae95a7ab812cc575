package rejoinder.link;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.link.Prompt.Term;

/** Entries that say what a named thing is and then something more ("What is NumPy, and what is its purpose?"). */
final class Definition {
    private static final Pattern FIRST_CLAUSE = Pattern.compile(
            "^\\s*what(?:\\s+is|\\s+are|'s)\\s+(.+?)(?:,|\\?|\\s+and\\s+(?:what|how|why|when|where)\\b|$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "(?:,|\\band\\b|\\?).*\\b(?:used?|uses|purpose|role|work|works|for)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> WITH = Set.of("using", "with", "use");

    private Definition() {}

    /** Whether both ask first what the same named thing is, and the question compares it with nothing. */
    static boolean asksTheSame(Prompt asked, Prompt entry) {
        List<Term> first = defined(asked);
        List<Term> second = defined(entry);
        if (first.isEmpty() || second.isEmpty() || asked.compares() || entry.compares()) {
            return false;
        }
        WordBag said = WordBag.of(new Prompt(entry.text(), second));
        WordBag wanted = WordBag.of(new Prompt(asked.text(), first));
        boolean named = first.stream().anyMatch(Term::isName);
        boolean abbreviated = second.stream().anyMatch(term -> term.isAside() && term.isName() && wanted.holds(term));
        return named
                && telling(first).allMatch(said::holds)
                && (abbreviated
                        || telling(second).filter(term -> !term.isAside()).allMatch(wanted::holds));
    }

    /** Whether the question asks how something is done with a named thing, and the entry says what that thing is and what it is used for, in words that are asked for. */
    static boolean tellsItsUse(Prompt asked, Prompt entry, Answer answer) {
        List<Term> defined = defined(entry);
        if (!asked.beginsWith("how")
                || entry.compares()
                || asked.compares()
                || !USE.matcher(entry.text()).find()) {
            return false;
        }
        WordBag thing = WordBag.of(new Prompt(entry.text(), defined));
        WordBag said = WordBag.of(entry);
        List<Term> named = asked.terms().stream()
                .filter(Term::isName)
                .filter(term -> !term.isFrame())
                .toList();
        List<Term> wanted = defined.stream().filter(Term::isTelling).toList();
        WordBag question = WordBag.of(asked);
        return wanted.size() == 1
                && question.holds(wanted.get(0))
                && named.stream().allMatch(thing::holds)
                && asked.terms().stream()
                        .anyMatch(term -> WITH.contains(term.word().toLowerCase(java.util.Locale.ROOT)))
                && telling(asked.terms())
                        .allMatch(term -> said.holds(term) || answer.words().holds(term));
    }

    private static List<Term> defined(Prompt prompt) {
        Matcher clause = FIRST_CLAUSE.matcher(prompt.text());
        if (!clause.find()) {
            return List.of();
        }
        return prompt.terms().stream()
                .filter(term -> term.start() >= clause.start(1) && term.end() <= clause.end(1))
                .filter(term -> !term.isFrame())
                .toList();
    }

    private static java.util.stream.Stream<Term> telling(List<Term> terms) {
        return terms.stream().filter(term -> term.isTelling() || (term.isName() && !term.isFrame()));
    }
}
