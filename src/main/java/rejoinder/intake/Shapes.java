package rejoinder.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.intake.Block.Kind;

/** Every way to read a document, each with the starts that it would find. */
final class Shapes {
    /** Sureness of a block that stands where questions stand, but neither asks nor is numbered. */
    private static final double BARE = 0.35;

    /** Sureness of a heading that says of itself that it is a question. */
    private static final double MARKED = 1.5;

    private static final double COUNTED = 0.8;
    private static final int HEADING_LEVELS = 6;
    private static final int FARTHEST_NUMBER = 4;
    private static final Pattern BOLD = Pattern.compile("^(\\*\\*|__)(?=\\S)(.+?)\\1[ \\t]*(.*)$");
    private static final Pattern BOLD_NUMBER = Pattern.compile("^(?:Q\\.?\\s?)?\\(?\\d{1,4}\\s*[.):]?$");
    private static final Pattern LEADING_NUMBER =
            Pattern.compile("^[^\\p{L}\\p{N}]*(?:Q(?:uestion)?\\s*)?#?\\(?\\d{1,4}\\s*[.):、．-]?\\s*\\S.*");
    private static final Pattern QUESTION_PREFIX = Pattern.compile(
            "(?iu)^[^\\p{L}\\p{N}]*(?:question|ques|q|вопрос|frage|pregunta|pergunta|domanda|問題?|问题?)\\s*[#№]?\\s*(?:\\d{1,4}[a-z]?(?![\\p{L}])|[.:)])");
    private static final Pattern COUNTER = Pattern.compile(
            "^[^\\p{L}\\p{N}]*(\\p{L}[\\p{L}\\p{M}]{0,19})\\.?\\s*[#№]?\\s*(\\d{1,4})(?![\\p{L}\\p{N}])[^\\p{L}\\p{N}`\"“«¿<(]*");
    private static final Pattern LINKED_FILE = Pattern.compile("^\\[[^\\]]+]\\((?!#)[^)]*\\)$");
    private static final Pattern WHOLLY_LINKED =
            Pattern.compile("^\\[((?:[^\\]\\[]|\\[[^\\]]*])*)]\\(([^()\\s]*)\\)[.。]?$");
    private static final Pattern ISSUE = Pattern.compile("https?://.*/(?:issues|discussions)/\\d+/?");
    private static final Pattern LINK_ENTRY =
            Pattern.compile("^\\W{0,4}\\[[^\\]]+]\\(https?://[^()\\s]+\\)[*_]*\\s*(?:[-–—:]\\s|by\\s)");
    private static final int SHORTEST_WRAPPED = 50;
    private static final int LONGEST_LINE = 250;

    private final Blocks blocks;
    private final List<Block> all;
    private final Set<String> repeatedSummaries;

    Shapes(Blocks blocks) {
        this.blocks = blocks;
        this.all = blocks.all();
        this.repeatedSummaries = repeatedSummaries();
    }

    List<Shape> candidates() {
        List<Shape> shapes = new ArrayList<>();
        for (int level = 1; level <= HEADING_LEVELS; level++) {
            add(shapes, Shape.Kind.HEADINGS, level, headings(level));
        }
        add(shapes, Shape.Kind.BOLD, 0, bold());
        add(shapes, Shape.Kind.NUMBERED, 0, numbered());
        add(shapes, Shape.Kind.ITEMS, 0, items());
        add(shapes, Shape.Kind.FOLDED, 0, folded());
        add(shapes, Shape.Kind.LINES, 0, lines());
        return shapes;
    }

    private void add(List<Shape> shapes, Shape.Kind kind, int level, List<Start> starts) {
        if (!starts.isEmpty()) {
            boolean listed = kind == Shape.Kind.HEADINGS
                    && starts.stream()
                                            .filter(start ->
                                                    all.get(start.block()).is(Kind.ITEM_HEADING))
                                            .count()
                                    * 2
                            > starts.size();
            shapes.add(new Shape(listed ? Shape.Kind.LISTED_HEADINGS : kind, level, starts));
        }
    }

