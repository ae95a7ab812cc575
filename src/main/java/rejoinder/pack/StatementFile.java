package rejoinder.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Statement;

/**
 * The true and false statements that are next to a pack: {@code NAME.statements.tsv} beside {@code NAME.md}, tab-separated, with the columns of {@link #COLUMNS}.
 *
 * @param rows those without a problem, in the order of the file
 * @param problems in the order of their lines
 */
record StatementFile(List<StatementRow> rows, List<PackProblem> problems) {
    /** The header line. */
    static final String COLUMNS = "question\tpoint\tstatement\ttruth\tkind\ttwin\tpart";

    private static final int WIDTH = 7;
    private static final int MOST_ROWS = 50_000;
    private static final int LONGEST = 1_000;
    private static final Set<String> PARTS = Set.of("train", "dev", "test");

    /** Reads what is next to a pack; nothing if there is no such file. */
    static StatementFile beside(Path pack, List<Question> questions) {
        String name = String.valueOf(pack.getFileName());
        Path path = pack.resolveSibling(name.substring(0, name.length() - ".md".length()) + ".statements.tsv");
        if (!Files.exists(path)) {
            return new StatementFile(List.of(), List.of());
        }
        SourceText source = SourceText.read(path);
        return source.problem().isPresent()
                ? new StatementFile(List.of(), List.of(source.problem().get()))
                : parse(source.text(), path.toString(), questions);
    }

    static StatementFile parse(String text, String file, List<Question> questions) {
        Map<QuestionId, Set<String>> points = questions.stream()
                .collect(Collectors.toMap(
                        Question::id,
                        question ->
                                question.keyPoints().stream().map(KeyPoint::id).collect(Collectors.toSet())));
        List<String> lines = text.lines().toList();
        List<StatementRow> rows = new ArrayList<>();
        List<PackProblem> problems = new ArrayList<>();
        if (lines.isEmpty() || !lines.get(0).equals(COLUMNS)) {
            problems.add(
                    new PackProblem(file, 1, "The first line names the columns: " + COLUMNS.replace("\t", ", ") + "."));
            return new StatementFile(rows, problems);
        }
        if (lines.size() > MOST_ROWS) {
            problems.add(new PackProblem(file, MOST_ROWS, "A file holds at most 50,000 statements; split the pack."));
            return new StatementFile(rows, problems);
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String[] fields = line.split("\t", -1);
            Optional<QuestionId> question = QuestionId.parse(fields[0]).filter(points::containsKey);
            if (line.isBlank()) {
                continue;
            }
            if (question.isEmpty()) {
                problems.add(
                        new PackProblem(file, i + 1, "The pack has no question '" + fields[0] + "'; correct the id."));
                continue;
            }
            String problem = problem(fields, points.getOrDefault(question.get(), Set.of()), first, i + 1);
            if (problem.isEmpty()) {
                rows.add(new StatementRow(
                        question.get(),
                        new Statement(fields[1], fields[2].strip(), fields[3].equals("true")),
                        fields[4],
                        fields[5],
                        fields[6]));
            } else {
                problems.add(new PackProblem(file, i + 1, problem));
            }
        }
        return new StatementFile(rows, problems);
    }

    private static String problem(String[] fields, Set<String> known, Map<String, Integer> first, int line) {
        if (fields.length != WIDTH) {
            return "This row has " + fields.length + " columns; write the seven of the first line with tabs between.";
        }
        if (!known.contains(fields[1])) {
            return "The question has no key point '" + fields[1] + "'; correct the id.";
        }
        if (fields[2].isBlank() || fields[2].length() > LONGEST) {
            return "A statement has 1 to 1,000 characters; write it or take the row out.";
        }
        if (!fields[3].equals("true") && !fields[3].equals("false")) {
            return "The truth of a statement is true or false, not '" + fields[3] + "'.";
        }
        if (!PARTS.contains(fields[6])) {
            return "The part is train, dev or test, not '" + fields[6] + "'.";
        }
        Integer other = first.putIfAbsent(fields[0] + "\t" + fields[1] + "\t" + fields[2].strip(), line);
        return other == null ? "" : "This statement is already on line " + other + "; keep one of the two.";
    }

    /** The questions with the statements about them. */
    List<Question> joined(List<Question> questions) {
        if (rows.isEmpty()) {
            return questions;
        }
        Map<QuestionId, List<Statement>> byQuestion = rows.stream()
                .collect(Collectors.groupingBy(
                        StatementRow::question, Collectors.mapping(StatementRow::statement, Collectors.toList())));
        return questions.stream()
                .map(question -> question.withStatements(byQuestion.getOrDefault(question.id(), List.of())))
                .toList();
    }
}
