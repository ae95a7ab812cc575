package rejoinder.api;

import java.util.LinkedHashMap;
import java.util.Map;
import rejoinder.plan.Rating;
import rejoinder.session.Confidence;
import rejoinder.session.Mode;
import rejoinder.session.Outcome;
import rejoinder.session.Session;

/** The words that stand for the values of an enumeration in JSON. */
final class EnumNames {
    static final Map<String, Mode> MODES = Map.of("interview", Mode.INTERVIEW, "practice", Mode.PRACTICE);

    static final Map<String, Confidence> CONFIDENCES = confidences();

    private EnumNames() {}

    private static Map<String, Confidence> confidences() {
        Map<String, Confidence> words = new LinkedHashMap<>();
        for (Confidence confidence : Confidence.values()) {
            words.put(of(confidence), confidence);
        }
        return words;
    }

    static String of(Mode mode) {
        return switch (mode) {
            case INTERVIEW -> "interview";
            case PRACTICE -> "practice";
        };
    }

    static String of(Confidence confidence) {
        return switch (confidence) {
            case UNSAID -> "unsaid";
            case NOT_SURE -> "not";
            case RATHER_SURE -> "rather";
            case VERY_SURE -> "very";
        };
    }

    static String of(Session.State state) {
        return switch (state) {
            case IN_PROGRESS -> "in-progress";
            case SUBMITTED -> "submitted";
            case GRADED -> "graded";
        };
    }

    static String of(Session.EndedBy by) {
        return switch (by) {
            case CANDIDATE -> "candidate";
            case DEADLINE -> "deadline";
        };
    }

    static String of(Outcome.Kind outcome) {
        return switch (outcome) {
            case OWED -> "owed";
            case MARKED -> "marked";
            case SELF_OWED -> "self-owed";
            case SELF_MARKED -> "self-marked";
        };
    }

    static String of(Rating rating) {
        return switch (rating) {
            case AGAIN -> "again";
            case HARD -> "hard";
            case GOOD -> "good";
            case EASY -> "easy";
        };
    }
}
