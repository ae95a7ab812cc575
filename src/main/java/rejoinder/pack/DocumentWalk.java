package rejoinder.pack;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.util.ast.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.pack.QuestionCollector.Mark;

/**
 * Walks a document that is no pack and tells questions, answers and sections apart. Indentation is not trusted: an answer that a person sees below its question
 * often stands outside its list item, so blocks are read one after the other and belong to the question before them.
 */
final class DocumentWalk {
    private static final Pattern SUMMARY = Pattern.compile("(?is)<summary[^>]*>(.*?)</summary>");
    private static final Pattern BACK_TO_TOP = Pattern.compile("^[*_\\s]*\\[[^\\]]*]\\(#[^)]*\\)[*_\\s]*$");
    private static final int SMALLEST_HEADING_OF_A_PACK = 4;
    private static final int SMALLEST_HEADING = 6;

    private final MarkdownText document;
    private final QuestionCollector out;
    private final int questionLevel;
    private final boolean listed;
    private final MarkedLines marked;

    /**
     * Prepares a walk.
     *
     * @param questionLevel level of the headings that are questions; 0 if headings are sections only
     * @param listed whether questions are found in unmarked lists and paragraphs
     */
    DocumentWalk(MarkdownText document, QuestionCollector out, int questionLevel, boolean listed) {
        this.document = document;
        this.out = out;
        this.questionLevel = questionLevel;
        this.listed = listed;
        this.marked = new MarkedLines(out);
    }

    void walk() {
        walk(document.blocks());
    }

