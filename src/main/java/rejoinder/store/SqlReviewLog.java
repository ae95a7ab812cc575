package rejoinder.store;

import java.util.List;
import java.util.Map;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;

/** Every attempt that has a score, by one SELECT from one table. The score is the one that counts: it is written with each correction. */
public final class SqlReviewLog implements ReviewLog {
    private final Sql sql;

    SqlReviewLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Review> reviews(CandidateId candidate) {
        ReviewRow rows = new ReviewRow();
        return sql.read(handle -> Sql.rows(
                handle,
                "select question, revision, handed_in_at, score, rating, missed from review where candidate = :candidate"
                        + " order by handed_in_at, session, place",
                Map.of("candidate", candidate.value()),
                rows::read));
    }
}
