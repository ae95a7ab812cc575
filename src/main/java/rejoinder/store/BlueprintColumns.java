package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.QuestionId;
import rejoinder.session.Blueprint;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.StoreException;

/** A blueprint as columns of its session's row. */
final class BlueprintColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private enum PaceWord {
        SUGGESTED,
        TIMED,
        UNTIMED
    }

    private BlueprintColumns() {}

    static void set(Columns columns, Blueprint blueprint) {
        columns.set("mode", blueprint.mode())
                .set("quotas", quotas(blueprint.quotas()))
                .set(
                        "picked",
                        blueprint.picked().stream().map(QuestionId::toString).collect(Collectors.joining(" ")))
                .set("questions", blueprint.questions())
                .set("seed", blueprint.seed())
                .set("overtime", blueprint.overtime())
                .set("follow_ups", blueprint.followUps())
                .setNull("pace_factor", "pace_ms");
        if (blueprint.pace() instanceof Pace.Suggested suggested) {
            columns.set("pace", PaceWord.SUGGESTED).set("pace_factor", suggested.factor());
        } else if (blueprint.pace() instanceof Pace.Timed timed) {
            columns.set("pace", PaceWord.TIMED).set("pace_ms", timed.total());
        } else {
            columns.set("pace", PaceWord.UNTIMED);
        }
    }

    static Blueprint read(Row row) throws SQLException {
        return new Blueprint(
                row.word("mode", Mode.class),
                quotas(row.text("quotas")),
                Stream.of(row.text("picked").split(" "))
                        .flatMap(id -> QuestionId.parse(id).stream())
                        .toList(),
                row.count("questions"),
                switch (row.word("pace", PaceWord.class)) {
                    case SUGGESTED -> new Pace.Suggested(row.real("pace_factor"));
                    case TIMED -> new Pace.Timed(row.span("pace_ms"));
                    case UNTIMED -> new Pace.Untimed();
                },
                row.number("seed"),
                row.truth("overtime"),
                row.truth("follow_ups"));
    }

    // one JSON object, topic to least count, in the order named
    private static String quotas(List<Blueprint.Quota> quotas) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        quotas.forEach(quota -> counts.put(quota.topic(), quota.atLeast()));
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new StoreException("The quotas of a session could not be written down.", e);
        }
    }

    private static List<Blueprint.Quota> quotas(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Integer>>() {}).entrySet().stream()
                    .map(entry -> new Blueprint.Quota(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "The quotas of a session in the database cannot be read; restore rejoinder.db from a backup.", e);
        }
    }
}
