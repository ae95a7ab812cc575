package rejoinder.intake;

import java.util.List;

/**
 * A way to tell the questions of a document apart.
 *
 * @param kind what marks a question
 * @param level of the headings that are questions, 0 if they are none
 * @param starts in the order of the document
 */
record Shape(Kind kind, int level, List<Start> starts) {
    enum Kind {
        HEADINGS("headings of level %d"),
        LISTED_HEADINGS("headings in a list"),
        BOLD("paragraphs in bold"),
        NUMBERED("numbered paragraphs"),
        ITEMS("items of lists"),
        FOLDED("folded parts"),
        LINES("lines that end in a question mark"),
        MARKED("marks of questions and cards"),
        FILE("one question a file");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    String how() {
        return String.format(java.util.Locale.ROOT, kind.words, level);
    }
}
