package rejoinder.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.StatementRow;

/**
 * What packs hold besides questions and answers.
 *
 * @param core points that full marks need
 * @param bonus points that come on top
 * @param misconceptions wrong statements, each against a key point
 * @param trueNeighbours true sentences in the words of a misconception
 * @param statements rows that are next to the packs
 * @param byPart how many of them to train, to develop and to test with
 * @param byKind how many of each form
 */
record BankCounts(
        int core,
        int bonus,
        int misconceptions,
        int trueNeighbours,
        int statements,
        Map<String, Long> byPart,
        Map<String, Long> byKind) {
    /** Counts. */
    static BankCounts of(LoadedPacks packs) {
        List<Question> questions = packs.bank().questions();
        int points = questions.stream().mapToInt(q -> q.keyPoints().size()).sum();
        int core = questions.stream().mapToInt(q -> q.corePoints().size()).sum();
        List<Misconception> wrong =
                questions.stream().flatMap(q -> q.misconceptions().stream()).toList();
        return new BankCounts(
                core,
                points - core,
                wrong.size(),
                wrong.stream().mapToInt(one -> one.trueNeighbours().size()).sum(),
                packs.statements().size(),
                count(packs, StatementRow::part),
                count(packs, StatementRow::kind));
    }

    private static Map<String, Long> count(LoadedPacks packs, Function<StatementRow, String> by) {
        return packs.statements().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    /** Lines to print; one where there are no statements. */
    List<String> lines() {
        String points = String.format(
                "%d core points, %d bonus points, %d misconceptions, %d true neighbours, %d statements",
                core, bonus, misconceptions, trueNeighbours, statements);
        return statements == 0
                ? List.of(points)
                : List.of(points, "statements by part: " + list(byPart), "statements by kind: " + list(byKind));
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
