package rejoinder.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calendar days of a zone. A long history asks for the day of a hundred thousand instants, and the rules of a zone take a fifth of a microsecond each, so the
 * changes of the clock between 2000 and 2100 are looked up once.
 */
final class Days {
    private static final int SECONDS_A_DAY = 86_400;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final ZoneId zone;
    private final ZoneRules rules;
    private final long[] changes;
    private final int[] offsets;

    Days(ZoneId zone) {
        this.zone = zone;
        rules = zone.getRules();
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        changes = transitions.stream()
                .mapToLong(ZoneOffsetTransition::toEpochSecond)
                .toArray();
        offsets = new int[changes.length + 1];
        offsets[0] = rules.getOffset(FIRST).getTotalSeconds();
        for (int i = 0; i < changes.length; i++) {
            offsets[i + 1] = transitions.get(i).getOffsetAfter().getTotalSeconds();
        }
    }

    ZoneId zone() {
        return zone;
    }

    /** The number of the day of an instant, counted from 1970-01-01. */
    long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond() + offset(at), SECONDS_A_DAY);
    }

    private int offset(Instant at) {
        if (at.isBefore(FIRST) || !at.isBefore(LAST)) {
            return rules.getOffset(at).getTotalSeconds();
        }
        int place = Arrays.binarySearch(changes, at.getEpochSecond());
        return offsets[place >= 0 ? place + 1 : -place - 1];
    }
}
