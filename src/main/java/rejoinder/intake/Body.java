package rejoinder.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rejoinder.bank.Source;
import rejoinder.intake.Block.Kind;

/** Parts a question's blocks into what is shown with it and what answers it. */
final class Body {
    private static final Pattern TICK = Pattern.compile("^\\[[ xX]]\\s*");
    private static final Pattern LETTER = Pattern.compile("^[*_]*A[.、．)][*_]*\\s+");
    private static final Pattern OUTPUT =
            Pattern.compile("(?i)^[^\\p{L}]*(?:(?:the|expected) )?(?:outputs?|results?)[^\\p{L}\\p{N}]*$");
    private static final Pattern ASKS_FOR_OUTPUT = Pattern.compile(
            "(?i)^(?!how\\b)(?:.*\\b(?:the|its) (?:outputs?|results?) of\\b|.*\\bpredict\\b|(?:.*\\s)?what\\b.*\\b(?:outputs?|prints?|printed|logs?|logged|returned|displayed|results?)\\b).*");

    private final Blocks blocks;
    private final List<Block> all;
    private final Shapes shapes;
    private final Regions.Region region;
    private final int indent;

    private String prompt;
    private boolean marked;
    private boolean folded;
    private final StringBuilder context = new StringBuilder();
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder leading = new StringBuilder();
    private final StringBuilder original = new StringBuilder();
    private final List<String> points = new ArrayList<>();
    private final List<String> followUps = new ArrayList<>();
    private final List<Integer> notes = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private int lastLine = -1;

    Body(Blocks blocks, Shapes shapes, Regions.Region region) {
        this.blocks = blocks;
        this.all = blocks.all();
        this.shapes = shapes;
        this.region = region;
        this.prompt = region.start().prompt();
        Block first = all.get(region.start().block());
        this.indent = first.is(Kind.ITEM, Kind.ITEM_HEADING) && region.from() < region.to() ? inner() : 0;
    }

    private int inner() {
        for (int i = region.from(); i < region.to(); i++) {
            if (all.get(i).says()) {
                return all.get(i).indent();
            }
        }
        return 0;
    }

    String prompt() {
        return prompt;
    }

    String context() {
        return trimmed(context);
    }

    String answer() {
        return trimmed(answer);
    }

    String original() {
        return trimmed(original);
    }

    /** The lists of links that are below the answer, as they are. */
    String leading() {
        return trimmed(leading);
    }

    /** Whether the document says where the answer begins. */
    boolean marked() {
        return marked;
    }

    List<String> points() {
        return points;
    }

    List<String> followUps() {
        return followUps;
    }

    /** Lines of remarks on a question that has no answer. */
    List<Integer> notes() {
        return notes;
    }

    List<String> tags() {
        return tags;
    }

    List<Source> sources() {
        return sources;
    }

