package rejoinder.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import rejoinder.bank.QuestionId;

/** The result of fitting the memory model to a candidate's own answers. */
public sealed interface ParameterFit {
    /** How many predictable answers a fit takes: answers to a question that was answered on an earlier day. */
    int LEAST_ANSWERS = 200;

    /** How many of them are looked at; more would make the search longer than the second or two that it may take, and the fit hardly better. */
    int MOST_ANSWERS = 5_000;

    /** A smaller gain in log-loss is not worth a change of schedule. With {@link #ERRORS_ABOVE_CHANCE} chosen on simulated candidates, see {@code FitCalibration} among the benchmarks. */
    double LEAST_GAIN = .005;

    /** How many of its standard errors a gain must have. */
    double ERRORS_ABOVE_CHANCE = 1;

    /** The parameters to use from now on. */
    MemoryParameters parameters();

    /** The result in one sentence for the candidate. */
    String sentence();

    /**
     * There are not enough answers yet.
     *
     * @param answers how many there are
     */
    record TooFew(MemoryParameters parameters, int answers) implements ParameterFit {
        @Override
        public String sentence() {
            return "The days follow how people forget on average. After " + LEAST_ANSWERS
                    + " repeated answers they follow how you do; so far there "
                    + (answers == 1 ? "is 1." : "are " + answers + ".");
        }
    }

    /**
     * The parameters that fit the older answers best foresee the newer ones no better than those in use, or by too little to tell from chance; so these stay.
     *
     * @param answers how many answers were used
     * @param lossBefore mean log-loss of the newer answers with the parameters in use
     * @param lossAfter the same with the parameters that were tried
     */
    record Kept(MemoryParameters parameters, int answers, double lossBefore, double lossAfter) implements ParameterFit {
        @Override
        public String sentence() {
            String chance = lossAfter < lossBefore ? ", too little to tell from chance" : "";
            return figures("The memory model keeps its parameters", answers, lossBefore, lossAfter, chance);
        }
    }

    /**
     * The parameters that fit the older answers best foresee the newer ones better, too.
     *
     * @param parameters those parameters
     * @param answers how many answers were used
     * @param lossBefore mean log-loss of the newer answers with the parameters in use until now
     * @param lossAfter the same with the new ones
     */
    record Fitted(MemoryParameters parameters, int answers, double lossBefore, double lossAfter)
            implements ParameterFit {
        @Override
        public String sentence() {
            return figures("The memory model now follows your own answers", answers, lossBefore, lossAfter, "");
        }
    }

    /** As one line: a word, the number of answers, the two losses, the parameters, with a space between each. */
    default String text() {
        List<Object> words = new ArrayList<>();
        if (this instanceof Fitted fitted) {
            words.addAll(List.of("fitted", fitted.answers, fitted.lossBefore, fitted.lossAfter));
        } else if (this instanceof Kept kept) {
            words.addAll(List.of("kept", kept.answers, kept.lossBefore, kept.lossAfter));
        } else {
            words.addAll(List.of("few", ((TooFew) this).answers, 0, 0));
        }
        words.addAll(parameters().w());
        return words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** What {@link #text} wrote; empty if a text is nothing of the kind. */
    static Optional<ParameterFit> parse(String text) {
        String[] words = text.split(" ");
        if (words.length != 4 + MemoryParameters.COUNT) {
            return Optional.empty();
        }
        try {
            int answers = Integer.parseInt(words[1]);
            double before = Double.parseDouble(words[2]);
            double after = Double.parseDouble(words[3]);
            MemoryParameters parameters = new MemoryParameters(
                    Arrays.stream(words).skip(4).map(Double::valueOf).toList());
            return switch (words[0]) {
                case "fitted" -> Optional.of(new Fitted(parameters, answers, before, after));
                case "kept" -> Optional.of(new Kept(parameters, answers, before, after));
                case "few" -> Optional.of(new TooFew(parameters, answers));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many answers the memory model could predict: those to a question that was answered on an earlier day. */
    static int foreseeable(History history, MemoryModel model) {
        int answers = 0;
        for (QuestionId id : history.questions()) {
            List<Review> reviews = history.reviews(id);
            for (int i = 1; i < reviews.size(); i++) {
                answers += model.day(reviews.get(i).at())
                                > model.day(reviews.get(i - 1).at())
                        ? 1
                        : 0;
            }
        }
        return answers;
    }

    /** How many answers it is about. */
    int answers();

    private static String figures(String what, int answers, double before, double after, String remark) {
        return String.format(
                Locale.ROOT,
                "%s: fitted to the older of %d repeated answers, its log-loss on the newer ones is %.3f instead of %.3f%s.",
                what,
                Math.min(answers, MOST_ANSWERS),
                after,
                before,
                remark);
    }

    /**
     * Fits parameters by maximum likelihood, held back towards those in use, to the older three quarters of the answers that memory could foresee, and takes them
     * only if they foresee the newer quarter better by more than is easily chance. Takes a second for some thousand answers, so it belongs into the background; of
     * more than {@link #MOST_ANSWERS} answers, whole questions are left out in an order that their names decide.
     *
     * @param model the model in use
     */
    static ParameterFit of(History history, MemoryModel model) {
        List<AnswerSeries> series = new ArrayList<>();
        List<Long> days = new ArrayList<>();
        int answers = foreseeable(history, model);
        if (answers < LEAST_ANSWERS) {
            return new TooFew(model.parameters(), answers);
        }
        history.questions().stream()
                .sorted(Comparator.comparing((QuestionId id) -> id.toString().hashCode())
                        .thenComparing(QuestionId::toString))
                .takeWhile(id -> days.size() < MOST_ANSWERS)
                .forEach(id -> series.add(AnswerSeries.of(history.reviews(id), model, days)));
        days.sort(Comparator.naturalOrder());
        long firstNew = days.get(days.size() * 3 / 4);
        MemoryParameters fitted = new ParameterSearch(series, model, firstNew).best();
        double[] before = AnswerSeries.newLosses(series, model, firstNew);
        double[] after = AnswerSeries.newLosses(series, model.with(fitted), firstNew);
        return isBetter(before, after)
                ? new Fitted(fitted, answers, mean(before), mean(after))
                : new Kept(model.parameters(), answers, mean(before), mean(after));
    }

    private static double mean(double[] losses) {
        return Arrays.stream(losses).average().orElse(0);
    }

    private static boolean isBetter(double[] before, double[] after) {
        double gain = mean(before) - mean(after);
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            squares += Math.pow(before[i] - after[i] - gain, 2);
        }
        return gain >= LEAST_GAIN && gain > ERRORS_ABOVE_CHANCE * Math.sqrt(squares) / before.length;
    }
}
