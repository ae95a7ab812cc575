package rejoinder.grade;

import java.util.List;
import rejoinder.text.Span;

/** What became of one key point in one answer. */
public sealed interface KeyPointFinding {
    /** The key point it is about. */
    Point point();

    /** What the point adds to the score; the addends and deductions of a grade sum to its score. */
    double earned();

    /** How near the answer comes to the point, 0 to 1: the figure that was compared with the policy's thresholds. */
    double similarity();

    /** The words of the answer that carry the point, or come nearest to it; in order, may be empty. */
    List<Span> evidence();

    /**
     * The key point as it was graded.
     *
     * @param id the key point's id, or {@code auto-1}, {@code auto-2}, ... for points taken from a reference answer's sentences because none were written
     * @param statement what a good answer says
     * @param share the most it can add to the score; the shares of a grade sum to 1
     * @param automatic true if the point was taken from a reference answer
     */
    record Point(String id, String statement, double share, boolean automatic) {}

    /**
     * The answer makes the point.
     *
     * @param wording the statement, accepted wording or reference sentence that the evidence is nearest to
     */
    record Covered(Point point, double earned, double similarity, List<Span> evidence, String wording)
            implements KeyPointFinding {
        public Covered {
            evidence = List.copyOf(evidence);
        }
    }

    /** The answer makes a part of the point, or something near it. */
    record Partial(Point point, double earned, double similarity, List<Span> evidence, String wording)
            implements KeyPointFinding {
        public Partial {
            evidence = List.copyOf(evidence);
        }
    }

    /** The answer does not make the point; the evidence is what comes nearest. */
    record Missing(Point point, double earned, double similarity, List<Span> evidence, String wording)
            implements KeyPointFinding {
        public Missing {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The answer says the opposite.
     *
     * @param against the statement that the evidence is nearest to: a misconception, or the reference with its meaning turned round
     * @param reason one sentence for the candidate
     */
    record Contradicted(
            Point point, double earned, double similarity, List<Span> evidence, String against, String reason)
            implements KeyPointFinding {
        public Contradicted {
            evidence = List.copyOf(evidence);
        }
    }
}
