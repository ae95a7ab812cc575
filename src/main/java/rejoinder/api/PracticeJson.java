package rejoinder.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.plan.Hints;
import rejoinder.plan.NextTime;
import rejoinder.plan.Rating;
import rejoinder.plan.Schedule;
import rejoinder.session.PracticeOffers;

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
        List<PracticeOffers.Drill> drills) {
    /** Hints that were taken, and what the next would cost; null if there is none. */
    record HintsJson(List<HintJson> taken, @Nullable OfferJson next) {}

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
        static ScheduleJson of(Schedule schedule) {
            return new ScheduleJson(
                    schedule.proposed().number(),
                    schedule.chosen().map(Rating::number).orElse(null),
                    schedule.rating().number(),
                    schedule.rating().word(),
                    schedule.next().days(),
                    schedule.next().memory().due().toString(),
                    schedule.next().sentence(),
                    schedule.reason(),
                    schedule.choices().stream().map(ChoiceJson::of).toList());
        }
    }

    /** @param chance that it is still known on that day, in whole per cent */
    record ChoiceJson(int rating, String word, long days, String due, int chance, String sentence) {
        static ChoiceJson of(NextTime next) {
            return new ChoiceJson(
                    next.rating().number(),
                    next.rating().word(),
                    next.days(),
                    next.memory().due().toString(),
                    MasteryJson.percent(next.retrievability()),
                    next.sentence());
        }
    }

    static PracticeJson of(int place, PracticeOffers.Offer offer) {
        return new PracticeJson(
                place,
                offer.question().id().toString(),
                offer.settled(),
                new HintsJson(
                        offer.taken().stream().map(HintJson::of).toList(),
                        offer.next().map(OfferJson::of).orElse(null)),
                offer.schedule().map(ScheduleJson::of).orElse(null),
                offer.again(),
                offer.drills());
    }
}
