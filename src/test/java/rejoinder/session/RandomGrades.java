package rejoinder.session;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

/** Grades with every kind of finding and the most awkward figures, by seed. */
public final class RandomGrades {
    private static final double[] AWKWARD = {
        0.0, -0.0, 1.0, Double.MIN_VALUE, Double.MIN_NORMAL, Math.nextUp(0.5), Math.nextDown(1.0), 0.1 + 0.2, 1e300
    };

    private final SplittableRandom random;

    public RandomGrades(long seed) {
        random = new SplittableRandom(seed);
    }

    public Grade grade(Question question) {
        return new Grade(
                question.id(),
                question.revision(),
                figure(),
                random.nextInt(5),
                some(this::finding),
                some(() -> new Deduction(text(), text(), -figure(), some(this::span))),
                some(this::text),
                new GraderStamp(text(), text(), text()));
    }

    private Finding finding() {
        Finding.Point point = new Finding.Point(text(), text(), figure(), random.nextBoolean());
        return switch (random.nextInt(4)) {
            case 0 -> new Finding(point, Verdict.MADE, figure(), figure(), some(this::span), text());
            case 1 -> new Finding(point, Verdict.UNCLEAR, figure(), figure(), some(this::span), text());
            case 2 -> new Finding(point, Verdict.NOT_SAID, figure(), figure(), some(this::span), text());
            default -> new Finding(point, Verdict.CONTRADICTED, figure(), figure(), some(this::span), text(), text());
        };
    }

    private Span span() {
        int start = random.nextInt(100);
        return new Span(start, start + random.nextInt(100));
    }

    private double figure() {
        return random.nextBoolean() ? random.nextDouble() : AWKWARD[random.nextInt(AWKWARD.length)];
    }

    private String text() {
        return "text " + random.nextInt(1000) + (random.nextInt(4) == 0 ? " \u0000\uD83D" : "");
    }

    private <T> List<T> some(Supplier<T> part) {
        return Stream.generate(part).limit(random.nextInt(6)).toList();
    }
}
