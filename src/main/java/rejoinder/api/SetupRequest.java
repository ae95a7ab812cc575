package rejoinder.api;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import rejoinder.bank.QuestionId;
import rejoinder.export.EnumNames;
import rejoinder.session.Blueprint;
import rejoinder.session.Pace;

/** Reads what a session is to be made of. */
final class SetupRequest {
    /** The field names of a start. */
    static final String[] FIELDS = {
        "mode",
        "topics",
        "picked",
        "questions",
        "pace",
        "overtime",
        "onlyMarked",
        "difficulties",
        "tag",
        "followUps",
        "seed"
    };

    private static final long MOST_SECONDS = Duration.ofHours(24).toSeconds();

    private SetupRequest() {}

    /** Reads a blueprint. */
    static Blueprint read(Fields fields, LongSupplier seeds) {
        try {
            return new Blueprint(
                    fields.word("mode", EnumNames.MODES),
                    fields.objects("topics", 1000, "id", "atLeast").stream()
                            .map(SetupRequest::quota)
                            .toList(),
                    picked(fields),
                    (int) fields.whole("questions", 1, 100),
                    pace(fields.object("pace", "kind", "factor", "seconds")),
                    fields.has("seed") ? fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : seeds.getAsLong(),
                    fields.has("overtime") && fields.flag("overtime"),
                    fields.has("followUps") && fields.flag("followUps"));
        } catch (IllegalArgumentException e) {
            // what the blueprint itself refuses, in its own words: fields that do not fit together
            throw Refusal.malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Blueprint.Quota quota(Fields topic) {
        int atLeast = topic.has("atLeast") ? (int) topic.whole("atLeast", 0, 100) : 0;
        return new Blueprint.Quota(topic.text("id", 100), atLeast);
    }

    private static List<QuestionId> picked(Fields fields) {
        if (!fields.has("picked")) {
            return List.of();
        }
        return fields.texts("picked", 100).stream()
                .map(id -> QuestionId.parse(id)
                        .orElseThrow(() -> fields.wrong("picked", "has an entry that is not a question id")))
                .toList();
    }

    private static Pace pace(Fields pace) {
        String kind = pace.text("kind", 20);
        return switch (kind) {
            case "suggested" -> new Pace.Suggested(pace.number("factor", 0.01, 10));
            case "timed" -> new Pace.Timed(Duration.ofSeconds(pace.whole("seconds", 1, MOST_SECONDS)));
            case "untimed" -> new Pace.Untimed();
            default -> throw pace.wrong("kind", "must be one of suggested, timed, untimed");
        };
    }
}
