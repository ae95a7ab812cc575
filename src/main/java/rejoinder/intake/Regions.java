package rejoinder.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import rejoinder.intake.Block.Kind;

/** Which blocks belong to each question of a reading, and in which section each stands. */
final class Regions {
    /**
     * A question and what follows it.
     *
     * @param from index of the first block behind its start
     * @param to index behind its last block
     * @param section path of the headings above it
     */
    record Region(Start start, int from, int to, List<String> section) {}

    /** The items above a question that are names of topics, from the margin inwards. */
    private static final class ItemTopics {
        private final List<Integer> indents = new ArrayList<>();
        private final List<String> titles = new ArrayList<>();

        private String enter(int indent, String title) {
            leave(indent);
            indents.add(indent);
            titles.add(title);
            return String.join(Sections.DEEPER, titles);
        }

        /** Goes back to the topics that stand nearer to the margin than an indent. */
        private String leave(int indent) {
            while (!indents.isEmpty() && indents.get(indents.size() - 1) >= indent) {
                indents.remove(indents.size() - 1);
                titles.remove(titles.size() - 1);
            }
            return String.join(Sections.DEEPER, titles);
        }
    }

    /** A way back to the top in front of the words of a heading. */
    private static final Pattern BACK = Pattern.compile("^\\s*\\[+[↑⬆↥^]\\uFE0F?]+\\([^()]*\\)*\\s*(?=\\S)");

    private static final int BOLD = 7;
    private static final int ITEM = 8;

    private final List<Block> all;
    private final Shape shape;
    private final List<Start> starts;

    Regions(Blocks blocks, Shape shape, List<Start> starts) {
        this.all = blocks.all();
        this.shape = shape;
        this.starts = starts;
    }

    List<Region> all() {
        List<Region> regions = new ArrayList<>();
        String[] path = new String[ITEM + 1];
        Arrays.fill(path, "");
        int deepest = 0;
        int next = 0;
        ItemTopics topics = new ItemTopics();
        for (int i = 0; i < all.size() && next < starts.size(); i++) {
            boolean begins = false;
            if (next < starts.size()
                    && starts.get(next).block() == i
                    && all.get(i).is(Kind.ITEM)) {
                path[ITEM] = topics.leave(all.get(i).indent());
            }
            while (next < starts.size() && starts.get(next).block() == i) {
                Start start = starts.get(next++);
                int limit = next < starts.size() ? starts.get(next).block() : all.size();
                List<String> section = new ArrayList<>();
                for (int level = 1; level < path.length; level++) {
                    if (!path[level].isEmpty()) {
                        section.add(path[level]);
                    }
                }
                int end = start.closed() ? i + 1 : end(i, limit, deepest);
                regions.add(new Region(start, i + 1, Math.max(i + 1, end), section));
                begins = true;
            }
            Block block = all.get(i);
            if (!begins
                    && next < starts.size()
                    && isSection(i, regions)
                    && headsAList(i, starts.get(next).block())) {
                String title = title(block.is(Kind.ITEM) ? block.text() : block.firstLine());
                if (block.is(Kind.ITEM)) {
                    path[ITEM] = topics.enter(block.indent(), title);
                } else {
                    path[BOLD] = title;
                    path[ITEM] = topics.leave(-1);
                }
            }
            if (!begins && block.is(Kind.HEADING) && isSection(i, regions)) {
                String title = title(block.text());
                for (int level = block.level(); level < path.length; level++) {
                    path[level] = "";
                }
                topics.leave(-1);
                path[block.level()] = Wording.isContents(title) ? "" : title;
                deepest = block.level();
            }
        }
        return regions;
    }

    /** Whether an item, or a paragraph in bold, is the name of what the questions below it are about. */
    private boolean headsAList(int i, int start) {
        Block block = all.get(i);
        Block question = all.get(start);
        if (block.is(Kind.ITEM)) {
            for (int j = i + 1; j < start; j++) {
                if (!all.get(j).is(Kind.ITEM) || all.get(j).indent() <= block.indent()) {
                    return false;
                }
            }
            return question.is(Kind.ITEM) && question.indent() > block.indent();
        }
        return block.is(Kind.PARAGRAPH)
                && start == i + 1
                && question.is(Kind.ITEM)
                && block.text().matches("(?:\\*\\*|__)[^*_\\n]+(?:\\*\\*|__):?");
    }

    static String title(String text) {
        String heading = BACK.matcher(text).replaceFirst("");
        String bare = Cleaner.prompt(Wording.prompt(heading))
                .replaceFirst("^#\\s*\\d+[.)]\\s*", "")
                .replaceFirst("\\s*\\{#[\\w-]+}$", "");
        bare = bare.replaceAll(":[a-z_]{3,40}:", "")
                .replaceAll("^\\[+[↑⬆↥]\\]*\\s*|\\s*[:：]$", "")
                .strip();
        return Phrases.leadsAway(heading) || bare.codePoints().noneMatch(Character::isLetterOrDigit) ? "" : bare;
    }

    private boolean isSection(int i, List<Region> regions) {
        return regions.isEmpty() || regions.get(regions.size() - 1).to() <= i;
    }

    private int end(int begin, int limit, int sectionLevel) {
        int depth = 0;
        Block first = all.get(begin);
        boolean folded = first.is(Kind.SUMMARY);
        for (int i = begin + 1; i < limit; i++) {
            Block block = all.get(i);
            if (block.is(Kind.OPEN)) {
                depth++;
            } else if (block.is(Kind.CLOSE)) {
                if (depth == 0 && folded) {
                    return i;
                }
                depth = Math.max(0, depth - 1);
            } else if (block.is(Kind.HEADING) && depth == 0 && !folded && ends(i, limit, first, sectionLevel)) {
                return i;
            } else if (shape.kind() == Shape.Kind.ITEMS
                    && first.is(Kind.ITEM)
                    && block.says()
                    && !block.is(Kind.HEADING)
                    && block.indent() <= first.indent()
                    && !(block.is(Kind.FENCE) && i == begin + 1)) {
                return i;
            } else if (first.is(Kind.PARAGRAPH) && shape.kind() == Shape.Kind.MARKED && block.is(Kind.RULE)) {
                return i;
            }
        }
        return limit;
    }

    private boolean ends(int i, int limit, Block first, int sectionLevel) {
        Block block = all.get(i);
        if (Phrases.isAnswerHeading(block.text())) {
            return false;
        }
        if (first.is(Kind.HEADING, Kind.ITEM_HEADING)) {
            return block.level() < first.level()
                    || (block.level() == first.level() && Wording.isAboutTheDocument(block.text()))
                    || (block.level() == first.level()
                            && first.is(Kind.HEADING)
                            && !Phrases.namesSources(block.text())
                            && !Phrases.namesPoints(block.text()));
        }
        if (block.level() <= sectionLevel || sectionLevel == 0) {
            return true;
        }
        // a deeper heading belongs to the answer if words follow it; if questions follow at once, it is a section
        for (int j = i + 1; j < limit; j++) {
            if (all.get(j).is(Kind.HEADING) && all.get(j).level() <= block.level()) {
                return false;
            }
            if (all.get(j).says()) {
                return false;
            }
        }
        return true;
    }
}
