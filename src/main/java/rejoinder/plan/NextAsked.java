package rejoinder.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.grade.Finding;
import rejoinder.grade.Marking;
import rejoinder.grade.Verdict;

/**
 * What an interviewer asks next: about the most valuable point that was not made, else the question's own follow-up. The same answer gets the same.
 *
 * @param point the key point that is asked for; empty for the question's own follow-up
 * @param ask Markdown; empty if nothing is asked
 * @param canBeMarked whether there is something to mark an answer against
 */
public record NextAsked(String point, String ask, boolean canBeMarked) {
    /**
     * After an answer.
     *
     * @param marking what it earned, corrections applied; empty if it was not graded
     */
    public static NextAsked of(Question question, Optional<Marking> marking) {
        List<Finding.Point> missed = marking.map(NextAsked::missed).orElse(List.of());
        Optional<NextAsked> asked = missed.stream()
                .filter(point -> ClaimQuestion.canAsk(point.statement(), Drills.shortForm(question, point.id())))
                .findFirst()
                .map(point -> about(question, point));
        boolean own = question.followUp().canBeMarked() || missed.isEmpty();
        return asked.orElseGet(() -> own
                ? new NextAsked(
                        "", question.followUp().prompt(), question.followUp().canBeMarked())
                : about(question, missed.get(0)));
    }

    private static NextAsked about(Question question, Finding.Point point) {
        return new NextAsked(point.id(), Drills.ask(question, point.id(), point.statement()), true);
    }

    /** The most valuable first. */
    private static List<Finding.Point> missed(Marking marking) {
        return marking.lines().stream()
                .filter(line -> line.verdict() != Verdict.MADE && Marking.isMissed(line.part()))
                .sorted(Comparator.comparingInt(Marking.Line::most).reversed())
                .map(line -> line.finding().point())
                .toList();
    }
}
