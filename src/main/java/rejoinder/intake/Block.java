package rejoinder.intake;

/**
 * A piece of a document that stands for itself.
 *
 * @param kind what it is
 * @param from index of its first line
 * @param to index behind its last line
 * @param indent columns in front of it
 * @param level of a heading (1 to 6), number of a numbered item, 0 otherwise
 * @param bullet the mark of a list item, empty for anything else
 * @param text what it says, without its marks; lines stay lines
 */
record Block(Kind kind, int from, int to, int indent, int level, String bullet, String text) {
    enum Kind {
        HEADING,
        /** A list item whose text is a heading. */
        ITEM_HEADING,
        ITEM,
        PARAGRAPH,
        FENCE,
        TABLE,
        QUOTE,
        RULE,
        /** A line of HTML tags without words. */
        TAGS,
        COMMENT,
        /** The beginning of a folded part. */
        OPEN,
        /** The words of a folded part that are seen. */
        SUMMARY,
        /** The end of a folded part. */
        CLOSE
    }

    boolean is(Kind... kinds) {
        for (Kind one : kinds) {
            if (kind == one) {
                return true;
            }
        }
        return false;
    }

    boolean numbered() {
        return !bullet.isEmpty() && Character.isDigit(bullet.charAt(0));
    }

    /** Whether it holds words or code that an answer can consist of. */
    boolean says() {
        return is(Kind.ITEM, Kind.ITEM_HEADING, Kind.PARAGRAPH, Kind.FENCE, Kind.TABLE, Kind.QUOTE, Kind.HEADING);
    }

    String firstLine() {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    String afterFirstLine() {
        int end = text.indexOf('\n');
        return end < 0 ? "" : text.substring(end + 1);
    }
}