    // ---- headings

    private List<Start> headings(int level) {
        List<Integer> found = new ArrayList<>();
        Map<String, Integer> titles = new HashMap<>();
        int prefixed = 0;
        int counted = 0;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.HEADING, Kind.ITEM_HEADING) && block.level() == level && canAsk(block.text())) {
                found.add(i);
                titles.merge(Phrases.lower(block.text()), 1, Integer::sum);
                prefixed += QUESTION_PREFIX.matcher(block.text()).find() ? 1 : 0;
                counted += isCounted(block) ? 1 : 0;
            }
        }
        String counter = prefixed == 0 ? counter(found) : "";
        if (!counter.isEmpty()) {
            prefixed = (int) found.stream()
                    .filter(i -> countedBy(all.get(i).text(), counter))
                    .count();
        }
        boolean byPrefix = prefixed >= 2 && prefixed * 10 >= found.size() * 6;
        boolean byNumber = !byPrefix && counted >= 2 && counted * 10 >= found.size() * 6;
        boolean named =
                found.size() >= 2 && found.stream().filter(this::namesARequest).count() * 10 >= found.size() * 6L;
        List<Start> starts = new ArrayList<>();
        for (int i : found) {
            Block block = all.get(i);
            boolean bySameWord = !counter.isEmpty() && countedBy(block.text(), counter);
            String prompt = prompt(bySameWord ? COUNTER.matcher(block.text()).replaceFirst("") : block.text());
            boolean asks = Wording.asks(prompt);
            boolean marked = bySameWord || QUESTION_PREFIX.matcher(block.text()).find();
            int repeated = titles.getOrDefault(Phrases.lower(block.text()), 1);
            if ((byPrefix && !marked && !(isCounted(block) && answerFollows(i)))
                    || (byNumber && !isCounted(block) && !asks && !answerFollows(i))
                    || (!asks && !marked && !isCounted(block) && repeated >= 3 && repeated * 3 >= found.size())) {
                continue;
            }
            starts.add(Start.open(
                    i,
                    blocks.lineOf(block),
                    prompt,
                    marked ? MARKED : asks ? 1 : isCounted(block) || named || answerFollows(i) ? COUNTED : BARE));
        }
        return starts;
    }

    /** The word that counts most headings in ascending order, whatever its language, if what follows it asks; empty if there is none. */
    private String counter(List<Integer> headings) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        Map<String, Integer> asking = new HashMap<>();
        for (int i : headings) {
            Matcher counted = COUNTER.matcher(all.get(i).text());
            if (counted.find()) {
                String word = Phrases.lower(counted.group(1));
                numbers.computeIfAbsent(word, any -> new ArrayList<>()).add(Integer.parseInt(counted.group(2)));
                String rest = all.get(i).text().substring(counted.end());
                boolean below = rest.isBlank()
                        && i + 1 < all.size()
                        && all.get(i + 1).is(Kind.PARAGRAPH)
                        && Wording.asks(all.get(i + 1).text());
                asking.merge(word, below || Wording.asks(rest) || answerFollows(i) ? 1 : 0, Integer::sum);
            }
        }
        for (Map.Entry<String, List<Integer>> entry : numbers.entrySet()) {
            List<Integer> counts = entry.getValue();
            int rising = 1;
            for (int i = 1; i < counts.size(); i++) {
                rising += counts.get(i) > counts.get(i - 1) ? 1 : 0;
            }
            if (counts.size() >= 3
                    && counts.size() * 10 >= headings.size() * 6
                    && rising * 10 >= counts.size() * 9
                    && asking.getOrDefault(entry.getKey(), 0) * 2 >= counts.size()) {
                return entry.getKey();
            }
        }
        return "";
    }

    private static boolean countedBy(String heading, String word) {
        Matcher counted = COUNTER.matcher(heading);
        return counted.find() && Phrases.lower(counted.group(1)).equals(word);
    }

    /** Whether a heading is only the name of a question that the one paragraph below it asks. */
    private boolean namesARequest(int i) {
        if (Wording.asks(all.get(i).text())
                || i + 1 >= all.size()
                || !all.get(i + 1).is(Kind.PARAGRAPH)
                || !Wording.requests(all.get(i + 1).text())) {
            return false;
        }
        int j = i + 2;
        while (j < all.size() && !all.get(j).is(Kind.HEADING)) {
            if (all.get(j).is(Kind.FENCE, Kind.TABLE, Kind.SUMMARY) || j > i + 3) {
                return false;
            }
            j++;
        }
        return true;
    }

    private boolean answerFollows(int i) {
        for (int j = i + 1;
                j < all.size()
                        && !(all.get(j).is(Kind.HEADING)
                                && all.get(j).level() <= all.get(i).level());
                j++) {
            Block block = all.get(j);
            if ((block.is(Kind.HEADING) && Phrases.isAnswerHeading(block.text()))
                    || (block.is(Kind.SUMMARY) && isAnswer(block))) {
                return true;
            }
            boolean another = block.is(Kind.ITEM_HEADING)
                    || (block.is(Kind.HEADING) && canAsk(block.text()))
                    || (block.is(Kind.ITEM) && block.numbered() && Wording.asks(block.text()));
            if (another) {
                return false;
            }
        }
        return false;
    }

    private static boolean isCounted(Block block) {
        return block.numbered()
                || (LEADING_NUMBER.matcher(block.text()).matches()
                        && !block.text().matches("[^\\p{L}\\p{N}]*\\d{3,4}\\b.*"));
    }

    static boolean canAsk(String title) {
        String bare = title.strip();
        return !bare.isEmpty()
                && !Phrases.plain(bare).isEmpty()
                && !bare.startsWith("#")
                && !Phrases.isAnswerHeading(bare)
                && !Phrases.namesSources(bare)
                && !Phrases.namesPoints(bare)
                && !Phrases.leadsAway(Wording.asks(bare) ? Wording.prompt(bare) : bare)
                && !(LINKED_FILE.matcher(bare).matches() && !Wording.asks(bare))
                && !Wording.isAboutTheDocument(prompt(bare))
                && (!bare.matches(".*:\\s*$") || QUESTION_PREFIX.matcher(bare).find());
    }

    static String prompt(String text) {
        String bare = text.replaceFirst("\\s*\\{#[\\w-]+}\\s*$", "").replaceFirst("^\\s*\\[[ xX]]\\s+", "");
        java.util.Optional<Wording.Marked> mark = Wording.questionMark(bare);
        if (mark.isPresent()) {
            bare = mark.get().inside()
                    + (mark.get().after().isEmpty() ? "" : " " + mark.get().after());
        } else {
            Matcher prefix = QUESTION_PREFIX.matcher(bare);
            if (prefix.find()) {
                String rest = bare.substring(prefix.end()).replaceFirst("^\\s*[.:)、．-]*\\s*", "");
                bare = rest.isEmpty() || rest.matches("[*_]+") ? "" : rest;
            }
        }
        return Cleaner.prompt(Wording.prompt(bare));
    }

    // ---- bold paragraphs

    private List<Start> bold() {
        List<Start> starts = new ArrayList<>();
        int sure = 0;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (!block.is(Kind.PARAGRAPH) || block.indent() >= 4) {
                continue;
            }
            Matcher bold = BOLD.matcher(block.firstLine());
            if (!bold.matches()
                    || bold.group(2).strip().endsWith(":")
                    || Wording.remarks(bold.group(2))
                    || Phrases.isAnswerHeading(bold.group(2))
                    || Phrases.leadsAway(block.firstLine())) {
                continue;
            }
            String inside = bold.group(2).strip();
            String rest = bold.group(3)
                    .replaceFirst("^[:–—-]\\s+", "")
                    .replaceFirst("^\\*+\\s*", "")
                    .strip();
            boolean asks = Wording.asks(inside);
            boolean numbered = LEADING_NUMBER.matcher(inside).matches();
            Start start = null;
            String below = block.afterFirstLine();
            if (BOLD_NUMBER.matcher(inside).matches()) {
                start = rest.isEmpty()
                        ? null
                        : new Start(i, blocks.lineOf(block), prompt(rest), below, false, 1, false);
            } else if (asks) {
                start = new Start(i, blocks.lineOf(block), prompt(inside), join(rest, below), false, 1, false);
            } else if (numbered && !rest.isEmpty() && saysMore(i)) {
                start = new Start(
                        i,
                        blocks.lineOf(block),
                        prompt(inside + (rest.matches("[.,:;].*") ? "" : " ") + rest),
                        below,
                        false,
                        COUNTED,
                        false);
            } else if (numbered) {
                start = new Start(i, blocks.lineOf(block), prompt(inside), join(rest, below), false, COUNTED, false);
            } else if (rest.isEmpty() && canAsk(inside)) {
                start = new Start(i, blocks.lineOf(block), prompt(inside), below, false, BARE, false);
            }
            if (start != null) {
                sure += start.sure() >= COUNTED ? 1 : 0;
                starts.add(start);
            }
        }
        return sure * 2 >= starts.size()
                ? List.copyOf(starts)
                : starts.stream().filter(start -> start.sure() >= COUNTED).toList();
    }

    private boolean saysMore(int i) {
        return i + 1 < all.size()
                && all.get(i + 1).is(Kind.FENCE, Kind.PARAGRAPH, Kind.TAGS, Kind.ITEM, Kind.TABLE, Kind.QUOTE)
                && !(all.get(i + 1).is(Kind.PARAGRAPH)
                        && BOLD.matcher(all.get(i + 1).firstLine()).matches());
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "\n" + second;
    }

    // ---- numbered paragraphs

    private List<Start> numbered() {
        int margin = all.stream()
                .filter(block -> block.is(Kind.ITEM) && block.numbered())
                .mapToInt(Block::indent)
                .min()
                .orElse(0);
        boolean everyOneIsFirst = isNumberedOneThroughout(margin);
        int[] depths = depths();
        List<Start> starts = new ArrayList<>();
        Set<String> prompts = new HashSet<>();
        int last = 0;
        int listed = 0;
        boolean heading = true;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.HEADING)) {
                heading = true;
            }
            if (block.says() && block.indent() <= margin + 1 && !(block.is(Kind.ITEM) && block.numbered())) {
                listed = 0;
            }
            if (!block.is(Kind.ITEM)
                    || !block.numbered()
                    || block.indent() > margin + 1
                    || (!starts.isEmpty() && depths[i] > depths[starts.get(0).block()])) {
                continue;
            }
            int number = block.level();
            boolean next = number > last && number <= last + FARTHEST_NUMBER;
            Start start = item(i, block);
            if (listed > 0 && number == listed + 1 && !(next && start.sure() >= 1)) {
                listed = number;
                continue;
            }
            boolean again = number == 1
                    && (heading || (last == 1 && everyOneIsFirst) || prompts.contains(Phrases.lower(start.prompt())));
            if ((next || again || starts.isEmpty()) && !isLinked(block.text()) && !Phrases.isOption(block.text())) {
                starts.add(start);
                prompts.add(Phrases.lower(start.prompt()));
                last = number;
                heading = false;
                listed = 0;
            } else {
                // a list in an answer counts from 1 by itself
                listed = number == 1 ? 1 : 0;
            }
        }
        return starts.size() < 2 || starts.stream().noneMatch(start -> start.sure() >= 1)
                ? List.of()
                : List.copyOf(starts);
    }

    /** Whether the author left the counting to Markdown, which counts on from 1 by itself. */
    private boolean isNumberedOneThroughout(int margin) {
        List<Block> items = all.stream()
                .filter(block -> block.is(Kind.ITEM) && block.numbered() && block.indent() <= margin + 1)
                .toList();
        return items.stream().filter(item -> item.level() == 1).count() * 2 > items.size();
    }

    /** How many folded parts each block is in; one that is never closed does not count. */
    private int[] depths() {
        int[] depths = new int[all.size() + 1];
        java.util.ArrayDeque<Integer> open = new java.util.ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).is(Kind.OPEN)) {
                open.push(i);
            } else if (all.get(i).is(Kind.CLOSE) && !open.isEmpty()) {
                depths[open.pop()]++;
                depths[i]--;
            }
        }
        for (int i = 1; i < depths.length; i++) {
            depths[i] += depths[i - 1];
        }
        return depths;
    }

    private Start item(int i, Block block) {
        String first = block.firstLine();
        String below = block.afterFirstLine();
        Matcher bold = BOLD.matcher(first);
        if (bold.matches() && !bold.group(3).isBlank() && Wording.asks(bold.group(2))) {
            String rest = bold.group(3).replaceFirst("^[:–—-]\\s+", "").strip();
            return new Start(i, blocks.lineOf(block), prompt(bold.group(2)), join(rest, below), false, 1, false);
        }
        if (!below.isEmpty() && !endsSentence(first) && isWrapped(first, below)) {
            String whole = block.text().replace('\n', ' ');
            if ((endsSentence(whole) && Wording.asks(whole)) || !Wording.asks(first)) {
                int question = whole.indexOf('?');
                if (question < 0 || question == whole.length() - 1) {
                    first = whole;
                    below = "";
                }
            }
        }
        return new Start(
                i, blocks.lineOf(block), prompt(first), below, false, Wording.asks(prompt(first)) ? 1 : 0.5, false);
    }

    /** Whether a line was broken because it was long, and not because something else begins. */
    static boolean isWrapped(String first, String below) {
        return first.length() >= SHORTEST_WRAPPED
                || !Character.isUpperCase(below.stripLeading().codePointAt(0));
    }

    private static boolean endsSentence(String line) {
        return line.strip().matches(".*[?？؟.。!:][)*_`\"”]*$");
    }

    // ---- items

    private List<Start> items() {
        List<Start> starts = new ArrayList<>();
        Set<String> trackers = trackers();
        boolean everywhere = isListOfQuestions(trackers);
        int i = 0;
        while (i < all.size()) {
            if (!all.get(i).is(Kind.ITEM)) {
                i++;
                continue;
            }
            int end = i;
            while (end < all.size()
                    && (all.get(end).is(Kind.ITEM)
                            || isInside(i, end)
                            || (all.get(end).is(Kind.FENCE) && all.get(end - 1).is(Kind.ITEM)))) {
                end++;
            }
            list(i, end, trackers, everywhere, starts);
            i = Math.max(end, i + 1);
        }
        return starts;
    }

    private boolean isInside(int first, int at) {
        return all.get(at).is(Kind.PARAGRAPH, Kind.FENCE, Kind.TABLE, Kind.QUOTE, Kind.TAGS, Kind.COMMENT)
                && all.get(at).indent() > all.get(first).indent();
    }

    /** Whether most items at the margin of the document ask, so that one that stands alone is a question too. */
    private boolean isListOfQuestions(Set<String> trackers) {
        long items = all.stream()
                .filter(block -> block.is(Kind.ITEM) && block.indent() < 2 && !isLinked(block.text()))
                .count();
        long asking = all.stream()
                .filter(block -> block.is(Kind.ITEM) && block.indent() < 2 && asks(block, trackers))
                .count();
        return asking > 0 && asking * 10 >= items * 8;
    }

    private void list(int from, int to, Set<String> trackers, boolean everywhere, List<Start> starts) {
        int asking = 0;
        int items = 0;
        for (int i = from; i < to; i++) {
            if (all.get(i).is(Kind.ITEM) && all.get(i).indent() <= all.get(from).indent() + 1) {
                items++;
                asking += asks(all.get(i), trackers) || leadsToCode(i) ? 1 : 0;
            }
        }
        boolean ofQuestions = everywhere || asking * 2 >= items;
        // where most neighbours ask, an item that has questions below it is one with follow-ups, in whatever words it
        // asks
        boolean amongQuestions = items > 2 && asking * 10 >= items * 6;
        int open = -1;
        for (int i = from; i < to; i++) {
            Block block = all.get(i);
            if (!block.is(Kind.ITEM) || (open >= 0 && block.indent() > open)) {
                continue;
            }
            boolean topic = !asks(block, trackers) && !amongQuestions && hasAskingChildren(i, to, trackers);
            boolean top = block.indent() <= all.get(from).indent() + 1;
            if (!topic
                    && !Phrases.isOption(block.text())
                    && !Wording.remarks(block.text())
                    && (asks(block, trackers)
                            || (ofQuestions && top && !isLinked(block.text()))
                            || (asking >= 2 && asking * 2 >= items && top && asksInALink(block)))) {
                starts.add(
                        trackers.isEmpty()
                                ? item(i, block)
                                : Start.open(i, blocks.lineOf(block), prompt(block.text()), 1));
                open = block.indent() + 1;
            } else {
                open = -1;
            }
        }
    }

    /** Whether an item ends in a colon and code follows below it. */
    private boolean leadsToCode(int i) {
        return all.get(i).text().endsWith(":")
                && i + 1 < all.size()
                && all.get(i + 1).is(Kind.FENCE)
                && all.get(i + 1).from() == all.get(i).to();
    }

    /** Whether an item is a question that links to a page about it; among questions without a link it is one more of them. */
    private static boolean asksInALink(Block block) {
        Matcher link = WHOLLY_LINKED.matcher(block.text().strip());
        return link.matches() && !link.group(2).startsWith("#") && Wording.asks(link.group(1));
    }

    private boolean hasAskingChildren(int i, int to, Set<String> trackers) {
        for (int j = i + 1;
                j < to
                        && (!all.get(j).is(Kind.ITEM)
                                || all.get(j).indent() > all.get(i).indent() + 1);
                j++) {
            if (all.get(j).is(Kind.ITEM) && asks(all.get(j), trackers)) {
                return true;
            }
        }
        return false;
    }

    private static boolean asks(Block block, Set<String> trackers) {
        Matcher link = WHOLLY_LINKED.matcher(block.text().strip());
        if (link.matches()) {
            return trackers.contains(withoutDigits(link.group(2)));
        }
        if (LINK_ENTRY.matcher(block.firstLine()).find()) {
            return false;
        }
        return Wording.asks(block.firstLine()) || Wording.asks(block.text());
    }

    private static boolean isLinked(String text) {
        return WHOLLY_LINKED.matcher(text.strip()).matches()
                || Phrases.isLinksOnly(text)
                || LINK_ENTRY.matcher(text).find();
    }

    /** Addresses, without their numbers, that most items of the document lead to: each item is one entry of a list of questions that is kept elsewhere. */
    private Set<String> trackers() {
        Map<String, Integer> counts = new HashMap<>();
        Set<String> issues = new HashSet<>();
        int linked = 0;
        for (Block block : all) {
            Matcher link = WHOLLY_LINKED.matcher(block.text().strip());
            if (block.is(Kind.ITEM) && link.matches() && link.group(2).matches("https?://.*\\d+/?")) {
                if (Wording.asks(link.group(1)) && ISSUE.matcher(link.group(2)).matches()) {
                    issues.add(withoutDigits(link.group(2)));
                }
                linked++;
                counts.merge(withoutDigits(link.group(2)), 1, Integer::sum);
            }
        }
        Set<String> trackers = new HashSet<>(issues);
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() >= 3 && entry.getValue() * 10 >= linked * 3) {
                trackers.add(entry.getKey());
            }
        }
        return trackers;
    }

    private static String withoutDigits(String address) {
        return address.replaceAll("\\d+", "#");
    }

    // ---- folded parts

    private Set<String> repeatedSummaries() {
        Map<String, Integer> counts = new HashMap<>();
        all.stream()
                .filter(block -> block.is(Kind.SUMMARY))
                .forEach(block -> counts.merge(Phrases.plain(block.text()), 1, Integer::sum));
        Set<String> repeated = new HashSet<>();
        counts.forEach((text, count) -> {
            if (count >= 3 && !Wording.asks(text)) {
                repeated.add(text);
            }
        });
        return repeated;
    }

    /** Whether the words of a folded part say that an answer is in it, and ask nothing. */
    boolean isAnswer(Block summary) {
        return Phrases.announces(summary.text()) || repeatedSummaries.contains(Phrases.plain(summary.text()));
    }

    private List<Start> folded() {
        List<Start> starts = new ArrayList<>();
        int open = 0;
        boolean[] question = new boolean[100];
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.OPEN)) {
                open++;
                if (open < question.length) {
                    question[open] = false;
                }
            } else if (block.is(Kind.CLOSE)) {
                open = Math.max(0, open - 1);
            } else if (block.is(Kind.SUMMARY)) {
                boolean inside = false;
                for (int depth = 1; depth < Math.min(open, question.length); depth++) {
                    inside |= question[depth];
                }
                String prompt = prompt(block.text());
                if (!inside && !isAnswer(block) && !prompt.isEmpty() && !Wording.isAboutTheDocument(prompt)) {
                    boolean asks = Wording.asks(prompt);
                    boolean opens = i > 0 && all.get(i - 1).is(Kind.OPEN);
                    starts.add(Start.open(i, blocks.lineOf(opens ? all.get(i - 1) : block), prompt, asks ? 1 : 0.5));
                    if (open > 0 && open < question.length) {
                        question[open] = true;
                    }
                }
            }
        }
        boolean asked = starts.stream().filter(start -> start.sure() >= 1).count() * 4 >= starts.size();
        return asked ? List.copyOf(starts) : List.of();
    }

    // ---- lines

    private List<Start> lines() {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            String first = block.firstLine();
            if (block.is(Kind.PARAGRAPH)
                    && block.indent() < 4
                    && first.length() < LONGEST_LINE
                    && first.strip().matches(".*[?？؟][)*_`\"”]*$")
                    && Wording.asks(first)) {
                starts.add(
                        new Start(i, blocks.lineOf(block), prompt(first), block.afterFirstLine(), false, 0.7, false));
            }
        }
        return starts;
    }

    /** Paragraphs in answers that ask on their own, as if the mark of a heading were forgotten. */
    List<Start> standingAlone(List<Start> starts) {
        List<Start> found = new ArrayList<>();
        if (starts.isEmpty()) {
            return found;
        }
        for (int i = starts.get(0).block() + 2; i + 1 < all.size(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.PARAGRAPH)
                    && block.indent() == 0
                    && all.get(i - 1).is(Kind.FENCE)
                    && all.get(i + 1).is(Kind.PARAGRAPH)
                    && Wording.standsAlone(block.text())) {
                found.add(Start.open(i, blocks.lineOf(block), prompt(block.text()), 0.6));
            }
        }
        return found;
    }

    static List<Start> merged(List<Start> shape, List<Start> marks) {
        Set<Integer> marked = new HashSet<>();
        marks.forEach(mark -> marked.add(mark.block()));
        List<Start> all = new ArrayList<>(marks);
        shape.stream().filter(start -> !marked.contains(start.block())).forEach(all::add);
        all.sort(Comparator.comparingInt(Start::block).thenComparingInt(Start::line));
        return all;
    }
}
