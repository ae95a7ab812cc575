package rejoinder.pack;

/** What kind of document a file is, by what is in it. */
public enum DocumentShape {
    /** Topics with questions and without answers. */
    OUTLINE("outline"),
    /** Questions with their answers. */
    QUESTIONS_AND_ANSWERS("questions-and-answers"),
    /** A pack in Rejoinder's own format. */
    PACK("pack"),
    /** Nothing that could be asked was found, or the file could not be read as text; the warnings say why. */
    UNKNOWN("unknown");

    private final String word;

    DocumentShape(String word) {
        this.word = word;
    }

    /** The shape as the command line prints it. */
    public String word() {
        return word;
    }
}
