package rejoinder.export;

import rejoinder.session.Draft;

/** A draft as it is kept. */
public record DraftJson(
        String text, long revision, long savedAt, boolean flagged, String confidence, long spentMillis) {
    /** The draft as JSON. */
    public static DraftJson of(Draft draft) {
        return new DraftJson(
                draft.text(),
                draft.revision(),
                draft.savedAt().toEpochMilli(),
                draft.flagged(),
                EnumNames.of(draft.confidence()),
                draft.spent().toMillis());
    }
}
