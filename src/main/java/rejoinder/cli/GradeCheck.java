package rejoinder.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.evaluate.BankLint;
import rejoinder.evaluate.BankLint.Rule;
import rejoinder.evaluate.BankLint.Shortfall;
import rejoinder.grade.Grader;
import rejoinder.pack.AllowedShortfall;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.QuestionLines;
import rejoinder.text.Embedder;

/**
 * What the grader makes of the packs' own texts, with file and line, less what the packs allow.
 *
 * @param findings in the order of the files and their lines
 * @param allowed shortfalls that a pack allows with a reason
 */
record GradeCheck(List<Finding> findings, int allowed) {
    /** Rule of a finding about an allowance itself. */
    private static final String ALLOWANCE = "allowed-shortfall";

    private static final Map<String, Rule> RULES =
            Arrays.stream(Rule.values()).collect(Collectors.toMap(Rule::word, rule -> rule));

    /** Something to mend in a pack. */
    record Finding(String file, int line, String question, String rule, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + question + ": " + message + " [" + rule + "]";
        }
    }

    private record Target(QuestionId question, Rule rule, int index) {}

    /**
     * Grades the bank's own texts.
     *
     * @param which the questions to look at
     */
    static GradeCheck of(
            LoadedPacks packs,
            Predicate<QuestionId> which,
            Grader grader,
            Embedder embedder,
            BankLint.Listener listener) {
        return of(packs, which, BankLint.run(packs.bank(), which, grader, embedder, listener));
    }

    private static GradeCheck of(LoadedPacks packs, Predicate<QuestionId> which, List<Shortfall> shortfalls) {
        Map<Target, Shortfall> open = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        Set<Target> allowed = new HashSet<>();
        shortfalls.forEach(shortfall -> open.putIfAbsent(target(shortfall), shortfall));
        for (Question question : packs.bank().questions()) {
            if (!which.test(question.id())) {
                continue;
            }
            LoadedPacks.Place place = packs.place(question.id());
            for (AllowedShortfall allowance : place.lines().allowed()) {
                Optional<Target> target = target(question, allowance);
                if (target.isPresent() && open.containsKey(target.get())) {
                    allowed.add(target.get());
                } else {
                    findings.add(new Finding(
                            place.file(),
                            allowance.line(),
                            question.id().toString(),
                            ALLOWANCE,
                            target.isEmpty() ? unknown(allowance) : unneeded(allowance)));
                }
            }
        }
        for (Shortfall shortfall : shortfalls) {
            if (!allowed.contains(target(shortfall))) {
                LoadedPacks.Place place = packs.place(shortfall.question());
                findings.add(new Finding(
                        place.file(),
                        line(place.lines(), shortfall),
                        shortfall.question().toString(),
                        shortfall.rule().word(),
                        shortfall.message()));
            }
        }
        findings.sort(Comparator.comparing(Finding::file).thenComparing(Finding::line));
        return new GradeCheck(findings, allowed.size());
    }

    private static Target target(Shortfall shortfall) {
        return new Target(shortfall.question(), shortfall.rule(), shortfall.index());
    }

    private static Optional<Target> target(Question question, AllowedShortfall allowance) {
        Rule rule = RULES.get(allowance.rule());
        if (rule == null) {
            return Optional.empty();
        }
        int index = index(question, rule.part(), allowance.part());
        return index < 0 ? Optional.empty() : Optional.of(new Target(question.id(), rule, index));
    }

    private static int index(Question question, BankLint.Part kind, String part) {
        return switch (kind) {
            case QUESTION -> part.isEmpty() ? 0 : -1;
            case REFERENCE -> ordinal(part, question.referenceAnswers().size());
            case MISCONCEPTION -> ordinal(part, question.misconceptions().size());
            case KEY_POINT ->
                question.keyPoints().stream().map(point -> point.id()).toList().indexOf(part);
        };
    }

    private static int ordinal(String part, int count) {
        int number = part.matches("\\d{1,4}") ? Integer.parseInt(part) : 0;
        return number <= count ? number - 1 : -1;
    }

    private static String unknown(AllowedShortfall allowance) {
        Rule rule = RULES.get(allowance.rule());
        if (rule == null) {
            return "There is no rule '" + allowance.rule() + "'; the rules are "
                    + Arrays.stream(Rule.values()).map(Rule::word).collect(Collectors.joining(", ")) + ".";
        }
        String needed = switch (rule.part()) {
            case QUESTION -> "nothing behind it";
            case REFERENCE -> "the number of a reference answer of this question behind it";
            case MISCONCEPTION -> "the number of a misconception of this question behind it";
            case KEY_POINT -> "the id of a key point of this question behind it";
        };
        return "The rule '" + allowance.rule() + "' has " + needed + ", not '" + allowance.part() + "'; correct it.";
    }

    private static String unneeded(AllowedShortfall allowance) {
        return "Nothing falls short of '" + (allowance.rule() + " " + allowance.part()).strip()
                + "' any more; take this line out.";
    }

    private static int line(QuestionLines lines, Shortfall shortfall) {
        return switch (shortfall.rule().part()) {
            case QUESTION -> lines.heading();
            case REFERENCE -> lines.references().get(shortfall.index());
            case KEY_POINT -> lines.keyPoints().get(shortfall.index());
            case MISCONCEPTION -> lines.misconceptions().get(shortfall.index());
        };
    }
}
