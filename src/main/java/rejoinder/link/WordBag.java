package rejoinder.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rejoinder.text.Stems;

/** The words of a text in every form that they may be looked for: stems, parts of compounds, and two neighbours written as one. */
final class WordBag {
    private final Set<String> whole = new HashSet<>();
    private final Set<String> singles = new HashSet<>();
    private final Set<String> parts = new HashSet<>();

    private WordBag() {}

    static WordBag of(Prompt prompt) {
        WordBag bag = new WordBag();
        List<Prompt.Term> terms = prompt.terms();
        for (int i = 0; i < terms.size(); i++) {
            String word = lower(terms.get(i));
            if (terms.get(i).stem().equals("set") && terms.get(i).isFrame()) {
                continue;
            }
            bag.whole.add(terms.get(i).stem());
            bag.whole.add(word);
            bag.singles.add(Stems.bare(word));
            List<String> pieces = pieces(word);
            if (pieces.size() > 1) {
                pieces.forEach(piece -> bag.parts.add(Stems.bare(piece)));
                bag.whole.add(Stems.bare(String.join("", pieces)));
            }
            bag.whole.addAll(terms.get(i).joined());
        }
        return bag;
    }

    /** Whether a term is there: itself, written apart or together, or every part of a compound ("data-set"); of alternatives ("TLS/SSL") one is enough. */
    boolean holds(Prompt.Term term) {
        if (whole.contains(term.stem())
                || term.joined().stream().anyMatch(singles::contains)
                || (parts.contains(term.stem()) && !isDotted(term.word()))) {
            return true;
        }
        String word = lower(term);
        if (whole.contains(word) || whole.contains(Stems.bare(word.replace("-", "")))) {
            return true;
        }
        if (isDotted(word)) {
            return false;
        }
        List<String> pieces = pieces(word);
        if (pieces.size() < 2) {
            return false;
        }
        return word.contains("/")
                ? pieces.stream().anyMatch(this::holdsPiece)
                : pieces.stream().allMatch(this::holdsPiece);
    }

    private boolean holdsPiece(String piece) {
        return whole.contains(Stems.bare(piece)) || parts.contains(Stems.bare(piece));
    }

    /** `concurrent.futures` is one name: its parts alone are something else. */
    private static boolean isDotted(String word) {
        return word.contains(".");
    }

    private static String lower(Prompt.Term term) {
        String word = term.word().toLowerCase(Locale.ROOT);
        return word.startsWith("@") ? word.substring(1) : word;
    }

    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>(Arrays.asList(word.split("[./-]+")));
        pieces.removeIf(String::isEmpty);
        return pieces;
    }
}
