package rejoinder.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rejoinder.pack.Markup;

/** Makes ids out of prompts and titles, each once. */
final class Slugs {
    private static final Set<String> FILLERS = Set.of(
            ("what is are was the a an of in on to for and or do does did you your how explain describe it its be can could would should "
                            + "with by use used using concept purpose role main some between")
                    .split(" ", -1));
    /** Words of questions that say what they are about only by pointing at it ("What does this print?"). */
    private static final Set<String> POINTING = Set.of(
            ("this that these those following below above here next code snippet program example output outputs result results print prints printed printing "
                            + "log logs logged console value values return returns returned happen happens statement statements line lines expression "
                            + "will would which when we run true correct right wrong false one why get gets shown explain get's what's what'll")
                    .split(" ", -1));

    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    void take(String slug) {
        taken.add(slug);
    }

    /**
     * A slug of the words that matter. Words in a script that cannot be transliterated become a hash, so that the same text has the same slug wherever it stands.
     *
     * @param text what it is made of
     * @param beside what tells two things of one text apart; its hash comes after a slug that is taken
     */
    String of(String text, String beside) {
        List<String> words = Wording.words(Markup.text(text));
        boolean pointing = !beside.isEmpty()
                && words.stream().anyMatch(POINTING::contains)
                && words.stream().allMatch(word -> FILLERS.contains(word) || POINTING.contains(word));
        String all = text + "\n" + beside;
        return free(pointing ? base(text) + "-" + hash(all) : base(text), all);
    }

    /**
     * A slug that is not taken.
     *
     * @param base the slug if it is free
     * @param beside its hash comes after one that is taken
     */
    String free(String base, String beside) {
        String unique = base;
        if (!taken.add(unique)) {
            unique = base + "-" + hash(beside);
            for (int i = 2; !taken.add(unique); i++) {
                unique = base + "-" + hash(beside) + "-" + i;
            }
        }
        return unique;
    }

    /** The slug that a text has before it is told apart from others. */
    static String base(String text) {
        String plain = Normalizer.normalize(Latin.of(Markup.text(text)), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "");
        List<String> words = new ArrayList<>(
                List.of(plain.toLowerCase(Locale.ROOT).replaceAll("['’]", "").split("[^a-z0-9]+", -1)));
        words.removeIf(String::isEmpty);
        List<String> telling =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        String slug = join(telling.isEmpty() ? words : telling);
        long foreign = plain.codePoints()
                .filter(c -> Character.isLetter(c) && c > 0x24F)
                .count();
        long latin = plain.codePoints()
                .filter(c -> Character.isLetter(c) && c <= 0x24F)
                .count();
        if (slug.isEmpty() || foreign > latin) {
            String hash = "q-" + hash(text);
            return slug.isEmpty() ? hash : slug + "-" + hash(text);
        }
        return slug;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static String join(List<String> words) {
        StringBuilder slug = new StringBuilder();
        for (String word : words) {
            int length = slug.length() + (slug.length() == 0 ? 0 : 1) + word.length();
            if (length > LONGEST) {
                break;
            }
            slug.append(slug.length() == 0 ? "" : "-").append(word);
        }
        return slug.toString();
    }
}
