package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Holds the memory model against ts-fsrs 5.4.2; {@code src/test/scripts/fsrs-fixture.mjs} says how the fixture came about. */
class MemoryOracleTest {
    private static final double CLOSE = 1e-6;

    /** The largest differences seen, in stability, difficulty and retrievability. */
    private final double[] largest = new double[3];

    @Test
    void everySequenceEndsInEveryStepWhereTheReferenceImplementationEnds() throws IOException {
        Map<String, MemoryParameters> parameters = new HashMap<>();
        int sequences = 0;
        int reviews = 0;
        for (String line : lines()) {
            String[] parts = line.split("\t", -1);
            if (parts[0].equals("P")) {
                parameters.put(
                        parts[1],
                        new MemoryParameters(Arrays.stream(parts, 2, parts.length)
                                .map(Double::valueOf)
                                .toList()));
            } else {
                ZoneId zone = ZoneId.of(parts[1]);
                MemoryModel model = new MemoryModel(
                        Objects.requireNonNull(parameters.get(parts[2])),
                        Double.parseDouble(parts[3]),
                        Integer.parseInt(parts[4]),
                        zone);
                List<Step> steps =
                        Arrays.stream(parts, 5, parts.length).map(Step::of).toList();
                follow(model, zone, steps);
                sequences++;
                reviews += steps.size();
            }
        }
        assertThat(parameters).hasSize(21);
        assertThat(parameters.get("0")).isEqualTo(MemoryParameters.DEFAULT);
        assertThat(sequences).isEqualTo(700);
        assertThat(reviews).isGreaterThan(4000);
        System.out.printf(
                Locale.ROOT,
                "%d sequences, %d answers; largest difference to ts-fsrs 5.4.2 in stability %.1e, in difficulty %.1e, in"
                        + " retrievability %.1e; every due date the same%n",
                sequences,
                reviews,
                largest[0],
                largest[1],
                largest[2]);
    }

    private void differs(int what, double ours, double theirs) {
        largest[what] = Math.max(largest[what], Math.abs(ours - theirs));
    }

    private void follow(MemoryModel model, ZoneId zone, List<Step> steps) {
        List<Review> log = new ArrayList<>();
        MemoryState state = null;
        for (Step step : steps) {
            Instant at = step.at.atZone(zone).toInstant();
            state = state == null ? model.first(step.rating, at) : model.next(state, step.rating, at);
            log.add(Reviews.rated("topic/question", at, step.rating));
            Instant later = step.at.plusDays(step.daysLater).atZone(zone).toInstant();

            differs(0, state.stability(), step.stability);
            differs(1, state.difficulty(), step.difficulty);
            differs(2, model.retrievability(state, later), step.retrievability);
            assertThat(state.stability()).as(step.toString()).isCloseTo(step.stability, within(CLOSE));
            assertThat(state.difficulty()).as(step.toString()).isCloseTo(step.difficulty, within(CLOSE));
            assertThat(state.due()).as(step.toString()).isEqualTo(step.due);
            assertThat(model.retrievability(state, later))
                    .as(step.toString())
                    .isCloseTo(step.retrievability, within(CLOSE));
            assertThat(model.after(log)).contains(state);
        }
    }

    private record Step(
            LocalDateTime at,
            Rating rating,
            double stability,
            double difficulty,
            LocalDate due,
            int daysLater,
            double retrievability) {
        static Step of(String group) {
            String[] part = group.split(" ", -1);
            return new Step(
                    LocalDateTime.parse(part[0]),
                    Rating.ofNumber(Integer.parseInt(part[1])).orElseThrow(),
                    Double.parseDouble(part[2]),
                    Double.parseDouble(part[3]),
                    LocalDate.parse(part[4]),
                    Integer.parseInt(part[5]),
                    Double.parseDouble(part[6]));
        }
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(MemoryOracleTest.class.getResourceAsStream("fsrs.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
