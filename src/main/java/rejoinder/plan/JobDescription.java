package rejoinder.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.text.Sentences;
import rejoinder.text.StopWords;

/**
 * What a job description calls for: the questions whose prompt means the same as a passage of it, or that have a tag it mentions, by topic; and the names in it that
 * the bank never mentions. The same text and bank give the same result.
 *
 * @param topics with the questions called for, the most clearly called for first
 * @param missing names in the text that no question, answer, key point or tag of the bank mentions, in the order of the text
 */
public record JobDescription(List<CalledTopic> topics, List<String> missing) {
    private static final int MOST_PASSAGES = 200;
    private static final int LONGEST_PASSAGE = 300;
    private static final int MOST_QUESTIONS = 40;
    private static final int LEAST_LETTERS = 3;

    private static final Pattern PART = Pattern.compile("[,;()/]|\\s(?:and|or)\\s");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}+#.]*[\\p{L}\\p{N}+#]|\\p{L}");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}+#.]*[\\p{L}\\p{N}+#]");
    private static final int LONGEST_TAG = 3;

    /** What may be between two words of a tag: "garbage collection" and "garbage-collection" are the same. */
    private static final Pattern JOINT = Pattern.compile("[ \\-\u2010\u2011]");

    /** What follows a name, or several, at the beginning of a sentence that says how welcome they are. */
    private static final Pattern WELCOME = Pattern.compile(
            "(?:(?:,| and| or|/) ?\\p{Lu}\\S*)* (?:is|are|would be|will be) (?:also )?(?:a |an )?(?:big |strong |definite |huge |real |nice )?"
                    + "(?:plus|bonus|advantage|asset|must|must-have|required|preferred|desired|desirable|welcome|essential|beneficial|helpful|nice)\\b");

    /** How words end that name a quality or an activity: "Curiosity is a plus." */
    private static final Pattern QUALITY =
            Pattern.compile(".*(?:..ence|..ance|..ity|tion|sion|ness|ship|ment|..cy|ledge|skills?|work|[aeiouy].*ing)");

    /** Capitalised words that name no subject of an interview. */
    private static final Set<String> NO_SUBJECT = Set.of(
            ("english german french spanish dutch italian polish portuguese swedish danish norwegian finnish czech russian ukrainian turkish"
                            + " greek hungarian romanian chinese mandarin japanese korean arabic hindi monday tuesday wednesday thursday friday saturday sunday january february"
                            + " march april june july august september october november december europe european germany france spain uk us usa eu remote"
                            + " senior junior engineer developer bachelor master university degree computer science you we our your"
                            + " travel relocation passion empathy initiative humour humor overtime enthusiasm degrees certificates references")
                    .split(" "));

    /** Tags that are everyday words as well: they count only where they are written in capitals, as REST is. */
    private static final Set<String> EVERYDAY = Set.of(
            ("architecture await build class code collections debugging defaults equality errors files functions future hashing import isolation iteration"
                            + " list lock memory methods modes modules open packages parameters parsing pipeline process protocol queue reading readability"
                            + " references rest review scope scripts secrets series set slots sorting style task tasks text time try web writing"
                            + " best-practices end-to-end health-checks property-based round-trip static-files supply-chain")
                    .split(" "));

    /** Copies the lists. */
    public JobDescription {
        topics = List.copyOf(topics);
        missing = List.copyOf(missing);
    }

    /** A topic with the questions that are called for, the most clearly called for first. */
    public record CalledTopic(Topic topic, List<Called> questions) {
        /** Copies the list. */
        public CalledTopic {
            questions = List.copyOf(questions);
        }
    }

    /**
     * A question that is called for.
     *
     * @param quote the words of the text that call for it, as they stand there
     * @param likeness of these words and the question
     */
    public record Called(Question question, String quote, double likeness) {}

    /**
     * Reads a job description.
     *
     * @param likeness what tells whether words mean what a question asks
     */
    public static JobDescription read(String text, ItemBank bank, Likeness likeness) {
        List<String> passages = passages(text);
        Map<QuestionId, Double> most = new HashMap<>();
        Map<QuestionId, String> quotes = new HashMap<>();
        for (String passage : passages) {
            likeness.asking(passage, bank, likeness.callsFrom()).forEach((id, alike) -> {
                if (alike > most.getOrDefault(id, -1d)) {
                    most.put(id, alike);
                    quotes.put(id, passage);
                }
            });
        }
        Map<String, String> subjects = subjects(text);
        for (Question question : bank.questions()) {
            // what a question is tagged with calls for it, wherever the word stands
            question.tags().stream()
                    .map(JobDescription::asTag)
                    .filter(tag -> subjects.containsKey(tag) && !most.containsKey(question.id()))
                    .findFirst()
                    .ifPresent(tag -> {
                        most.put(question.id(), likeness.callsFrom());
                        quotes.put(question.id(), subjects.getOrDefault(tag, tag));
                    });
        }
        List<Called> called = new ArrayList<>();
        for (Question question : bank.questions()) {
            Double alike = most.get(question.id());
            if (alike != null) {
                called.add(new Called(question, quotes.getOrDefault(question.id(), ""), alike));
            }
        }
        called.sort(Comparator.comparingDouble(Called::likeness).reversed());
        Map<String, List<Called>> byTopic = new LinkedHashMap<>();
        called.stream()
                .limit(MOST_QUESTIONS)
                .forEach(one -> byTopic.computeIfAbsent(one.question().id().topic(), topic -> new ArrayList<>())
                        .add(one));
        List<CalledTopic> topics = new ArrayList<>();
        byTopic.forEach(
                (id, questions) -> bank.topic(id).ifPresent(topic -> topics.add(new CalledTopic(topic, questions))));
        return new JobDescription(topics, missing(text, bank));
    }

    /**
     * The questions of an interview on it: one of each topic in turn, the topic called for most clearly first, and then round again.
     *
     * @param most how many
     */
    public List<QuestionId> interview(int most) {
        List<QuestionId> picked = new ArrayList<>();
        int deepest = topics.stream()
                .mapToInt(topic -> topic.questions().size())
                .max()
                .orElse(0);
        for (int turn = 0; turn < deepest; turn++) {
            for (CalledTopic topic : topics) {
                if (turn < topic.questions().size() && picked.size() < most) {
                    picked.add(topic.questions().get(turn).question().id());
                }
            }
        }
        return picked;
    }

    /** Sentences, and their parts where they list several things. */
    private static List<String> passages(String text) {
        Set<String> passages = new LinkedHashSet<>();
        for (String whole : sentences(text)) {
            add(whole, passages);
            List<String> parts = PART.splitAsStream(whole).toList();
            if (parts.size() > 1) {
                parts.forEach(part -> add(part, passages));
            }
        }
        return List.copyOf(passages);
    }

    // job descriptions are lists: a line ends a sentence, whatever stands at its end
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        text.lines()
                .forEach(line -> Sentences.of(line)
                        .forEach(one -> sentences.add(
                                line.substring(one.span().start(), one.span().end()))));
        return sentences;
    }

    private static void add(String text, Set<String> passages) {
        String passage = text.replaceAll("^[\\s*•·\\-–—>#]+|[\\s.:!?]+$", "");
        if (passage.length() >= LEAST_LETTERS
                && passage.length() <= LONGEST_PASSAGE
                && passages.size() < MOST_PASSAGES) {
            passages.add(passage);
        }
    }

    // a capital inside a line is a name; at its beginning it is one where the line lists names, or says how welcome
    // they are
    private static List<String> missing(String text, ItemBank bank) {
        Set<String> known = words(bank);
        Set<String> missing = new LinkedHashSet<>();
        for (String sentence : sentences(text)) {
            String line = sentence.replaceAll("^[\\s*•·\\-–—>#]+", "");
            Matcher names = NAME.matcher(line);
            while (names.find()) {
                String name = names.group();
                String low = name.toLowerCase(Locale.ROOT);
                boolean listed = names.start() > 0
                        || line.startsWith(",", names.end())
                        || (WELCOME.matcher(line)
                                        .region(names.end(), line.length())
                                        .lookingAt()
                                && !QUALITY.matcher(low).matches()
                                && !StopWords.isGrammar(low));
                if (listed && name.length() >= LEAST_LETTERS && !known.contains(low) && !NO_SUBJECT.contains(low)) {
                    missing.add(name);
                }
            }
        }
        return List.copyOf(missing);
    }

    // words that may be a tag, up to three in a row, as they are in the text, by how a tag is written
    private static Map<String, String> subjects(String text) {
        List<MatchResult> words = WORD.matcher(text).results().toList();
        Map<String, String> subjects = new HashMap<>();
        for (int first = 0; first < words.size(); first++) {
            for (int last = first; last < Math.min(words.size(), first + LONGEST_TAG); last++) {
                if (last > first
                        && !joins(
                                text, words.get(last - 1).end(), words.get(last).start())) {
                    break;
                }
                String written =
                        text.substring(words.get(first).start(), words.get(last).end());
                if (mayBeTag(written)) {
                    subjects.putIfAbsent(asTag(written), written);
                }
            }
        }
        return subjects;
    }

    private static boolean joins(String text, int from, int to) {
        return JOINT.matcher(text).region(from, to).matches();
    }

    /** How a tag is compared: small letters, and a hyphen between words. */
    private static String asTag(String words) {
        return JOINT.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    private static boolean mayBeTag(String words) {
        String tag = asTag(words);
        return !StopWords.isGrammar(tag)
                && !StopWords.saysLittle(tag)
                && (!EVERYDAY.contains(tag) || words.equals(words.toUpperCase(Locale.ROOT)));
    }

    private static Set<String> words(ItemBank bank) {
        Set<String> words = new HashSet<>();
        bank.topics().forEach(topic -> addWords(topic.title() + " " + topic.summary(), words));
        for (Question question : bank.questions()) {
            addWords(question.prompt() + " " + question.context(), words);
            question.referenceAnswers().stream().map(ReferenceAnswer::text).forEach(it -> addWords(it, words));
            question.keyPoints().stream().map(KeyPoint::statement).forEach(it -> addWords(it, words));
            question.tags().forEach(it -> addWords(it, words));
        }
        return words;
    }

    private static void addWords(String text, Set<String> words) {
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group().toLowerCase(Locale.ROOT));
        }
    }
}
