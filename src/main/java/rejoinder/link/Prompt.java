package rejoinder.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.text.Stems;

/**
 * The words of a question and what they are there for.
 *
 * @param text plain text
 * @param terms its words in order
 */
record Prompt(String text, List<Term> terms) {
    private static final Pattern WORD = Pattern.compile(
            "@?[\\p{L}\\p{N}_]+(?:[.+/-][\\p{L}\\p{N}_]+|'(?!s\\b)\\p{L}+)*(?:[+#]+(?![\\p{L}\\p{N}]))?");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)(.+?)\\1", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!:](?:\\s|$)");
    private static final Set<String> EXAMPLE = Set.of("like", "such", "e.g");
    private static final Set<String> ENDS_EXAMPLES =
            Set.of("using", "with", "for", "in", "to", "how", "what", "when", "why", "by", "on");
    private static final int APART_WITHIN = 6;
    private static final double MOSTLY = 0.6;

    /**
     * One word.
     *
     * @param word as it is written, without a possessive ending
     * @param stem what it is matched by
     * @param isName whether it is an identifier, a number or a proper name, so that nothing else can stand for it
     * @param isFrame whether it belongs to the frame of the question
     * @param isGeneric whether most questions share it
     * @param isAside whether it is in parentheses
     * @param isPossessive whether it owns what follows ("Django's")
     * @param joined this word and a neighbour written as one ("static method" as "staticmethod"), as stems
     * @param start first character in the text
     * @param end behind its last character
     */
    record Term(
            String word,
            String stem,
            boolean isName,
            boolean isFrame,
            boolean isGeneric,
            boolean isAside,
            boolean isPossessive,
            List<String> joined,
            int start,
            int end) {
        private Term asFrame() {
            return new Term(word, stem, false, true, isGeneric, isAside, isPossessive, joined, start, end);
        }

        /** Whether it says what the question is about. */
        boolean isContent() {
            return !isFrame;
        }

        boolean isTelling() {
            return !isFrame && !isGeneric;
        }
    }

    /** Copies the list. */
    Prompt {
        terms = List.copyOf(terms);
    }

    /**
     * Reads a prompt.
     *
     * @param markdown inline Markdown; what is in back quotes there is a name
     * @param plain the same as plain text
     */
    static Prompt of(String markdown, String plain) {
        Set<String> code = new HashSet<>();
        Matcher spans = CODE_SPAN.matcher(markdown);
        while (spans.find()) {
            Matcher words = WORD.matcher(spans.group(2));
            while (words.find()) {
                code.add(words.group());
            }
        }
        String text = plain.replace('’', '\'').replace('‘', '\'');
        boolean capitalsTell = share(text) < MOSTLY;
        List<Term> terms = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        boolean sentenceStart = true;
        int last = 0;
        int depth = 0;
        boolean examples = false;
        while (words.find()) {
            String between = text.substring(last, words.start());
            sentenceStart |= SENTENCE_END.matcher(between).find();
            depth = Math.max(0, depth + count(between, '(') - count(between, ')'));
            String word = words.group();
            if (word.equals("s") && between.endsWith("'")) {
                continue; // the end of a possessive
            }
            String lower = word.toLowerCase(Locale.ROOT);
            // "tools like A, B or C": one of them is an example as those in parentheses are
            examples = EXAMPLE.contains(lower) || (examples && isRow(between) && !ENDS_EXAMPLES.contains(lower));
            boolean possessive = text.startsWith("'s", words.end()) || text.startsWith("' ", words.end());
            boolean capital = capitalsTell && !sentenceStart && Character.isUpperCase(word.codePointAt(0));
            boolean name = (capital && !word.contains("-")) || code.contains(word) || isIdentifier(word);
            boolean frame = QuestionWords.isFrame(lower) && !code.contains(word) && (!capital || lower.equals("i"));
            terms.add(new Term(
                    word,
                    Stems.bare(lower),
                    name && !frame,
                    frame,
                    QuestionWords.isGeneric(lower) && !code.contains(word),
                    depth > 0 || examples,
                    possessive,
                    List.of(),
                    words.start(),
                    words.end()));
            sentenceStart = false;
            last = words.end();
        }
        return new Prompt(text, joined(terms));
    }

    private static List<Term> joined(List<Term> terms) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            List<String> forms = new ArrayList<>();
            if (i > 0) {
                forms.add(joined(terms.get(i - 1), terms.get(i)));
            }
            if (i + 1 < terms.size()) {
                forms.add(joined(terms.get(i), terms.get(i + 1)));
            }
            Term term = terms.get(i);
            // "what sets them apart" is no question about sets
            boolean verb = term.stem().equals("set")
                    && terms.subList(i, Math.min(terms.size(), i + APART_WITHIN)).stream()
                            .anyMatch(next -> next.stem().equals("apart"));
            all.add(new Term(
                    term.word(),
                    term.stem(),
                    term.isName(),
                    term.isFrame() || verb,
                    term.isGeneric(),
                    term.isAside(),
                    term.isPossessive(),
                    List.copyOf(forms),
                    term.start(),
                    term.end()));
        }
        return all;
    }

    private static String joined(Term first, Term second) {
        return Stems.bare((first.word() + second.word()).toLowerCase(Locale.ROOT));
    }

    private static boolean isRow(String between) {
        return between.isBlank() || between.strip().equals(",");
    }

    private static boolean isIdentifier(String word) {
        return word.chars()
                        .anyMatch(c -> c == '_' || c == '.' || c == '#' || c == '+' || c == '@' || Character.isDigit(c))
                || word.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    private static double share(String text) {
        int all = 0;
        int capital = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            all++;
            capital += Character.isUpperCase(words.group().codePointAt(0)) ? 1 : 0;
        }
        return all == 0 ? 0 : capital / (double) all;
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(x -> x == c).count();
    }

    /** The same prompt with some words, by their stems, moved into the frame: the subject that all questions share tells none of them apart. */
    Prompt withFrame(Set<String> stems) {
        return new Prompt(
                text,
                terms.stream()
                        .map(term -> stems.contains(term.stem()) ? term.asFrame() : term)
                        .toList());
    }

    /** The two questions that "read and write" asks in one, each with one of the two words; empty if it asks in one, or compares the two. */
    List<String> halves() {
        if (compares()) {
            return List.of();
        }
        for (int i = 1; i + 1 < terms.size(); i++) {
            Term before = terms.get(i - 1);
            Term after = terms.get(i + 1);
            boolean pair = terms.get(i).word().equalsIgnoreCase("and")
                    && before.isContent()
                    && after.isContent()
                    && between(i - 1).isBlank()
                    && between(i).isBlank()
                    && !before.isAside();
            if (pair) {
                return List.of(
                        text.substring(0, before.end()) + text.substring(after.end()),
                        text.substring(0, before.start()) + text.substring(after.start()));
            }
        }
        return List.of();
    }

    boolean beginsWith(String word) {
        return !terms.isEmpty() && terms.get(0).word().equalsIgnoreCase(word);
    }

    /** Whether it asks how things differ. */
    boolean compares() {
        return terms.stream()
                .anyMatch(term -> QuestionWords.compares(term.word().toLowerCase(Locale.ROOT)));
    }

    /** The text between two neighbouring terms. */
    String between(int first) {
        return text.substring(terms.get(first).end(), terms.get(first + 1).start());
    }
}
