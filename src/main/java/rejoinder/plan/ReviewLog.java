package rejoinder.plan;

import java.util.List;

/** Every graded attempt of a candidate. */
public interface ReviewLog {
    /** All reviews of a candidate, oldest first. */
    List<Review> reviews(CandidateId candidate);
}
