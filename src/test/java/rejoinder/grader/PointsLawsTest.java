package rejoinder.grader;

import org.junit.jupiter.api.Tag;
import rejoinder.SharedModel;
import rejoinder.bank.Question;
import rejoinder.grade.Grader;

/** The product's grader on questions with key points. */
@Tag("model")
class PointsLawsTest extends GraderLaws {
    @Override
    Grader grader() {
        return SharedModel.grader();
    }

    @Override
    Question asked(Question question) {
        return question;
    }

    // not full marks in truth: a terse reference makes some points only in part, and so does now and then a long one;
    // among eight drawn questions the lowest came to
    // .84. The lint of the bank asks for the same
    @Override
    double fullMarks() {
        return 0.8;
    }
}