    private static String trimmed(StringBuilder text) {
        String all = text.toString();
        int start = 0;
        for (int i = 0; i < all.length() && Character.isWhitespace(all.charAt(i)); i++) {
            if (all.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return all.substring(start).stripTrailing();
    }

    /**
     * Reads the blocks.
     *
     * @param outline whether items that ask below a question are follow-ups
     * @param foldedAnswers whether the document keeps its answers in folded parts
     */
    void read(boolean outline, boolean foldedAnswers) {
        folded = foldedAnswers;
        int begin = region.from();
        Start start = region.start();
        boolean answering = start.answered();
        marked = start.answered();
        if (!start.rest().isEmpty()) {
            begin(start.rest(), answering);
        }
        int mark = answering ? begin : answerMark(begin);
        int keyed = mark < 0 && !marked ? keyedOptions(begin) : -1;
        if (mark < 0 && !marked) {
            keyed = Options.behind(all, begin, region.to());
            marked = keyed >= 0;
        }
        int section = 0;
        for (int i = begin; i < region.to(); i++) {
            Block block = all.get(i);
            original(block);
            if (block.is(Kind.COMMENT)) {
                tags(block.text());
                continue;
            }
            if (prompt.isEmpty() && block.is(Kind.PARAGRAPH, Kind.ITEM) && !Phrases.leadsAway(block.text())) {
                prompt = Shapes.prompt(block.text().replace('\n', ' '));
                continue;
            }
            if (block.is(Kind.HEADING)
                    || (block.is(Kind.PARAGRAPH)
                            && !block.text().contains("\n")
                            && block.text().length() < 60)) {
                int named = Phrases.namesPoints(block.text())
                        ? 2
                        : Phrases.namesSources(block.text()) && (block.is(Kind.HEADING) || linksFollow(i)) ? 1 : 0;
                if (named > 0) {
                    section = named;
                    if (named == 1 && block.is(Kind.PARAGRAPH)) {
                        append(leading, raw(block), block);
                    }
                    continue;
                }
                if (block.is(Kind.HEADING) && section > 0) {
                    section = 0;
                }
            }
            if (section == 1
                    && !(Phrases.isLinksOnly(firstLink(block.text()))
                            || block.text().contains("://")
                            || block.text().contains("]("))) {
                section = block.is(Kind.HEADING, Kind.FENCE, Kind.PARAGRAPH) ? 0 : section;
            }
            if (section == 1) {
                sources.addAll(Cleaner.clean(block.text()).sources());
                if (leading.length() > 0) {
                    append(leading, raw(block), block);
                }
                continue;
            }
            if (section == 2 && block.is(Kind.ITEM)) {
                points.add(block.text().replace('\n', ' '));
                continue;
            }
            if (outline && block.is(Kind.ITEM) && Wording.asks(block.text())) {
                followUps.add(Cleaner.prompt(Wording.prompt(block.text().replace('\n', ' '))));
                continue;
            }
            if (outline && block.is(Kind.ITEM) && Wording.remarks(block.text())) {
                notes.add(blocks.lineOf(block));
                append(context, block.text(), block);
                continue;
            }
            boolean now = answering || (keyed >= 0 ? i >= keyed : mark < 0 || i >= mark);
            if (i == mark && !start.answered()) {
                marked = true;
                String rest = afterMark(i);
                lastLine = -1;
                if (!rest.isEmpty()) {
                    append(answer, rest, block);
                }
                continue;
            }
            if (block.is(Kind.OPEN, Kind.CLOSE) || (block.is(Kind.TAGS) && !HtmlTables.isRow(block.text()))) {
                continue;
            }
            if (block.is(Kind.SUMMARY)) {
                if (!shapes.isAnswer(block)) {
                    append(now ? answer : context, "**" + Cleaner.prompt(Wording.prompt(block.text())) + "**", block);
                }
                continue;
            }
            if (now
                    && block.is(Kind.HEADING)
                    && Phrases.isAnswerHeading(block.text())
                    && Phrases.afterAnswerWord(block.text()).isEmpty()) {
                continue;
            }
            String text = now && block.is(Kind.PARAGRAPH) ? withoutMark(block) : raw(block);
            append(
                    now ? answer : context,
                    keyed >= 0 && !now ? text.replaceFirst("(?<=[-*+] )\\[[ xX]]\\s*", "") : text,
                    block);
        }
    }

    /** Text behind the prompt in the prompt's own block; it may itself hold the mark of the answer. */
    private void begin(String rest, boolean answering) {
        String[] lines = rest.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Optional<Wording.Marked> mark = Wording.answerMark(lines[i]);
            if (mark.isPresent()) {
                marked = true;
                StringBuilder before = new StringBuilder();
                for (int j = 0; j < i; j++) {
                    before.append(lines[j]).append('\n');
                }
                context.append(before);
                answer.append(text(mark.get()));
                for (int j = i + 1; j < lines.length; j++) {
                    answer.append('\n').append(lines[j]);
                }
                original.append(rest);
                return;
            }
        }
        boolean later = !answering && answerMark(region.from()) >= 0;
        (later ? context : answer).append(rest);
        original.append(rest);
    }

    private int answerMark(int from) {
        if (marked) {
            return from;
        }
        for (int i = from; i < region.to(); i++) {
            Block block = all.get(i);
            if (all.get(region.start().block()).is(Kind.SUMMARY) && !block.is(Kind.SUMMARY) && !onlyCode(from, i)) {
                return -1;
            }
            if ((block.is(Kind.SUMMARY)
                            && shapes.isAnswer(block)
                            && i > region.start().block()
                            && (folded || onlyCode(from, i)))
                    || (block.is(Kind.HEADING) && Phrases.isAnswerHeading(block.text()))
                    || (block.is(Kind.PARAGRAPH, Kind.ITEM)
                            && Wording.answerMark(block.firstLine()).isPresent()
                            && !isFirstOption(i))
                    || isOutput(from, i)
                    || (i == from && isLettered(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line between the code in question and its output says that the output follows. */
    private boolean isOutput(int from, int i) {
        return i > from
                && i + 1 < region.to()
                && all.get(i).is(Kind.PARAGRAPH)
                && all.get(i + 1).is(Kind.FENCE)
                && OUTPUT.matcher(all.get(i).text()).matches()
                && ASKS_FOR_OUTPUT.matcher(prompt).matches()
                && onlyCode(from, i);
    }

    /** Whether nothing that could answer comes before a block. */
    private boolean onlyCode(int from, int to) {
        for (int i = from; i < to; i++) {
            if (all.get(i).is(Kind.PARAGRAPH, Kind.TABLE, Kind.QUOTE)
                    || (all.get(i).is(Kind.ITEM) && !Phrases.isOption(all.get(i).text()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a paragraph begins with an "A." that answers the "Q." of its heading. */
    private boolean isLettered(int i) {
        return region.start().sure() > 1
                && all.get(i).is(Kind.PARAGRAPH)
                && LETTER.matcher(all.get(i).text()).find()
                && !isFirstOption(i);
    }

    /** Whether "A: ..." is the first of several options, and no answer. */
    private boolean isFirstOption(int i) {
        Block block = all.get(i);
        String second = block.text().contains("\n")
                ? block.afterFirstLine()
                : i + 1 < all.size() ? all.get(i + 1).text() : "";
        return block.text().matches("(?s)\\W*[Aa]\\s*[.:)].*") && second.matches("(?s)\\W*[Bb]\\s*[.:)].*");
    }

    /** Options of which one is ticked are context, and the ticked one is the answer. Returns the block behind them; -1 if there are none. */
    private int keyedOptions(int from) {
        int behind = -1;
        int options = 0;
        List<String> ticked = new ArrayList<>();
        for (int i = from; i < region.to(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.ITEM) && TICK.matcher(block.text()).find()) {
                options++;
                behind = i + 1;
                if (block.text().charAt(1) != ' ') {
                    ticked.add(TICK.matcher(block.text()).replaceFirst(""));
                }
            } else if (options > 0 && block.is(Kind.FENCE) && block.indent() > 0) {
                behind = i + 1;
            } else if (options > 0 && block.says()) {
                break;
            }
        }
        if (options < 2 || ticked.isEmpty()) {
            return -1;
        }
        answer.append(String.join("\n\n", ticked));
        marked = true;
        return behind;
    }

    private static String firstLink(String text) {
        return text.lines().findFirst().orElse("");
    }

    private boolean linksFollow(int i) {
        for (int j = i + 1; j < region.to(); j++) {
            if (all.get(j).says()) {
                return all.get(j).text().contains("://") || all.get(j).text().contains("](");
            }
        }
        return false;
    }

    private void tags(String comment) {
        java.util.regex.Matcher named =
                Pattern.compile("tags:\\s*\\(?([\\w, -]+)\\)?").matcher(comment);
        if (named.find()) {
            for (String tag : named.group(1).split(",", -1)) {
                if (!tag.isBlank()) {
                    tags.add(tag.strip());
                }
            }
        }
    }

    private String afterMark(int i) {
        Block block = all.get(i);
        if (block.is(Kind.SUMMARY) || OUTPUT.matcher(block.text()).matches()) {
            return "";
        }
        if (block.is(Kind.HEADING)) {
            return Phrases.afterAnswerWord(block.text()).isEmpty() ? "" : raw(block);
        }
        return isLettered(i) ? LETTER.matcher(block.text()).replaceFirst("") : withoutMark(block);
    }

    private String withoutMark(Block block) {
        Optional<Wording.Marked> mark = answer.length() > 0 || block.text().matches("(?is)\\W*solution\\s*\\d.*")
                ? Optional.empty()
                : Wording.answerMark(block.text());
        return mark.isPresent() ? text(mark.get()) : raw(block);
    }

    private static String text(Wording.Marked mark) {
        return mark.after().isEmpty() ? mark.inside() : mark.inside() + "\n" + mark.after();
    }

    private String raw(Block block) {
        StringBuilder text = new StringBuilder();
        for (int i = block.from(); i < block.to(); i++) {
            text.append(i == block.from() ? "" : "\n")
                    .append(dedent(blocks.line(i).text()));
        }
        return text.toString();
    }

    private String dedent(String line) {
        int columns = 0;
        int i = 0;
        while (i < line.length() && columns < indent && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            columns += line.charAt(i) == '\t' ? 4 - columns % 4 : 1;
            i++;
        }
        return line.substring(i);
    }

    private void append(StringBuilder to, String text, Block block) {
        boolean adjacent = lastLine == block.from();
        to.append(to.length() == 0 ? "" : adjacent ? "\n" : "\n\n").append(text);
        lastLine = block.to();
    }

    private void original(Block block) {
        for (int i = block.from(); i < block.to(); i++) {
            original.append(blocks.line(i).text()).append('\n');
        }
        original.append(block.is(Kind.PARAGRAPH, Kind.FENCE, Kind.HEADING) ? "\n" : "");
    }
}
