package rejoinder.pack;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Questions in a table with a column "Question" and a column "Answer". */
final class TableRows {
    private TableRows() {}

    /** One row. */
    record Row(Node node, String question, String answer) {}

    static boolean isQuestionTable(TableBlock table) {
        return column(table, "question") >= 0 && column(table, "answer") >= 0;
    }

    static List<Row> read(TableBlock table) {
        int question = column(table, "question");
        int answer = column(table, "answer");
        List<Row> rows = new ArrayList<>();
        for (Node part : table.getChildren()) {
            if (part instanceof TableBody) {
                for (Node row : part.getChildren()) {
                    List<String> cells = cells(row);
                    if (question < cells.size() && !cells.get(question).isEmpty()) {
                        rows.add(new Row(row, cells.get(question), answer < cells.size() ? cells.get(answer) : ""));
                    }
                }
            }
        }
        return rows;
    }

    private static int column(TableBlock table, String name) {
        for (Node part : table.getChildren()) {
            if (part instanceof TableHead && part.getFirstChild() != null) {
                List<String> cells = cells(part.getFirstChild());
                for (int i = 0; i < cells.size(); i++) {
                    if (Wording.prompt(cells.get(i)).toLowerCase(Locale.ROOT).matches(name + "s?")) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell : row.getChildren()) {
            if (cell instanceof TableCell text) {
                cells.add(text.getText().toString().strip().replace("\\|", "|"));
            }
        }
        return cells;
    }
}
