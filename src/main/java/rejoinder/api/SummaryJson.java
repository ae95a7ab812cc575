package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.export.EnumNames;
import rejoinder.export.SessionScoreJson;
import rejoinder.session.SessionSummary;

/** One line of the history; a clock only while in progress. */
record SummaryJson(
        String id,
        String mode,
        String state,
        long startedAt,
        long usedMillis,
        List<TopicJson.Named> topics,
        int questions,
        int answered,
        @Nullable SessionScoreJson score,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ClockJson clock) {
    static SummaryJson of(SessionSummary summary, ItemBank bank, @Nullable ClockJson clock) {
        return new SummaryJson(
                summary.id().value(),
                EnumNames.of(summary.mode()),
                EnumNames.of(summary.state()),
                summary.startedAt().toEpochMilli(),
                summary.used().toMillis(),
                summary.topics().stream()
                        .map(topic -> TopicJson.Named.of(topic, bank))
                        .toList(),
                summary.questions(),
                summary.answered(),
                summary.score().map(SessionScoreJson::of).orElse(null),
                clock);
    }
}
