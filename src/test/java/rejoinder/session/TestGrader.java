package rejoinder.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;
import rejoinder.text.Language;
import rejoinder.text.Span;

/**
 * A grader by plain words: a key point is covered if its id is in the answer, half there if "half-" comes before it, contradicted if "no " does. An answer
 * with "um" in it is not sure; one with "blah" loses a tenth; one in another language is not read; one with "crash" makes it throw.
 */
public final class TestGrader implements Grader {
    public static final GraderStamp STAMP = new GraderStamp("test-1", "no-model", "none");

    @Override
    public Grade grade(Question question, String answer) {
        if (question.selfGraded()) {
            throw new IllegalArgumentException("Question " + question.id() + " is self-graded.");
        }
        String text = answer.toLowerCase(Locale.ROOT);
        if (text.contains("crash")) {
            throw new IllegalStateException("The grader fell over.");
        }
        double weights =
                question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        List<Finding> findings = new ArrayList<>();
        for (KeyPoint point : question.keyPoints()) {
            findings.add(finding(point, point.weight() / weights, text));
        }
        List<Deduction> deductions = text.contains("blah")
                ? List.of(new Deduction("padding", "The answer says nothing for long.", -0.1, at(text, "blah")))
                : Language.unread(answer)
                        .map(why -> List.of(new Deduction(Deduction.UNREAD, why + ".", 0, List.of())))
                        .orElse(List.of());
        List<String> doubts = text.contains("um") ? List.of("The answer hesitates.") : List.of();
        double raw =
                findings.stream().mapToDouble(Finding::similarity).average().orElse(0);
        return new Grade(question.id(), question.revision(), raw, 0, findings, deductions, doubts, STAMP);
    }

    /** A grade as another grader would have stamped it. */
    public static Grade stamped(Grade grade, GraderStamp stamp) {
        return new Grade(
                grade.question(),
                grade.revision(),
                grade.raw(),
                grade.reference(),
                grade.findings(),
                grade.deductions(),
                grade.doubts(),
                stamp);
    }

    private static Finding finding(KeyPoint key, double share, String text) {
        Finding.Point point = new Finding.Point(key.id(), key.statement(), share, false);
        if (text.contains("no " + key.id())) {
            return new Finding(
                    point,
                    Verdict.CONTRADICTED,
                    0,
                    0.7,
                    at(text, "no " + key.id()),
                    key.statement(),
                    "It says the opposite.");
        }
        if (text.contains("half-" + key.id())) {
            return new Finding(point, Verdict.UNCLEAR, share / 2, 0.5, at(text, "half-" + key.id()), key.statement());
        }
        return text.contains(key.id())
                ? new Finding(point, Verdict.MADE, share, 0.9, at(text, key.id()), key.statement())
                : new Finding(point, Verdict.NOT_SAID, 0, 0.1, List.of(), key.statement());
    }

    private static List<Span> at(String text, String word) {
        int start = text.indexOf(word);
        return List.of(new Span(start, start + word.length()));
    }

    @Override
    public GraderStamp stamp() {
        return STAMP;
    }
}
