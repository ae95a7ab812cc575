package rejoinder.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.Question;
import rejoinder.plan.Drills;
import rejoinder.plan.Hints;
import rejoinder.plan.NextTime;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.session.PracticeNotes;

/**
 * What practice adds to one question of a session.
 *
 * @param settled whether the answer is handed in
 * @param schedule null while there is no score
 * @param again whether the candidate wants to be asked again at once
 * @param drills missed points to be asked for in one line
 */
record PracticeJson(
        int place,
        String id,
        boolean settled,
        HintsJson hints,
        @Nullable ScheduleJson schedule,
        boolean again,
        List<DrillJson> drills) {
    private static final int MOST_DRILLS = 3;

    /** Hints that were taken, and what the next would cost; null if there is none. */
    record HintsJson(List<HintJson> taken, @Nullable OfferJson next) {
        /** @param open whether a further hint can be taken */
        static HintsJson of(List<Hints.Hint> all, int taken, boolean open) {
            return new HintsJson(
                    all.stream().limit(taken).map(HintJson::of).toList(),
                    open && taken < all.size() ? OfferJson.of(all.get(taken)) : null);
        }
    }

    /** @param point null for words */
    record HintJson(
            String kind, String text, double cost, @Nullable String point) {
        static HintJson of(Hints.Hint hint) {
            return new HintJson(
                    kind(hint), hint.text(), hint.cost(), hint.point().orElse(null));
        }

        static String kind(Hints.Hint hint) {
            return hint.point().isPresent() ? "point" : "words";
        }
    }

    /** What a hint would cost. */
    record OfferJson(String kind, double cost, String sentence) {
        static OfferJson of(Hints.Hint hint) {
            return new OfferJson(HintJson.kind(hint), hint.cost(), hint.offer());
        }
    }

    /**
     * When the question comes again.
     *
     * @param proposed the rating that the score stands for, 1 to 4
     * @param chosen the candidate's own; null if the score decides
     * @param rating the one that counts
     * @param reason how the score and the candidate's word come to that
     */
    record ScheduleJson(
            int proposed,
            @Nullable Integer chosen,
            int rating,
            String word,
            long days,
            String due,
            String sentence,
            String reason,
            List<ChoiceJson> choices) {
        static ScheduleJson of(Review review, Optional<Rating> chosen, List<NextTime> choices) {
            Rating proposed = Rating.of(review.score());
            NextTime next = choices.get(review.rating().number() - 1);
            String percent = review.score().percent() + " % ";
            return new ScheduleJson(
                    proposed.number(),
                    chosen.map(Rating::number).orElse(null),
                    review.rating().number(),
                    EnumNames.of(review.rating()),
                    next.days(),
                    next.memory().due().toString(),
                    next.sentence(),
                    chosen.isEmpty()
                            ? percent + "counts as " + EnumNames.of(proposed) + "."
                            : "You said " + EnumNames.of(review.rating()) + "; " + percent + "would count as "
                                    + EnumNames.of(proposed) + ".",
                    choices.stream().map(ChoiceJson::of).toList());
        }
    }

    /** @param chance that it is still known on that day, in whole per cent */
    record ChoiceJson(int rating, String word, long days, String due, int chance, String sentence) {
        static ChoiceJson of(NextTime next) {
            return new ChoiceJson(
                    next.rating().number(),
                    EnumNames.of(next.rating()),
                    next.days(),
                    next.memory().due().toString(),
                    MasteryJson.percent(next.retrievability()),
                    next.sentence());
        }
    }

    /** A missed point and the line that asks for it. */
    record DrillJson(String point, String statement, String ask) {}

    /** Before the answer is handed in. */
    static PracticeJson open(int place, Question question, List<Hints.Hint> hints, int taken, boolean more) {
        return new PracticeJson(
                place, question.id().toString(), false, HintsJson.of(hints, taken, more), null, false, List.of());
    }

    /**
     * After it.
     *
     * @param review what memory sees; empty while there is no score
     * @param choices the four ways to rate it
     */
    static PracticeJson settled(
            int place,
            Question question,
            List<Hints.Hint> hints,
            PracticeNotes practiceNotes,
            Optional<Review> review,
            List<NextTime> choices,
            Drills drills) {
        return new PracticeJson(
                place,
                question.id().toString(),
                true,
                HintsJson.of(hints, practiceNotes.hints(), false),
                review.map(it -> ScheduleJson.of(it, practiceNotes.rating(), choices))
                        .orElse(null),
                practiceNotes.again(),
                review.map(it -> drills(question, it, drills)).orElse(List.of()));
    }

    private static List<DrillJson> drills(Question question, Review review, Drills drills) {
        return review.missed().stream()
                .limit(MOST_DRILLS)
                .map(missed ->
                        new DrillJson(missed.point(), missed.statement(), drills.ask(question, missed.statement())))
                .toList();
    }
}
