package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.session.Blueprint;
import rejoinder.session.Pace;

/** What a session is to be made of, as the start page asks for it and as it is remembered. */
record SetupJson(String mode, List<QuotaJson> topics, int questions, PaceJson pace, boolean overtime) {
    /** What is offered before the first session. */
    static final SetupJson FIRST =
            new SetupJson("interview", List.of(), 5, new PaceJson("suggested", 1.0, null), false);

    /** The field names of a start. */
    static final String[] FIELDS = {"mode", "topics", "picked", "questions", "pace", "overtime", "seed"};

    private static final long MOST_SECONDS = Duration.ofHours(24).toSeconds();

    /** A topic to draw from. */
    record QuotaJson(
            String id,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int atLeast) {}

    /** How much time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaceJson(
            String kind, @Nullable Double factor, @Nullable Long seconds) {
        static PaceJson of(Pace pace) {
            return pace.match(
                    suggested -> new PaceJson("suggested", suggested.factor(), null),
                    timed -> new PaceJson("timed", null, timed.total().toSeconds()),
                    () -> new PaceJson("untimed", null, null));
        }
    }

    /** What can be remembered of a blueprint: neither its seed nor picked questions. */
    static SetupJson of(Blueprint blueprint) {
        return new SetupJson(
                EnumNames.of(blueprint.mode()),
                blueprint.quotas().stream()
                        .map(quota -> new QuotaJson(quota.topic(), quota.atLeast()))
                        .toList(),
                blueprint.questions(),
                PaceJson.of(blueprint.pace()),
                blueprint.overtime());
    }

    /** The same without topics that the bank no longer has. */
    SetupJson in(ItemBank bank) {
        return new SetupJson(
                mode,
                topics.stream()
                        .filter(quota -> bank.topic(quota.id()).isPresent())
                        .toList(),
                questions,
                pace,
                overtime);
    }

    /** Reads a blueprint. */
    static Blueprint read(Fields fields, LongSupplier seeds) {
        try {
            return new Blueprint(
                    fields.word("mode", EnumNames.MODES),
                    fields.objects("topics", 1000, "id", "atLeast").stream()
                            .map(SetupJson::quota)
                            .toList(),
                    picked(fields),
                    (int) fields.whole("questions", 1, 100),
                    pace(fields.object("pace", "kind", "factor", "seconds")),
                    fields.has("seed") ? fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : seeds.getAsLong(),
                    fields.has("overtime") && fields.flag("overtime"));
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
                        .orElseThrow(() -> fields.wrong("picked", "has an entry that is no question id")))
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
