package rejoinder.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;

/**
 * Every attempt that has a score, by one SELECT from one table. The score is the one that counts: it is written with each correction.
 *
 * <p>What was read is kept: reading a hundred thousand rows takes longer than all that follows. The next reading asks which rows were taken away since, by this
 * program or another, and reads only those that have come. Who asks while somebody is reading waits for that reading instead of doing it once more.
 */
public final class SqlReviewLog implements ReviewLog {
    /** What a review takes in memory with what it points to, in bytes, generously. */
    private static final long BYTES = 200;

    /** More reviews than fill an eighth of the memory are read again each time; of the memory of a machine with 8 GB that is more than a million. */
    private static final long MOST_KEPT = Runtime.getRuntime().maxMemory() / 8 / BYTES;

    /** Candidates whose reviews are kept; those of the one who was away longest are read again. */
    private static final int MOST_READERS = 256;

    private final Sql sql;
    private final Map<CandidateId, Reader> readers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CandidateId, Reader> longestUnused) {
            return size() > MOST_READERS;
        }
    });

    SqlReviewLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Review> reviews(CandidateId candidate) {
        return readers.computeIfAbsent(candidate, whose -> new Reader(sql, whose))
                .reviews();
    }

    /**
     * A review with the number of its row. Numbers are given out in ascending order; one is only given out again if every row from it on was taken away.
     */
    record Numbered(long number, Review review) {
        private static final Comparator<Numbered> OLDEST_FIRST = Comparator.comparing(it -> it.review.at());
    }

    /**
     * What was read of a candidate.
     *
     * @param rows what its rows were read with, which knows the texts that come again
     * @param numbered oldest first; of the same instant, in the order in which they were written
     * @param reviews the same without their numbers
     * @param changes how many rows had been taken away or replaced by then; -1 if nothing was read
     * @param last the highest number
     */
    private record Kept(ReviewRow rows, List<Numbered> numbered, List<Review> reviews, long changes, long last) {
        static Kept nothing() {
            return new Kept(new ReviewRow(), List.of(), List.of(), -1, 0);
        }

        static Kept of(ReviewRow rows, List<Numbered> numbered, long changes) {
            numbered.sort(Numbered.OLDEST_FIRST);
            long last = 0;
            List<Review> reviews = new ArrayList<>(numbered.size());
            for (Numbered row : numbered) {
                last = Math.max(last, row.number);
                reviews.add(row.review);
            }
            return new Kept(rows, numbered, Collections.unmodifiableList(reviews), changes, last);
        }

        /** The same without rows that were taken away since. */
        Kept without(List<Long> gone) {
            if (gone.isEmpty()) {
                return this;
            }
            Set<Long> numbers = Set.copyOf(gone);
            List<Numbered> left = new ArrayList<>(numbered);
            left.removeIf(row -> numbers.contains(row.number));
            return of(rows, left, changes + gone.size());
        }

        Kept with(List<Numbered> news) {
            if (news.isEmpty()) {
                return this;
            }
            List<Numbered> all = new ArrayList<>(numbered.size() + news.size());
            all.addAll(numbered);
            all.addAll(news);
            return of(rows, all, changes);
        }
    }

    /** Reads one candidate's reviews. */
    private static final class Reader {
        private final Sql sql;
        private final String candidate;
        private Kept kept = Kept.nothing();

        Reader(Sql sql, CandidateId candidate) {
            this.sql = sql;
            this.candidate = candidate.value();
        }

        synchronized List<Review> reviews() {
            Kept read = sql.read(this::read);
            kept = read.reviews.size() <= MOST_KEPT ? read : Kept.nothing();
            return read.reviews;
        }

        private Kept read(Handle handle) {
            long changes = Sql.rows(
                            handle,
                            "select n from review_change where candidate = :candidate",
                            Map.of("candidate", candidate),
                            row -> row.number("n"))
                    .stream()
                    .findFirst()
                    .orElse(0L);
            List<Long> gone = kept.changes == changes
                    ? List.of()
                    : Sql.rows(
                            handle,
                            "select number from review_gone where candidate = :candidate and n > :seen",
                            Map.of("candidate", candidate, "seen", kept.changes),
                            row -> row.number("number"));
            if (kept.changes < 0 || changes - kept.changes != gone.size()) {
                ReviewRow rows = new ReviewRow();
                return Kept.of(rows, rows(handle, rows, 0), changes);
            }
            Kept left = kept.without(gone);
            return left.with(rows(handle, left.rows, left.last));
        }

        private List<Numbered> rows(Handle handle, ReviewRow rows, long after) {
            String number = sql.engine().reviewNumber();
            return Sql.rows(
                    handle,
                    "select " + number
                            + " as number, question, revision, handed_in_at, score, rating, missed, blank from review"
                            + " where " + sql.engine().inOrder("candidate") + " = :candidate and " + number
                            + " > :after order by " + number,
                    Map.of("candidate", candidate, "after", after),
                    row -> new Numbered(row.number("number"), rows.read(row)));
        }
    }
}
