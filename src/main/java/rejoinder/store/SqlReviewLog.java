package rejoinder.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;

/**
 * Every attempt that has a score, by one SELECT from one table. The score is the one that counts: it is written with each correction.
 *
 * <p>What was read is kept: reading a hundred thousand rows takes longer than all that follows. The next reading asks whether a row was taken away or replaced
 * since, by this program or another; if not, it reads only the rows that have come.
 */
public final class SqlReviewLog implements ReviewLog {
    /** More reviews than that are read anew each time, because keeping them would take more than some tens of megabytes. */
    private static final int MOST_KEPT = 300_000;

    private static final String COLUMNS =
            "select question, revision, handed_in_at, score, rating, missed, rowid as number from review where ";

    private final Sql sql;
    private final Map<CandidateId, Kept> kept = new ConcurrentHashMap<>();

    SqlReviewLog(Sql sql) {
        this.sql = sql;
    }

    /**
     * What was read of a candidate.
     *
     * @param rows what its rows were read with, which knows the texts that come again
     * @param changes how many rows had been taken away or replaced by then
     * @param last number of the newest row
     */
    private record Kept(ReviewRow rows, List<Review> reviews, long changes, long last) {}

    @Override
    public List<Review> reviews(CandidateId candidate) {
        Kept read = sql.read(handle -> read(handle, candidate));
        if (read.reviews.size() <= MOST_KEPT) {
            kept.put(candidate, read);
        } else {
            kept.remove(candidate);
        }
        return read.reviews;
    }

    private Kept read(Handle handle, CandidateId candidate) {
        Map<String, String> whose = Map.of("candidate", candidate.value());
        long changes = Sql.rows(
                        handle,
                        "select n from review_change where candidate = :candidate",
                        whose,
                        row -> row.number("n"))
                .stream()
                .findFirst()
                .orElse(0L);
        Kept before = kept.get(candidate);
        if (before != null && before.changes == changes) {
            Map<String, Object> since = Map.of("candidate", candidate.value(), "last", before.last);
            // the plus keeps SQLite from walking through the index of all of the candidate's rows
            Kept news =
                    rows(handle, "+candidate = :candidate and rowid > :last", since, before.rows, changes, before.last);
            if (news.reviews.isEmpty()) {
                return before;
            }
            boolean later = before.reviews.isEmpty()
                    || news.reviews
                            .get(0)
                            .at()
                            .isAfter(before.reviews
                                    .get(before.reviews.size() - 1)
                                    .at());
            if (later) {
                List<Review> all = new ArrayList<>(before.reviews.size() + news.reviews.size());
                all.addAll(before.reviews);
                all.addAll(news.reviews);
                return new Kept(before.rows, Collections.unmodifiableList(all), changes, news.last);
            }
        }
        return rows(handle, "candidate = :candidate", whose, new ReviewRow(), changes, 0);
    }

    private static Kept rows(
            Handle handle, String which, Map<String, ?> parameters, ReviewRow rows, long changes, long last) {
        long[] newest = {last};
        List<Review> reviews =
                Sql.rows(handle, COLUMNS + which + " order by handed_in_at, session, place", parameters, row -> {
                    newest[0] = Math.max(newest[0], row.number("number"));
                    return rows.read(row);
                });
        return new Kept(rows, Collections.unmodifiableList(reviews), changes, newest[0]);
    }
}
