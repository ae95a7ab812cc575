package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.intake.Block.Kind;

/** Questions that say of themselves that they are: {@code Q:}, {@code front::back}, cards of note programs, tables of questions and answers. */
final class Marks {
    private static final Pattern INLINE = Pattern.compile("^(.*?\\S)\\s*(:{2,3}|>>)\\s*(\\S.*)$");
    private static final Pattern MORE = Pattern.compile("^(.*?\\S)\\s*(?:>>>|::|>>)\\s*$");
    private static final Pattern CALLOUT = Pattern.compile("(?i)^\\s*>\\s*\\[!(?:question|faq|help)][-+]?\\s*(.*)$");
    private static final Pattern CARD = Pattern.compile("(?:^|\\s)#(?:flash)?cards?(?:/[\\w/-]+)?(?=\\s|$)");
    private static final Pattern TAG = Pattern.compile("(?:^|\\s)#[\\p{L}][\\w/-]*(?=\\s|$)");
    static final Set<String> ASKED = Set.of(
            "question|questions|q|prompt|term|front|frage|begriff|вопрос|вопросы|问题|題目|问|質問|pregunta|domanda|pergunta|concept|word|card|interview question|ask"
                    .split("\\|", -1));
    static final Set<String> SAID = Set.of(
            "answer|answers|a|definition|back|antwort|erklärung|ответ|ответы|答案|回答|答|response|respuesta|risposta|resposta|réponse|reponse|meaning|explanation|solution|description"
                    .split("\\|", -1));

    /** A line of a table of contents: words, a tab, the number of a page. */
    private static final Pattern PAGE = Pattern.compile("\\t\\s*\\d{1,4}\\s*$");

    private final Blocks blocks;
    private final boolean cards;

    Marks(Blocks blocks) {
        this.blocks = blocks;
        this.cards = isOfCards();
    }

    /** Whether front and back are told apart by signs in this document, so that a pair without a question mark is one too. */
    private boolean isOfCards() {
        int pairs = 0;
        int lines = 0;
        for (Block block : blocks.all()) {
            if (block.is(Kind.PARAGRAPH, Kind.ITEM)) {
                for (String line : block.text().split("\n", -1)) {
                    lines++;
                    pairs += INLINE.matcher(line).matches() && !line.contains("`") ? 1 : 0;
                    if (CARD.matcher(line).find()) {
                        return true;
                    }
                }
            }
        }
        return pairs >= 2 && pairs * 2 >= lines;
    }

