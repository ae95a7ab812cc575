package rejoinder.grader;

import java.util.List;
import org.junit.jupiter.api.Tag;
import rejoinder.SharedModel;
import rejoinder.bank.Question;
import rejoinder.grade.Grader;

/** The product's grader on questions that have reference answers and no key points. */
@Tag("model")
class ReferencesLawsTest extends GraderLaws {
    @Override
    Grader grader() {
        return SharedModel.grader();
    }

    @Override
    Question asked(Question question) {
        return with(question, question.referenceAnswers(), List.of());
    }

    // without key points the law is about the whole, and fails by a little: a further sentence in other words than the
    // reference's lowers the answer's side of the
    // likeness, and the model reads the words before it otherwise. Among eight drawn questions the greatest loss was
    // .024
    @Override
    double lost() {
        return 0.03;
    }
}
