package rejoinder.pack;

import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import java.util.regex.Matcher;
import rejoinder.pack.QuestionCollector.Mark;

/** Tells lists of questions and topics from lists that are part of an answer. */
final class ListStructure {
    private ListStructure() {}

    /**
     * Whether the items of a list are questions or topics; the list belongs to an answer otherwise.
     *
     * @param listed whether unmarked items may be questions
     * @param open how the question above the list was recognised
     */
    static boolean isOfQuestions(ListBlock list, boolean listed, Mark open) {
        int items = 0;
        int asking = 0;
        for (Node item : list.getChildren()) {
            items++;
            String first = firstParagraph(item);
            Matcher bold = Wording.BOLD_START.matcher(first);
            boolean boldAsks = bold.matches() && Wording.asks(bold.group(2));
            if (Wording.questionMark(first).isPresent()
                    || (Wording.answerMark(first).isPresent() && open == Mark.EXPLICIT)
                    || (boldAsks && (list instanceof OrderedList || listed))) {
                return true;
            }
            boolean asks = Wording.asks(firstLine(first));
            if (listed && (asks || isTopic(item))) {
                asking++;
            }
        }
        return listed && asking * 2 >= items && items > 0 && asking > 0;
    }

    static boolean isTopic(Node item) {
        if (Wording.asks(firstLine(firstParagraph(item)))) {
            return false;
        }
        int nested = 0;
        int asking = 0;
        for (Node block : item.getChildren()) {
            if (block instanceof ListBlock list) {
                for (Node child : list.getChildren()) {
                    nested++;
                    asking += Wording.asks(firstLine(firstParagraph(child))) ? 1 : 0;
                }
            }
        }
        return nested > 0 && asking * 2 >= nested;
    }

    private static String firstParagraph(Node item) {
        Node first = item.getFirstChild();
        return first instanceof Paragraph ? first.getChars().toString().strip() : "";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
