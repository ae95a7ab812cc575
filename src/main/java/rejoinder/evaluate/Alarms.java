package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Verdict;

/**
 * False alarms: answers that people gave full marks, where the grader took something away by name (a guard, a misconception) or found a key point contradicted.
 *
 * @param full answers with full marks by people
 * @param rows those of them with an alarm, in the order of the set
 */
public record Alarms(int full, List<Alarm> rows) {
    private static final String CONTRADICTED = Verdict.CONTRADICTED.id();

    /** Copies the list. */
    public Alarms {
        rows = List.copyOf(rows);
    }

    /**
     * An answer that something fired on.
     *
     * @param row place in the set, from 1
     * @param fired names of what took away, in their order; {@code contradicted} and a key point's id for a contradiction
     */
    public record Alarm(int row, String questionId, String answer, double grade, List<String> fired) {
        /** Copies the list. */
        public Alarm {
            fired = List.copyOf(fired);
        }
    }

    /** Part of the answers with full marks, 0 to 1; NaN if there are none. */
    public double share() {
        return (double) rows.size() / full;
    }

    /** How many of the answers each name fired on, by name; contradictions count as one name. */
    public Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>();
        for (Alarm alarm : rows) {
            alarm.fired.stream()
                    .map(name -> name.startsWith(CONTRADICTED) ? CONTRADICTED : name)
                    .distinct()
                    .forEach(name -> names.merge(name, 1, Integer::sum));
        }
        return names;
    }

    static Alarms of(List<Evaluation.Row> rows) {
        int full = 0;
        List<Alarm> alarms = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Evaluation.Row row = rows.get(i);
            if (row.score() == 1) {
                full++;
                List<String> fired = fired(row);
                if (!fired.isEmpty()) {
                    alarms.add(new Alarm(i + 1, row.questionId(), row.answer().answer(), row.grade(), fired));
                }
            }
        }
        return new Alarms(full, alarms);
    }

    private static List<String> fired(Evaluation.Row row) {
        List<String> fired = new ArrayList<>();
        for (Deduction deduction : row.evidence().deductions()) {
            if (deduction.takesAway()) {
                fired.add(deduction.name());
            }
        }
        for (Finding finding : row.evidence().findings()) {
            if (finding.is(Verdict.CONTRADICTED)) {
                fired.add(CONTRADICTED + " " + finding.point().id());
            }
        }
        return fired;
    }
}