    List<Start> find() {
        List<Start> starts = new ArrayList<>();
        List<Block> all = blocks.all();
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.PARAGRAPH, Kind.ITEM)) {
                lines(i, block, starts);
            } else if (block.is(Kind.QUOTE)) {
                callout(i, block, starts);
            } else if (block.is(Kind.TABLE)) {
                table(i, block, starts);
            }
        }
        return starts;
    }

    private void lines(int i, Block block, List<Start> starts) {
        String[] lines = block.text().split("\n", -1);
        int line = blocks.lineOf(block);
        int separator = separator(lines);
        if (separator > 0) {
            starts.add(new Start(
                    i,
                    line + Math.max(0, separator - 1),
                    Wording.prompt(lines[separator - 1]),
                    join(lines, separator + 1, lines.length),
                    separator + 1 < lines.length,
                    1,
                    true));
            return;
        }
        if (separator == 0 && i > 0 && blocks.all().get(i - 1).is(Kind.PARAGRAPH)) {
            return;
        }
        Matcher card = CARD.matcher(lines[0]);
        if (card.find() && !TAG.matcher(lines[0]).replaceAll("").isBlank()) {
            starts.add(new Start(
                    i,
                    line,
                    Wording.prompt(TAG.matcher(lines[0]).replaceAll("").strip()),
                    join(lines, 1, lines.length),
                    false,
                    1,
                    true));
            return;
        }
        boolean question = false;
        for (int j = 0; j < lines.length; j++) {
            Optional<Wording.Marked> mark = Wording.questionMark(lines[j]);
            if (mark.isPresent()) {
                j = marked(i, line, lines, j, mark.get(), starts);
                question = true;
                continue;
            }
            if (question) {
                continue;
            }
            Matcher more = MORE.matcher(lines[j]);
            if (more.matches() && cards && block.is(Kind.ITEM)) {
                starts.add(new Start(i, line + j, Wording.prompt(more.group(1)), "", false, 1, true));
                continue;
            }
            Matcher inline = INLINE.matcher(lines[j]);
            if (inline.matches() && isPair(inline)) {
                starts.add(Start.card(
                        i,
                        line + j,
                        Wording.prompt(inline.group(1)),
                        inline.group(3).strip()));
            }
        }
    }

    /** Reads a question that begins with its mark, over the lines that go on with it, and the answer in the same block. Returns the last line read. */
    private static int marked(int block, int line, String[] lines, int first, Wording.Marked mark, List<Start> starts) {
        StringBuilder prompt = new StringBuilder(mark.inside());
        List<String> rest = new ArrayList<>();
        boolean answer = !mark.after().isEmpty();
        if (answer) {
            rest.add(mark.after());
        }
        boolean listed = PAGE.matcher(lines[first]).find();
        boolean unmarked = answersWithoutMark(lines, first);
        int j = first + 1;
        for (; j < lines.length; j++) {
            if (Wording.questionMark(lines[j]).isPresent()) {
                break;
            }
            if (listed) {
                continue;
            }
            if (answer || Wording.answerMark(lines[j]).isPresent()) {
                answer = true;
                rest.add(lines[j]);
            } else if (Wording.asks(prompt.toString())
                    && (prompt.toString().strip().endsWith("?") || unmarked)) {
                answer = true;
                rest.add(lines[j]);
            } else {
                prompt.append(' ').append(lines[j]);
            }
        }
        starts.add(new Start(
                block,
                line + first,
                Wording.prompt(PAGE.matcher(prompt).replaceFirst("")),
                String.join("\n", rest),
                false,
                1,
                !rest.isEmpty() && mark.after().isEmpty()));
        return j - 1;
    }

    /** Whether the line below a short question begins the answer, though nothing says so. */
    private static boolean answersWithoutMark(String[] lines, int first) {
        for (int j = first + 1;
                j < lines.length && Wording.questionMark(lines[j]).isEmpty();
                j++) {
            if (Wording.answerMark(lines[j]).isPresent()) {
                return false;
            }
        }
        return first + 1 < lines.length && !Shapes.isWrapped(lines[first], lines[first + 1]);
    }

    private boolean isPair(Matcher inline) {
        String front = inline.group(1);
        String back = inline.group(3);
        if (front.contains("`") != back.contains("`")
                && (front + back).chars().filter(c -> c == '`').count() % 2 == 0) {
            if (front.chars().filter(c -> c == '`').count() % 2 != 0) {
                return false;
            }
        }
        if (front.matches("[\\w-]+") && inline.group(2).equals("::") && !cards) {
            return false;
        }
        boolean asks = front.endsWith("?") || front.endsWith("？");
        return asks
                || (cards
                        && !front.matches("card-[\\w-]+|[a-z]+-[a-z-]+")
                        && !front.matches("(?i)tags|alias(?:es)?|id|collapsed"));
    }

    private static int separator(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().matches("\\?{1,2}")) {
                return i;
            }
        }
        return -1;
    }

    private void callout(int i, Block block, List<Start> starts) {
        String[] lines = block.text().split("\n", -1);
        for (int j = 0; j < lines.length; j++) {
            Matcher callout = CALLOUT.matcher(lines[j]);
            if (callout.matches() && !callout.group(1).isBlank()) {
                int end = j + 1;
                List<String> answer = new ArrayList<>();
                while (end < lines.length && !CALLOUT.matcher(lines[end]).matches()) {
                    answer.add(lines[end]
                            .replaceFirst("^\\s*>\\s?", "")
                            .replaceFirst("^>\\s*\\[!\\w+][-+]?\\s*(?:answer)?\\s*$", ""));
                    end++;
                }
                starts.add(Start.card(
                        i,
                        blocks.lineOf(block) + j,
                        Wording.prompt(callout.group(1)),
                        String.join("\n", answer).strip()));
                j = end - 1;
            }
        }
    }

    // ---- tables

    private void table(int i, Block block, List<Start> starts) {
        String[] rows = block.text().split("\n", -1);
        if (rows.length < 3) {
            return;
        }
        List<String> header = cells(rows[0]);
        int asked = column(header, ASKED);
        int said = column(header, SAID);
        if (said < 0 && asked >= 0 && header.size() == 2 && !isNumber(header.get(1 - asked))) {
            said = 1 - asked;
        }
        if ((asked < 0 || said < 0) && header.size() == 2 && firstCellsAsk(rows)) {
            asked = 0;
            said = 1;
        }
        if (asked < 0 || said < 0 || asked == said) {
            return;
        }
        for (int j = 2; j < rows.length; j++) {
            List<String> cells = cells(rows[j]);
            if (cells.size() > Math.max(asked, said) && !cells.get(asked).isBlank()) {
                starts.add(Start.card(
                        i,
                        blocks.lineOf(block) + j,
                        Wording.prompt(cells.get(asked)),
                        cells.get(said).replaceAll("(?i)<br\\s*/?>", "\n")));
            }
        }
    }

    private static boolean isNumber(String name) {
        return name.strip().matches("(?i)#|no\\.?|nr\\.?|number|n°|id|s\\.?\\s?no\\.?");
    }

    private static boolean firstCellsAsk(String[] rows) {
        int asking = 0;
        for (int j = 2; j < rows.length; j++) {
            List<String> cells = cells(rows[j]);
            if (cells.size() > 1
                    && Wording.asks(cells.get(0))
                    && !cells.get(0).contains("](#")
                    && !cells.get(1).isBlank()) {
                asking++;
            }
        }
        return asking * 2 >= rows.length - 2;
    }

    static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(Wording.prompt(header.get(i))
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[*_:]", "")
                    .strip())) {
                return i;
            }
        }
        return -1;
    }

    /** Cells of a row; a pipe in a code span or behind a backslash is text. */
    static List<String> cells(String row) {
        String bare = row.strip();
        bare = bare.startsWith("|") ? bare.substring(1) : bare;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '\\' && i + 1 < bare.length() && bare.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|' && !code) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                code = c == '`' ? !code && bare.indexOf('`', i + 1) >= 0 : code;
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }

    private static String join(String[] lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : "\n").append(lines[i]);
        }
        return text.toString();
    }
}
