package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that take in another file: embedded notes, and the include of some tools. None is followed: a file could take in itself, or one that nobody meant to
 * give. The person is told which one it is.
 */
final class Included {
    private static final Pattern LINE = Pattern.compile(
            "^\\s*(?:[-*+]\\s+)?(?:!\\[\\[([^\\]|]+)(?:\\|[^\\]]*)?]]|\\{\\{\\s*#?(?:include|embed):?\\s+([^}]+?)\\s*}}"
                    + "|\\{%-?\\s*include(?:_relative)?\\s+([^%]+?)\\s*-?%}|<!--\\s*#?include:?\\s+(.+?)\\s*-->)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE =
            Pattern.compile(".*\\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp[34]|webm|ogg|wav)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:`{3,}|~{3,}).*");

    private Included() {}

    /** The name of the file that a line takes in, or of the picture that it shows; empty if it says something itself. */
    static Optional<String> file(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return Optional.of(found.group(group).replaceAll("[\"']", "").strip());
            }
        }
        return Optional.empty();
    }

    /** The files that a text takes in outside its code, pictures left out. */
    static List<String> files(String markdown) {
        List<String> files = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.split("\n", -1)) {
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code) {
                file(line)
                        .filter(name -> !PICTURE.matcher(name).matches() && !files.contains(name))
                        .ifPresent(files::add);
            }
        }
        return files;
    }

    /** What the person is told. */
    static String sentence(String file) {
        return "The document takes in '" + file
                + "' here, which is not followed; import that file, too, and merge the two.";
    }
}
