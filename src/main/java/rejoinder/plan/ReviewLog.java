package rejoinder.plan;

import java.util.List;

/** Every graded attempt of a candidate. */
public interface ReviewLog {
    /** All reviews of a candidate and of nobody else, oldest first, those of one instant in any order, each attempt once. */
    List<Review> reviews(CandidateId candidate);
}
