package rejoinder.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.session.Blueprint;
import rejoinder.session.Pace;

/** What a session is to be made of, as the start page asks for it and as it is remembered. */
public record SetupJson(
        String mode, List<QuotaJson> topics, int questions, PaceJson pace, boolean overtime, boolean followUps) {
    /** What is offered before the first session. */
    public static final SetupJson FIRST =
            new SetupJson("interview", List.of(), 5, new PaceJson("suggested", 1.0, null), false, false);

    /**
     * A topic to draw from.
     *
     * @param atLeast questions; left out of the JSON if 0
     */
    public record QuotaJson(String id, int atLeast) {}

    /** How much time; what is null is left out of the JSON. */
    public record PaceJson(
            String kind, @Nullable Double factor, @Nullable Long seconds) {
        static PaceJson of(Pace pace) {
            return pace.match(
                    suggested -> new PaceJson("suggested", suggested.factor(), null),
                    timed -> new PaceJson("timed", null, timed.total().toSeconds()),
                    () -> new PaceJson("untimed", null, null));
        }
    }

    /** What can be remembered of a blueprint: neither its seed nor picked questions. */
    public static SetupJson of(Blueprint blueprint) {
        return new SetupJson(
                EnumNames.of(blueprint.mode()),
                blueprint.quotas().stream()
                        .map(quota -> new QuotaJson(quota.topic(), quota.atLeast()))
                        .toList(),
                blueprint.questions(),
                PaceJson.of(blueprint.pace()),
                blueprint.overtime(),
                blueprint.followUps());
    }

    /** The same without topics that the bank no longer has. */
    public SetupJson in(ItemBank bank) {
        return new SetupJson(
                mode,
                topics.stream()
                        .filter(quota -> bank.topic(quota.id()).isPresent())
                        .toList(),
                questions,
                pace,
                overtime,
                followUps);
    }
}