    private void walk(List<Node> blocks) {
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                heading(heading);
            } else if (block instanceof Paragraph) {
                paragraph(block);
            } else if (block instanceof ListBlock list) {
                list(list);
            } else if (block instanceof TableBlock table && TableRows.isQuestionTable(table)) {
                TableRows.read(table).forEach(row -> {
                    out.question(Wording.prompt(row.question()), document.line(row.node()), Mark.EXPLICIT);
                    out.text(row.answer(), document.line(row.node()));
                });
            } else if (block instanceof HtmlBlock) {
                html(block);
            } else if (!(block instanceof HtmlCommentBlock) && !(block instanceof ThematicBreak)) {
                out.text(source(block), document.line(block));
            }
        }
    }

    // ---- headings

    private void heading(Heading heading) {
        int line = document.line(heading);
        String raw = MarkdownText.oneLine(heading.getText());
        String title = Wording.prompt(raw);
        Optional<Wording.Marked> question = Wording.questionMark(title);
        if (Wording.answerMark(title).isPresent() && out.mark() != Mark.NONE) {
            out.text(Wording.answerMark(title).get().inside(), line);
        } else if (question.isPresent()) {
            out.question(Wording.prompt(question.get().inside()), line, Mark.HEADING);
        } else if (heading.getLevel() == questionLevel) {
            questionHeading(heading, title, line);
        } else if (heading.getLevel() < questionLevel && Wording.asks(title) && hasOwnText(heading)) {
            out.warn(line, "This heading stands above the level of the other questions and is taken for a question.");
            out.question(title, line, Mark.HEADING);
        } else if (out.mark() != Mark.NONE && isPartOfAnswer(heading)) {
            int level = Math.min(SMALLEST_HEADING, Math.max(SMALLEST_HEADING_OF_A_PACK, heading.getLevel()));
            out.text("#".repeat(level) + " " + raw, line);
        } else {
            out.section(title, heading.getLevel());
        }
    }

    private void questionHeading(Heading heading, String title, int line) {
        if (Wording.isAboutTheDocument(title)) {
            out.section(title, heading.getLevel());
            return;
        }
        if (!Wording.asks(title)) {
            out.warn(line, "This heading does not read like a question and is taken for one, as its neighbours are.");
        }
        out.question(title, line, Mark.HEADING);
    }

    private boolean isPartOfAnswer(Heading heading) {
        return questionLevel > 0
                ? heading.getLevel() > questionLevel
                : !listed && heading.getLevel() > out.sectionLevel() && out.sectionLevel() > 0;
    }

    private static boolean hasOwnText(Heading heading) {
        Node next = heading.getNext();
        return next != null && !(next instanceof Heading);
    }

    // ---- paragraphs

    private void paragraph(Node block) {
        String text = source(block);
        int line = document.line(block);
        if (BACK_TO_TOP.matcher(text).matches()) {
            return;
        }
        if (marked.read(text, line)) {
            return;
        }
        if (out.awaitsPrompt()) {
            out.fillPrompt(Wording.prompt(text));
            return;
        }
        Matcher bold = Wording.BOLD_START.matcher(text);
        boolean boldAsks =
                bold.matches() && Wording.asks(bold.group(2)) && !bold.group(2).contains("\n");
        boolean weakly = out.mark() == Mark.NONE || out.mark() == Mark.BOLD || out.mark() == Mark.PARAGRAPH;
        if (boldAsks && (weakly || listed)) {
            out.question(Wording.prompt(bold.group(2)), line, Mark.BOLD);
            out.text(bold.group(3).replaceFirst("^[:–—-]\\s+", "").strip(), line);
        } else if (listed && weakly && asksInItsFirstLine(text)) {
            int end = text.indexOf('\n');
            out.question(Wording.prompt(end < 0 ? text : text.substring(0, end)), line, Mark.PARAGRAPH);
            out.text(end < 0 ? "" : text.substring(end + 1), line + 1);
        } else if (listed && bold.matches() && bold.group(3).isEmpty() && block.getNext() instanceof ListBlock) {
            out.section(Wording.prompt(text), out.sectionLevel());
        } else if (!listed && out.hasAnswer() && Wording.standsAlone(text) && isAnswered(block)) {
            out.warn(
                    line,
                    "This paragraph ends in a question mark and is taken for a question; mark it as the others are.");
            out.question(Wording.prompt(text), line, Mark.PARAGRAPH);
        } else {
            out.text(text, line);
        }
    }

    private static boolean asksInItsFirstLine(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.strip().endsWith("?") && Wording.asks(first);
    }

    private static boolean isAnswered(Node block) {
        Node next = block.getNext();
        return next instanceof Paragraph || next instanceof ListBlock || next instanceof FencedCodeBlock;
    }

    // ---- lists

    private void list(ListBlock list) {
        if (!ListStructure.isOfQuestions(list, listed, out.mark())) {
            out.text(source(list), document.line(list));
            return;
        }
        for (Node child : list.getChildren()) {
            if (child instanceof ListItem item) {
                item(item);
            }
        }
    }

    private void item(ListItem item) {
        Node first = item.getFirstChild();
        if (first == null) {
            return;
        }
        int line = document.line(item);
        List<Node> children = MarkdownText.children(item);
        if (!(first instanceof Paragraph)) {
            walk(children);
            return;
        }
        String text = source(first);
        if (marked.read(text, line)) {
            walk(children.subList(1, children.size()));
            return;
        }
        if (listed && ListStructure.isTopic(item)) {
            out.section(Wording.prompt(text), out.sectionLevel());
        } else if (Wording.remarks(text)) {
            out.warn(line, "This remark is no question and is left out.");
        } else {
            itemQuestion(text, line);
        }
        walk(children.subList(1, children.size()));
    }

    private void itemQuestion(String text, int line) {
        Matcher bold = Wording.BOLD_START.matcher(text);
        String prompt = text;
        String rest = "";
        int end = text.indexOf('\n');
        if (bold.matches() && Wording.asks(bold.group(2))) {
            prompt = bold.group(2);
            rest = bold.group(3).replaceFirst("^[:–—-]\\s+", "");
        } else if (end >= 0 && text.substring(0, end).strip().endsWith("?")) {
            prompt = text.substring(0, end);
            rest = text.substring(end + 1);
        }
        if (!Wording.asks(prompt)) {
            out.warn(line, "This item does not read like a question and is taken for one, as its neighbours are.");
        }
        out.question(Wording.prompt(prompt), line, Mark.LIST_ITEM);
        out.text(rest.strip(), line);
    }

    // ---- html and source

    private void html(Node block) {
        String text = block.getChars().toString();
        int line = document.line(block);
        Matcher summary = SUMMARY.matcher(text);
        if (summary.find()) {
            String inside = Wording.prompt(summary.group(1));
            if (Wording.asks(inside)) {
                out.question(inside, line, Mark.EXPLICIT);
            }
        }
        String bare = SUMMARY.matcher(text)
                .replaceAll("")
                .replaceAll("(?i)</?(?:details|p|div|br|hr|center)\\b[^>]*>", "")
                .strip();
        out.text(MarkdownText.oneLine(bare), line);
    }

    /** A block's own text without the indentation that its place in a list gave it. A code fence that was never closed is closed. */
    private String source(Node block) {
        String text = document.text();
        int start = block.getStartOffset();
        int column = start - document.startOfLine(start);
        StringBuilder dedented = new StringBuilder();
        boolean first = true;
        for (String line : text.substring(start, block.getEndOffset()).split("\n", -1)) {
            dedented.append(first ? "" : "\n").append(first ? line : dedent(line, column));
            first = false;
        }
        String markdown = dedented.toString().stripTrailing();
        for (FencedCodeBlock fence : MarkdownText.fences(block)) {
            if (!MarkdownText.isClosed(fence)) {
                out.warn(
                        document.line(fence),
                        "This code fence is never closed; its text up to the end is taken for code.");
                markdown += "\n" + fence.getOpeningMarker();
            }
        }
        return markdown;
    }

    private static String dedent(String line, int columns) {
        int i = 0;
        int width = 0;
        while (i < line.length() && width < columns && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
            width += line.charAt(i) == '\t' ? 4 - width % 4 : 1;
            i++;
        }
        return line.substring(i);
    }
}
