package rejoinder.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.text.StopWords;

/**
 * Turns what a key point claims into a question about it: "`__get__` receives the instance" becomes "what does `__get__` receive?". The subject of the claim is
 * asked about, and what is claimed of it is left for the candidate.
 */
final class ClaimQuestion {
    private static final String OPENING = "In one sentence: ";
    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    /** Questions that leave open what they want to know. */
    private static final Pattern VAGUE = Pattern.compile("what can you say about|what should a good answer say about");

    /** Words, code in one piece. */
    private static final Pattern TOKEN = Pattern.compile("`[^`]+`[^\\s,;:`]*|[^\\s,;:]+|[,;:]");

    private static final Pattern CONDITION = Pattern.compile("^(If|When|While|After|Before) ([^,]{3,80}), .+");
    private static final Pattern NAME = Pattern.compile("\\b(?=\\w*[A-Z_])\\w*[A-Z0-9_]\\w+(?!\\w)|\\bC(#|\\+\\+)");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]*");
    /** Names that keep their capital in the middle of a sentence. */
    private static final Set<String> NAMES = Set.of(
            ("Ansible Celery Cython Debian Django Docker Flask Git Gunicorn Hatch Java Jenkins Jinja Kafka Kubernetes Linux Numba Poetry Prometheus Pydantic"
                            + " Python Redis Sphinx Terraform Unicode Uvicorn Windows")
                    .split(" "));

    private static final int LONGEST_SUBJECT = 7;
    private static final int LEAST_LETTERS = 5;

    /** Verbs that take an object, so that one can ask what it is. */
    private static final Map<String, String> TAKES_OBJECT = Stream.of(
                    ("accept achieve add align allow automate avoid bind block build catch change check choose compare compute contain convert copy cost"
                                    + " count create define delete describe download execute expose find freeze generate give guarantee guard hide hold implement"
                                    + " import inherit install join keep leave let list load make manage map mean need offer override pass pick prefer prevent"
                                    + " produce protect provide raise read receive reduce release remove replace require restart restore return reveal save see"
                                    + " send show simplify skip start stop store support swallow take tell throw use wrap write yield")
                            .split(" "))
            .collect(Collectors.toMap(ClaimQuestion::third, base -> base));

    /** Verbs after which only the subject can be asked about. */
    private static final Set<String> SAYS_OF_SUBJECT = Set.of(
            ("is are was were has have does do runs run works work goes go fails fail lives live belongs belong comes come stays stay remains remain stands"
                            + " stand depends depend differs differ exists exist ends begins grows grow behaves behave happens happen waits wait")
                    .split(" "));

    private static final Set<String> ADVERBS =
            Set.of("usually", "only", "also", "always", "never", "often", "automatically", "normally", "first");
    private static final Set<String> MODALS = Set.of("can", "must", "may", "should", "cannot");
    /** What follows a verb that has no object here, or makes a subject too long to repeat. */
    private static final Set<String> NO_OBJECT = Set.of(
            "on", "in", "at", "for", "by", "from", "with", "to", "until", "while", "when", "only", "as", "into", "out",
            "off", "up", "itself", "itself.");

    private static final Set<String> ENDS_SUBJECT =
            Set.of(",", ";", ":", "that", "which", "who", "where", "when", "while", "because", "so", "but", "than");
    private static final Set<String> DETERMINERS = Set.of(
            "A", "An", "The", "Each", "Every", "All", "Both", "Some", "Most", "Many", "Its", "Two", "One", "Only",
            "Any");
    /** Openings that are no subject. */
    private static final Set<String> NO_SUBJECT = Set.of(
            "in", "on", "since", "with", "without", "for", "from", "at", "by", "it", "this", "that", "there", "these",
            "they", "as", "to", "because", "if", "when", "while", "after", "before", "not", "no", "unlike", "you");

    private ClaimQuestion() {}

    /**
     * The question, Markdown. Where the claim only says what something is, a question about that something would be too wide, so the point's name is asked about.
     *
     * @param claim what a good line says, one sentence
     * @param shortForm a few words that name the point; empty if there are none
     */
    static String of(String claim, String shortForm) {
        String asked = of(claim);
        return VAGUE.matcher(asked).find() && !shortForm.isEmpty() ? OPENING + "explain “" + shortForm + "”." : asked;
    }

    /**
     * The question, Markdown, where the point has no name.
     *
     * @param claim what a good line says, one sentence
     */
    static String of(String claim) {
        Matcher condition = CONDITION.matcher(claim);
        if (condition.matches()) {
            return OPENING + "what happens " + condition.group(1).toLowerCase(Locale.ROOT) + " " + condition.group(2)
                    + "?";
        }
        return aboutSubject(claim)
                .orElseGet(() -> OPENING + "what should a good answer say about " + about(claim) + "?");
    }

    /** Whether the point has a name, or its claim a subject or a condition that one can ask about. */
    static boolean canAsk(String claim, String shortForm) {
        return !shortForm.isEmpty()
                || CONDITION.matcher(claim).matches()
                || aboutSubject(claim).isPresent();
    }

    private static Optional<String> aboutSubject(String claim) {
        List<String> words =
                TOKEN.matcher(claim).results().map(it -> it.group()).toList();
        if (words.isEmpty() || NO_SUBJECT.contains(words.get(0).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        for (int i = 1; i < Math.min(words.size() - 1, LONGEST_SUBJECT + 1); i++) {
            String word = words.get(i);
            if (ENDS_SUBJECT.contains(word)) {
                return Optional.empty();
            }
            String next = words.get(i + 1);
            String subject = subject(words.subList(0, i > 1 && ADVERBS.contains(words.get(i - 1)) ? i - 1 : i));
            boolean objectless = NO_OBJECT.contains(next);
            if (SAYS_OF_SUBJECT.contains(word)
                    || (MODALS.contains(word) && (next.equals("be") || next.equals("not")))) {
                return Optional.of(OPENING + "what can you say about " + subject + "?");
            }
            if (MODALS.contains(word)) {
                return Optional.of(OPENING
                        + (word.equals("cannot")
                                ? "what can " + subject + " not do?"
                                : "what " + word + " " + subject + " do?"));
            }
            String base = TAKES_OBJECT.get(word);
            if (base != null) {
                return Optional.of(OPENING
                        + (objectless
                                ? "what can you say about " + subject + "?"
                                : "what does " + subject + " " + base + "?"));
            }
            if (TAKES_OBJECT.containsValue(word) && words.get(i - 1).matches(".*[a-z]s")) {
                return Optional.of(OPENING
                        + (objectless
                                ? "what can you say about " + subject + "?"
                                : "what do " + subject + " " + word + "?"));
            }
        }
        return Optional.empty();
    }

    private static String subject(List<String> words) {
        String first = words.get(0);
        boolean word = WORD.matcher(first).matches() && !NAMES.contains(first);
        boolean common = word && (DETERMINERS.contains(first) || words.size() > 1 || first.endsWith("s"));
        String rest = String.join(" ", words.subList(1, words.size()));
        return ((common ? first.toLowerCase(Locale.ROOT) : first) + " " + rest).strip();
    }

    /** What a claim is about where its subject cannot be told: a piece of code, a name, or its longest word. */
    private static String about(String claim) {
        Matcher code = CODE.matcher(claim);
        if (code.find()) {
            return code.group();
        }
        Matcher name = NAME.matcher(claim);
        while (name.find()) {
            if (name.start() > 0) {
                return name.group();
            }
        }
        return Stream.of(claim.split("[^\\p{L}\\p{N}_'-]+"))
                .filter(word -> word.length() >= LEAST_LETTERS
                        && !word.endsWith("ly")
                        && !StopWords.saysLittle(word.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length))
                .orElse("this");
    }

    private static String third(String base) {
        if (base.endsWith("y") && !"aeou".contains(base.substring(base.length() - 2, base.length() - 1))) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return base.endsWith("s") || base.endsWith("ch") || base.endsWith("sh") || base.endsWith("x")
                ? base + "es"
                : base + "s";
    }
}
