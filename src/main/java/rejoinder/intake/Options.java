package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.intake.Block.Kind;

/** Options below a question, and the answer below them that names one of them without being marked as the answer. */
final class Options {
    private static final Pattern LETTERED = Pattern.compile("^[*_(\\[]*([A-Ha-h])[.):\\]]+[*_]*\\s*(\\S.*)$");
    private static final Pattern LABEL = Pattern.compile(
            "(?i)^\\W*(?:(?:the )?(?:correct )?(?:answer|ans|option)\\W*)*([A-H])(?:\\s*[.):,–-].*|\\W*)$");

    private Options() {}

    /** Index of the block behind the options of a question that names one of them; -1 if there is none. */
    static int behind(List<Block> all, int from, int to) {
        List<String> options = new ArrayList<>();
        boolean lettered = false;
        for (int i = from; i < to; i++) {
            Block block = all.get(i);
            if (block.is(Kind.ITEM) && block.text().indexOf('\n') < 0) {
                lettered |= LETTERED.matcher(block.text()).matches();
                options.add(block.text());
            } else if (block.is(Kind.PARAGRAPH) && areLettered(block.text(), options.size())) {
                lettered = true;
                options.addAll(block.text().lines().map(String::strip).toList());
            } else if (block.says() && !(options.isEmpty() && block.is(Kind.PARAGRAPH, Kind.FENCE, Kind.TABLE))) {
                return options.size() >= 2 && block.is(Kind.PARAGRAPH, Kind.FENCE) && names(block, options, lettered)
                        ? i
                        : -1;
            }
        }
        return -1;
    }

    /** Whether every line begins with a letter, and the letters count on from those before. */
    private static boolean areLettered(String paragraph, int before) {
        int next = 'a' + before;
        for (String line : paragraph.split("\n", -1)) {
            Matcher letter = LETTERED.matcher(line.strip());
            if (!letter.matches() || Character.toLowerCase(letter.group(1).charAt(0)) != next++) {
                return false;
            }
        }
        return true;
    }

    private static boolean names(Block block, List<String> options, boolean lettered) {
        String first = block.firstLine();
        if (block.is(Kind.FENCE)) {
            first = block.afterFirstLine().lines().findFirst().orElse("");
        }
        String said = bare(first);
        return (lettered && LABEL.matcher(first).matches())
                || (!said.isEmpty()
                        && options.stream()
                                .anyMatch(option -> said.equals(bare(option))
                                        || said.equals(
                                                bare(LETTERED.matcher(option).replaceFirst("$2")))));
    }

    private static String bare(String text) {
        return Phrases.lower(text).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
