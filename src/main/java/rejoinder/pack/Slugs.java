package rejoinder.pack;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes ids out of prompts and titles, each once. */
final class Slugs {
    private static final Set<String> FILLERS = Set.of(
            ("what is are was the a an of in on to for and or do does did you your how explain describe it its be can could would should "
                            + "with by use used using concept purpose role main some between")
                    .split(" "));
    private static final int LONGEST = 60;

    private final Set<String> taken = new HashSet<>();

    void take(String slug) {
        taken.add(slug);
    }

    /** A slug of the words that matter; with a number behind it if it is taken. */
    String of(String text, String fallback) {
        String ascii =
                Normalizer.normalize(Markup.text(text), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        List<String> words = new ArrayList<>(
                List.of(ascii.toLowerCase(Locale.ROOT).replaceAll("['’]", "").split("[^a-z0-9]+")));
        words.removeIf(String::isEmpty);
        List<String> telling =
                words.stream().filter(word -> !FILLERS.contains(word)).toList();
        String slug = join(telling.isEmpty() ? words : telling);
        String base = slug.isEmpty() ? fallback : slug;
        String unique = base;
        for (int i = 2; !taken.add(unique); i++) {
            unique = base + "-" + i;
        }
        return unique;
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
