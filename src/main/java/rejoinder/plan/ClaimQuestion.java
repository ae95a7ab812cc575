package rejoinder.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.text.StopWords;

/**
 * Turns what a key point claims into a question about it: "`__get__` receives the instance" becomes "what does `__get__` receive?", "the file is closed when the
 * block ends" becomes "when is the file closed?". The subject of the claim is asked about, and what is claimed of it is left for the candidate. Where the grammar of
 * a claim is beyond this, its beginning is to be finished.
 */
final class ClaimQuestion {
    private static final String OPENING = "In one sentence: ";
    private static final Pattern CODE = Pattern.compile("`[^`]+`");

    /** Words, code in one piece. */
    private static final Pattern TOKEN = Pattern.compile("`[^`]+`[^\\s,;:`]*|[^\\s,;:]+|[,;:]");

    private static final Pattern CONDITION = Pattern.compile("^(If|When|While|After|Before) ([^,]{3,80}), .+");
    private static final Pattern CIRCUMSTANCE = Pattern.compile(
            "^((?:In|On|With|Without|For|Unlike|Since|From|At|Under|Within|As)(?!.{0,50} such as) [^,]{2,60}), (?!and |but |so |or )(.+)");
    private static final Pattern NAME = Pattern.compile("\\b(?=\\w*[A-Z_])\\w*[A-Z0-9_]\\w+(?!\\w)|\\bC(#|\\+\\+)");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]*(-[a-z]+)*");
    private static final Pattern COMPARISON =
            Pattern.compile("(?:\\w+ )?(?:more|less|fewer|\\w+er) (?:[\\w-]+ )?than (.+)");
    /** Names that keep their capital in the middle of a sentence. */
    private static final Set<String> NAMES = Set.of(
            ("Ansible Celery Cython Debian Django Docker Flask Git Gunicorn Hatch Java Jenkins Jinja Kafka Kubernetes Linux Matplotlib Numba Poetry Prometheus"
                            + " Pulumi Pydantic Python Redis Sphinx Terraform Unicode Uvicorn Windows")
                    .split(" "));

    /** Words that are not names although a sentence begins with them alone. */
    private static final Pattern ABSTRACT = Pattern.compile(
            "(Data|Code|Memory|Text|Time|[A-Z][a-z]*(s|ing|tion|sion|ance|ence|ment|ity|ness|-[a-z]+))");
    /** Words after a verb that are repeated in a question about when it happens. */
    private static final int LONGEST_OBJECT = 7;

    private static final int LONGEST_SUBJECT = 15;
    private static final int LEAST_LETTERS = 5;

    /** Verbs that take an object, so that one can ask what it is. */
    private static final Map<String, String> TAKES_OBJECT = thirds(
            "accept achieve add adjust affect align allow append apply assign attach automate avoid become begin bind block bring build bypass cache call carry catch cause change"
                    + " check choose clean clear collect combine compare compile complete compute configure contain continue control convert copy cost count cover create cut"
                    + " declare decorate defer define delay delete deliver demand deploy derive describe destroy detect determine disable discard download drop enable encode enter"
                    + " escape evaluate exceed execute expand expect explain expose extend fetch fill filter find fix follow force forward free freeze generate get"
                    + " give group guarantee guard handle hide hit hold identify ignore implement import improve include increase indicate inherit insert inspect install interrupt introduce invoke"
                    + " isolate iterate join keep lack lead learn leave let limit link list load lock lose lower make manage map match mean measure merge mock modify move name need"
                    + " offer open order overload override overwrite organise pack pass patch pause perform permit pick point poll pop prefer prepare preserve prevent print process"
                    + " produce protect prove provide publish pull push put raise reach read rebuild receive recommend record reduce refer refuse register reject release remove rename reorder repeat"
                    + " replace report represent reproduce require resolve restart restore restrict resume return reuse reveal reverse roll rotate run save say search see select send"
                    + " separate serialize serve set shadow share shorten show simplify sign skip slow sort speed spread start state stop store submit suit support suppress suspend swallow swap"
                    + " switch take tell throw tie track trade transfer translate trigger trust turn undo unpack update use validate verify want warn wrap write yield");

    /** Verbs without an object; what follows them decides what can be asked. */
    private static final Map<String, String> WITHOUT_OBJECT = thirds(
            "act appear apply arrive behave belong come count depend differ die disappear do end exist expire fail fall fit go grow happen help lie live look matter occur"
                    + " pay rely remain return rise run scale stand stay succeed wait work");

    /** Verbs of which one asks what something becomes. */
    private static final Set<String> CHANGES =
            Set.of("turn", "convert", "compile", "translate", "split", "combine", "encode");

    private static final Set<String> BE = Set.of("is", "are", "was", "were");
    private static final Set<String> ADVERBS = Set.of(
            "usually",
            "only",
            "also",
            "always",
            "never",
            "often",
            "automatically",
            "normally",
            "first",
            "then",
            "still",
            "already",
            "simply",
            "therefore",
            "itself",
            "themselves",
            "alone",
            "typically",
            "commonly",
            "both",
            "each",
            "just",
            "even",
            "thus",
            "later",
            "mainly",
            "internally",
            "implicitly");
    private static final Set<String> MODALS = Set.of("can", "must", "may", "should", "cannot", "could", "need");

    /** What begins the part of a claim that says when. */
    private static final Set<String> WHEN =
            Set.of("when", "while", "until", "before", "after", "once", "whenever", "if", "unless");
    /** Those of them that also say when if something stands between them and the verb. */
    private static final Set<String> SETS_TIME = Set.of("when", "while", "until", "whenever", "if", "unless");

    private static final Set<String> WHERE = Set.of("in", "on", "at", "inside", "where");
    private static final Set<String> PREPOSITIONS = Set.of(
            "by", "from", "with", "to", "for", "as", "into", "of", "on", "in", "at", "against", "through", "between",
            "without", "about", "under", "over", "via");
    /** What follows a verb that has no object here. */
    private static final Set<String> NO_OBJECT = Stream.of(
                    WHEN.stream(),
                    PREPOSITIONS.stream(),
                    Stream.of(
                            "only", "out", "off", "up", "itself", "so", "because", "than", "that", "not", "and", "or",
                            "faster", "slower", "better"))
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> ENDS_SUBJECT = Set.of(
            ",", ";", ":", "where", "when", "while", "because", "so", "but", "than", "whereas", "whether", "how", "why",
            "what");
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");
    private static final Set<String> DETERMINERS = Set.of(
            "A", "An", "The", "Each", "Every", "All", "Both", "Some", "Most", "Many", "Its", "Two", "One", "Only",
            "Any", "Several", "Other", "Another", "Such");
    /** Openings of subjects in the plural. */
    private static final Set<String> SEVERAL =
            Set.of("Two", "Three", "Several", "Many", "Most", "All", "Both", "Some", "Other");

    private static final Set<String> DEFINES = Set.of("a", "an", "the", "one");
    /** Participles without "ed". */
    private static final Set<String> PARTICIPLES = Set.of(
            ("bound built caught chosen cut done drawn found forgotten frozen given held hidden kept known left lost made meant met put read run seen sent set shown"
                            + " shut sorted split spent stuck swept taken thrown told understood written")
                    .split(" "));
    /** Words in "ed" that are adjectives. */
    private static final Set<String> STATES = Set.of(
            "typed",
            "fixed",
            "limited",
            "related",
            "needed",
            "nested",
            "indented",
            "unordered",
            "ordered",
            "advanced",
            "two-sided");
    /** Openings that are not a subject. */
    private static final Set<String> NO_SUBJECT = Set.of(
            "in",
            "on",
            "since",
            "with",
            "without",
            "for",
            "from",
            "at",
            "by",
            "it",
            "this",
            "that",
            "there",
            "these",
            "they",
            "as",
            "to",
            "because",
            "if",
            "when",
            "while",
            "after",
            "before",
            "not",
            "no",
            "unlike",
            "you",
            "what",
            "where",
            "whether",
            "how",
            "who",
            "which",
            "neither",
            "nothing",
            "nobody",
            "under",
            "between",
            "among",
            "instead",
            "once",
            "until",
            "unless",
            "although",
            "even",
            "like",
            "per",
            "within",
            "we",
            "he",
            "none",
            "few",
            "rather",
            "never",
            "so",
            "both");

    private ClaimQuestion() {}

    /**
     * The question, Markdown.
     *
     * @param claim what a good line says, one sentence
     * @param shortForm a few words that name the point; empty if there are none
     */
    static String of(String claim, String shortForm) {
        return grammatical(claim)
                .or(() -> beginning(claim))
                .orElseGet(() -> OPENING
                        + (shortForm.isEmpty()
                                ? "what should a good answer say about " + about(claim) + "?"
                                : "explain “" + shortForm + "”."));
    }

    /**
     * The question, Markdown, where the point has no name.
     *
     * @param claim what a good line says, one sentence
     */
    static String of(String claim) {
        return of(claim, "");
    }

    /** Whether the point has a name, or its claim a subject or a condition that one can ask about. */
    static boolean canAsk(String claim, String shortForm) {
        return !shortForm.isEmpty()
                || grammatical(claim).or(() -> beginning(claim)).isPresent();
    }

    private static Optional<String> grammatical(String claim) {
        Matcher condition = CONDITION.matcher(claim);
        if (condition.matches()) {
            return Optional.of(OPENING + "what happens " + condition.group(1).toLowerCase(Locale.ROOT) + " "
                    + condition.group(2) + "?");
        }
        Matcher circumstance = CIRCUMSTANCE.matcher(claim);
        if (circumstance.matches()) {
            String where = circumstance.group(1);
            return Parsed.of(circumstance.group(2))
                    .flatMap(Parsed::question)
                    .map(asked -> OPENING + asked + ", " + where.substring(0, 1).toLowerCase(Locale.ROOT)
                            + where.substring(1) + "?");
        }
        return Parsed.of(claim).flatMap(Parsed::question).map(asked -> OPENING + asked + "?");
    }

    /** The claim up to and with its verb, to be finished. */
    private static Optional<String> beginning(String claim) {
        return Parsed.of(claim).map(it -> OPENING + "finish “" + it.head() + " …”.");
    }

    /**
     * A claim taken apart.
     *
     * @param subject its words before the verb, without adverbs
     * @param verb the first verb of the main clause
     * @param rest what follows it up to the end or to the next clause
     */
    private record Parsed(List<String> subject, String verb, List<String> rest, boolean plural, String opening) {
        static Optional<Parsed> of(String claim) {
            List<String> words = TOKEN.matcher(claim.replaceFirst("\\.$", ""))
                    .results()
                    .map(it -> it.group())
                    .collect(Collectors.toCollection(ArrayList::new));
            if (words.isEmpty() || NO_SUBJECT.contains(words.get(0).toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            int relative = 0;
            for (int i = 1; i < Math.min(words.size() - 1, LONGEST_SUBJECT + 1); i++) {
                String word = words.get(i);
                if (word.equals(",")) {
                    int end = words.subList(i + 1, words.size()).indexOf(",");
                    if (end < 0) {
                        return Optional.empty();
                    }
                    // "a name, in its module, is": what is between the two commas is not part of the clause
                    words.subList(i, i + end + 2).clear();
                    if (i + 1 >= words.size() || !isVerb(words, i)) {
                        return Optional.empty();
                    }
                    i--;
                    continue;
                }
                String next1 = words.get(i + 1);
                if (ENDS_SUBJECT.contains(word)
                        && !next1.matches("loops?|statements?|blocks?|clauses?|expressions?|[a-z]+ing")) {
                    return Optional.empty();
                }
                if (RELATIVE.contains(word)) {
                    relative++;
                    continue;
                }
                if (!isVerb(words, i)) {
                    continue;
                }
                if (relative > 0) {
                    relative--;
                    // "a class that can be imported": the auxiliary and its verb are one
                    while (i + 1 < words.size() - 1
                            && (isVerb(words, i + 1) || words.get(i + 1).equals("be"))) {
                        i++;
                    }
                    continue;
                }
                if (Set.of("and", "or", "to", "not").contains(words.get(i - 1))) {
                    return Optional.empty();
                }
                List<String> subject = new ArrayList<>(words.subList(0, i));
                while (subject.size() > 1 && ADVERBS.contains(subject.get(subject.size() - 1))) {
                    subject.remove(subject.size() - 1);
                }
                List<String> rest = new ArrayList<>();
                for (String next : words.subList(i + 1, words.size())) {
                    if (next.equals(",") || next.equals(";") || next.equals(":")) {
                        break;
                    }
                    rest.add(next);
                }
                while (!rest.isEmpty() && ADVERBS.contains(rest.get(0))) {
                    rest.remove(0);
                }
                boolean plural = Set.of("are", "were", "have", "do").contains(word)
                        || TAKES_OBJECT.containsValue(word)
                        || WITHOUT_OBJECT.containsValue(word);
                return rest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Parsed(subject, word, rest, plural, String.join(" ", words.subList(0, i + 1))));
            }
            return Optional.empty();
        }

        private static boolean isVerb(List<String> words, int i) {
            String word = words.get(i);
            String before = words.get(i - 1);
            if (before.equals("The") || before.equals("the")) {
                return false; // "the is operator"
            }
            if (BE.contains(word)
                    || (MODALS.contains(word) && !word.equals("need"))
                    || Set.of("has", "have", "does", "do").contains(word)) {
                return true;
            }
            boolean third = TAKES_OBJECT.containsKey(word) || WITHOUT_OBJECT.containsKey(word);
            boolean base = TAKES_OBJECT.containsValue(word) || WITHOUT_OBJECT.containsValue(word);
            boolean afterPlural =
                    (before.matches("[\\w()-]*[a-z]s") && !before.matches(".*(ss|us|is)|this|always|itself"))
                            || words.subList(0, i).contains("and");
            if (third) {
                // "function calls cost": a noun before its verb
                return !SEVERAL.contains(words.get(0))
                        && !isNounBefore(words, i)
                        && !DETERMINERS.contains(before)
                        && !Set.of("a", "an", "the", "of", "in", "with", "for", "all", "its", "two")
                                .contains(before);
            }
            return base
                    && afterPlural
                    && (!isOne(words) || words.subList(0, i).contains("and"))
                    && !Set.of("to", "and", "or", "of", "a", "an", "the").contains(before);
        }

        private static boolean isNounBefore(List<String> words, int i) {
            String next = words.get(i + 1);
            if (BE.contains(next)
                    || MODALS.contains(next)
                    || next.equals("have")
                    || next.equals("do")
                    || next.equals("of")) {
                return true;
            }
            return !isOne(words)
                    && (WITHOUT_OBJECT.containsValue(next)
                            || (TAKES_OBJECT.containsValue(next)
                                    && i + 2 < words.size()
                                    && !NO_OBJECT.contains(words.get(i + 2))
                                    && !words.get(i).matches("returns|uses|takes|makes|lets|gets|gives|keeps")));
        }

        private static boolean isOne(List<String> words) {
            return Set.of("A", "An", "One", "Each", "Every").contains(words.get(0));
        }

        Optional<String> question() {
            if (subject.size() > 1 && Collections.frequency(subject, "and") > 1) {
                return Optional.empty();
            }
            String cause = clause("because");
            String about = named(subject);
            if (BE.contains(verb)) {
                return ofState(about, cause);
            }
            if (MODALS.contains(verb)) {
                return ofModal(about, cause);
            }
            String helper = plural ? "do " : "does ";
            if (verb.equals("has") || verb.equals("have")) {
                if (first().equals("to")) {
                    return Optional.of("what " + helper + about + " have to do");
                }
                return first().equals("no")
                                || PARTICIPLES.contains(first())
                                || first().equals("been")
                                || first().endsWith("ed")
                        ? Optional.empty()
                        : Optional.of("what " + helper + about + " have");
            }
            if (verb.equals("does") || verb.equals("do")) {
                if (!first().equals("not") || rest.size() < 3) {
                    return Optional.empty();
                }
                String object = rest.get(1);
                return Optional.of(
                        TAKES_OBJECT.containsValue(object)
                                        && !NO_OBJECT.contains(rest.get(2))
                                        && !Set.of("make", "let", "keep", "leave", "tell", "run")
                                                .contains(object)
                                ? "what " + helper + about + " not " + object
                                : "what " + helper + about + " not do");
            }
            String base = TAKES_OBJECT.getOrDefault(verb, WITHOUT_OBJECT.getOrDefault(verb, verb));
            boolean most =
                    first().equals("at") && rest.size() > 2 && rest.get(1).matches("most|least|which");
            boolean object = (TAKES_OBJECT.containsKey(verb) || TAKES_OBJECT.containsValue(verb))
                    && (most || !NO_OBJECT.contains(first()));
            int when = 1;
            while (when < rest.size() && !SETS_TIME.contains(rest.get(when))) {
                when++;
            }
            if (rest.get(when - 1).matches("an?|the|and|or")) {
                when = rest.size(); // "adds an if condition"
            }
            if (!cause.isEmpty() || first().equals("because")) {
                return Optional.of(("why " + helper + about + " " + base + " " + cause).strip());
            }
            if (when < rest.size() - 1 && when <= LONGEST_OBJECT) {
                return Optional.of(
                        "when " + helper + about + " " + base + " " + String.join(" ", rest.subList(0, when)));
            }
            int into = rest.indexOf("into");
            if (object && CHANGES.contains(base) && into > 0 && into <= LONGEST_OBJECT && into < rest.size() - 1) {
                return Optional.of("what " + helper + about + " " + base + " " + String.join(" ", rest.subList(0, into))
                        + " into");
            }
            if (object) {
                return first().equals("no") || first().equals("nothing") || first().equals("neither")
                        ? Optional.empty()
                        : Optional.of("what " + helper + about + " " + asked(base));
            }
            if (WHEN.contains(first())) {
                return Optional.of("when " + helper + about + " " + base);
            }
            if (first().equals("that")) {
                return Optional.of("what " + helper + about + " " + base);
            }
            if (base.equals("differ")) {
                return Optional.of("how " + helper + about + " differ");
            }
            if (WHERE.contains(first())
                    && Set.of("live", "run", "stand", "happen", "appear", "occur", "lie", "go", "stay")
                            .contains(base)) {
                return Optional.of("where " + helper + about + " " + base);
            }
            return PREPOSITIONS.contains(first())
                    ? Optional.of(
                            "what " + helper + about + " " + base + " " + (base.equals("exist") ? "for" : first()))
                    : Optional.empty();
        }

        /** What something is, or what is done to it. */
        private Optional<String> ofState(String about, String cause) {
            boolean not = first().equals("not");
            List<String> said = not ? rest.subList(1, rest.size()) : rest;
            while (said.size() > 1 && ADVERBS.contains(said.get(0))) {
                said = said.subList(1, said.size());
            }
            if (said.isEmpty()) {
                return Optional.empty();
            }
            String state = said.get(0);
            if (!cause.isEmpty()) {
                return Optional.of("why " + verb + " " + about + " " + cause);
            }
            Matcher than = COMPARISON.matcher(String.join(" ", said));
            if (than.matches() && !not) {
                return Optional.of("how " + (plural ? "do " : "does ") + about + " compare with " + than.group(1));
            }
            boolean definable =
                    subject.size() <= 4 && !subject.get(0).matches("Every|Each|All|Everything|One|Both|This|None");
            if (DEFINES.contains(state) && !not && definable && verb.equals("is")) {
                return Optional.of("what is " + about);
            }
            if (DEFINES.contains(state) && !not && definable && verb.equals("are")) {
                return Optional.of("what are " + about);
            }
            boolean done = isParticiple(state) && !STATES.contains(state);
            for (int i = 1; i < said.size(); i++) {
                String word = said.get(i);
                if (WHEN.contains(word)) {
                    return Optional.of("when " + verb + " " + about + " " + (not ? "not " : "")
                            + String.join(" ", said.subList(0, ADVERBS.contains(said.get(i - 1)) ? i - 1 : i)));
                }
                if (i == 1 && done && PREPOSITIONS.contains(word)) {
                    return Optional.of(ask(word, verb + " " + about + (not ? " not " : " ") + state));
                }
                if (!done
                        && i == 1
                        && PREPOSITIONS.contains(word)
                        && Set.of("for", "about", "from", "to", "of").contains(word)
                        && said.size() > 2) {
                    return Optional.of("what " + verb + " " + about + (not ? " not " : " ") + state + " " + word);
                }
            }
            if (PREPOSITIONS.contains(state) && Set.of("for", "in", "on", "at").contains(state)) {
                return Optional.of(ask(state, verb + " " + about + (not ? " not" : "")));
            }
            return Optional.empty();
        }

        private Optional<String> ofModal(String about, String cause) {
            boolean not = verb.equals("cannot") || first().equals("not");
            String modal = verb.equals("cannot") ? "can" : verb;
            List<String> said = new ArrayList<>(!verb.equals("cannot") && not ? rest.subList(1, rest.size()) : rest);
            said.removeIf(ADVERBS::contains);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            if (!cause.isEmpty()) {
                return Optional.of("why " + modal + " " + about
                        + (not && !verb.equals("cannot") ? "" : not ? " not" : "") + " " + cause);
            }
            String negation = not ? " not" : "";
            if (said.get(0).equals("be")) {
                if (said.size() < 4 || !isParticiple(said.get(1))) {
                    return Optional.empty();
                }
                String next = said.get(2);
                if (WHEN.contains(next)) {
                    return Optional.of("when " + modal + " " + about + negation + " be " + said.get(1));
                }
                return PREPOSITIONS.contains(next)
                        ? Optional.of(ask(next, modal + " " + about + negation + " be " + said.get(1)))
                        : Optional.empty();
            }
            String base = said.get(0);
            boolean object = TAKES_OBJECT.containsValue(base) && said.size() > 1 && !NO_OBJECT.contains(said.get(1));
            if (object) {
                return Optional.of("what " + modal + " " + about + negation + " " + base);
            }
            return Optional.of("what " + modal + " " + about + negation + " do");
        }

        private static String ask(String preposition, String clause) {
            return WHERE.contains(preposition) ? "where " + clause : "what " + clause + " " + preposition;
        }

        private String first() {
            return rest.get(0);
        }

        /** What the claim says before its reason; empty if it gives none. */
        private String clause(String word) {
            int at = rest.indexOf(word);
            return at > 0 ? String.join(" ", rest.subList(0, at)) : "";
        }

        /** The verb as a question has it: what somebody is told is left out, whom is not. */
        private String asked(String base) {
            if (base.equals("let")) {
                return "allow";
            }
            if (base.equals("tell")) {
                return base + " "
                        + String.join(
                                " ", rest.subList(0, Math.min(rest.size(), first().matches("the|a|your|its") ? 2 : 1)));
            }
            boolean complement =
                    Set.of("make", "keep", "leave", "help", "cause", "force").contains(base);
            return complement && !first().matches("an?|new|one|the|their|its|all") ? "do" : base;
        }

        private static boolean isParticiple(String word) {
            return PARTICIPLES.contains(word) || word.matches("[a-z-]{2,}ed");
        }

        /** The beginning of the claim, with its verb and what belongs to the verb. */
        String head() {
            List<String> more = new ArrayList<>();
            if (Set.of("not", "be").contains(first())) {
                more.add(first());
            }
            if (MODALS.contains(verb) && rest.size() > 2) {
                more.clear();
                more.addAll(first().equals("not") || first().equals("be") ? rest.subList(0, 2) : rest.subList(0, 1));
            }
            return Stream.concat(Stream.of(opening), more.stream()).collect(Collectors.joining(" "));
        }

        private static String named(List<String> words) {
            String first = words.get(0);
            boolean word = WORD.matcher(first).matches() && !NAMES.contains(first);
            boolean common = word
                    && (DETERMINERS.contains(first)
                            || words.size() > 1
                            || ABSTRACT.matcher(first).matches());
            String rest = String.join(" ", words.subList(1, words.size()));
            return ((common ? first.toLowerCase(Locale.ROOT) : first) + " " + rest).strip();
        }
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

    private static Map<String, String> thirds(String bases) {
        return Arrays.stream(bases.split(" "))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(ClaimQuestion::third, base -> base));
    }

    private static String third(String base) {
        if (base.equals("do") || base.equals("go")) {
            return base + "es";
        }
        if (base.endsWith("y") && !"aeou".contains(base.substring(base.length() - 2, base.length() - 1))) {
            return base.substring(0, base.length() - 1) + "ies";
        }
        return base.endsWith("s") || base.endsWith("ch") || base.endsWith("sh") || base.endsWith("x")
                ? base + "es"
                : base + "s";
    }
}
