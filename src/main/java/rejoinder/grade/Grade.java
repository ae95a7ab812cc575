package rejoinder.grade;

import java.util.List;
import java.util.stream.IntStream;
import rejoinder.bank.QuestionId;

/**
 * The evidence for a score: flat, storable as rows. The score is computed from its parts and cannot disagree with them.
 *
 * @param question what was asked
 * @param revision content hash of what was asked
 * @param raw alignment with the best reference answer before calibration, 0 to 1
 * @param reference index of the reference answer that fitted best; 0 if nothing was written
 * @param findings one per key point, in the question's order
 * @param deductions what takes away from the whole, may be empty
 * @param doubts why the grader is not sure, one sentence each; empty if it is
 * @param stamp what produced it
 */
public record Grade(
        QuestionId question,
        String revision,
        double raw,
        int reference,
        List<Finding> findings,
        List<Deduction> deductions,
        List<String> doubts,
        GraderStamp stamp) {
    /** Copies the lists. */
    public Grade {
        findings = List.copyOf(findings);
        deductions = List.copyOf(deductions);
        doubts = List.copyOf(doubts);
    }

    /** The sum of what the findings earned and the deductions took, in their order. */
    public Score score() {
        double sum = 0;
        for (Finding finding : findings) {
            sum += finding.earned();
        }
        for (Deduction deduction : deductions) {
            sum += deduction.amount();
        }
        return Score.nearest(sum);
    }

    /**
     * What a correction calls a deduction: its name, and a number where a grade has several of that name. A colon keeps it apart from the ids of key points.
     *
     * @param index of the deduction
     */
    public String deductionId(int index) {
        String name = deductions.get(index).name();
        long before = deductions.subList(0, index).stream()
                .filter(deduction -> deduction.name().equals(name))
                .count();
        return "deduction:" + name + (before == 0 ? "" : ":" + (before + 1));
    }

    /** Whether a correction can be about this: the id of a key point or of a deduction. */
    public boolean has(String id) {
        return findings.stream().anyMatch(finding -> finding.point().id().equals(id))
                || IntStream.range(0, deductions.size())
                        .anyMatch(i -> deductionId(i).equals(id));
    }

    /** The same evidence with other doubts. */
    public Grade with(List<String> why) {
        return new Grade(question, revision, raw, reference, findings, deductions, why, stamp);
    }

    /** Whether the grader could not read the answer, so that the score says nothing and the candidate marks it. */
    public boolean unread() {
        return deductions.stream().anyMatch(deduction -> deduction.name().equals(Deduction.UNREAD));
    }

    /** Whether the grader stands by the score without asking the candidate. */
    public boolean sure() {
        return doubts.isEmpty();
    }
}
