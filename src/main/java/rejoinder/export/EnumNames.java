package rejoinder.export;

import java.util.LinkedHashMap;
import java.util.Map;
import rejoinder.session.Confidence;
import rejoinder.session.Mode;
import rejoinder.session.Outcome;
import rejoinder.session.Session;

/** The words that stand for the values of an enumeration in JSON. */
public final class EnumNames {
    /** The modes by their words. */
    public static final Map<String, Mode> MODES = Map.of("interview", Mode.INTERVIEW, "practice", Mode.PRACTICE);

    /** The degrees of confidence by their words. */
    public static final Map<String, Confidence> CONFIDENCES = confidences();

    private EnumNames() {}

    private static Map<String, Confidence> confidences() {
        Map<String, Confidence> words = new LinkedHashMap<>();
        for (Confidence confidence : Confidence.values()) {
            words.put(of(confidence), confidence);
        }
        return words;
    }

    /** The word for a mode. */
    public static String of(Mode mode) {
        return switch (mode) {
            case INTERVIEW -> "interview";
            case PRACTICE -> "practice";
        };
    }

    /** The word for a degree of confidence. */
    public static String of(Confidence confidence) {
        return switch (confidence) {
            case UNSAID -> "unsaid";
            case NOT_SURE -> "not";
            case RATHER_SURE -> "rather";
            case VERY_SURE -> "very";
        };
    }

    /** The word for a state. */
    public static String of(Session.State state) {
        return switch (state) {
            case IN_PROGRESS -> "in-progress";
            case SUBMITTED -> "submitted";
            case GRADED -> "graded";
        };
    }

    /** The word for who ended a session. */
    public static String of(Session.EndedBy by) {
        return switch (by) {
            case CANDIDATE -> "candidate";
            case DEADLINE -> "deadline";
        };
    }

    /** The word for an outcome. */
    public static String of(Outcome.Kind outcome) {
        return switch (outcome) {
            case OWED -> "owed";
            case MARKED -> "marked";
            case SELF_OWED -> "self-owed";
            case SELF_MARKED -> "self-marked";
        };
    }
}
