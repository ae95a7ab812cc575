package rejoinder.api;

import rejoinder.session.Draft;

/** A draft as it is kept. */
record DraftJson(String text, long revision, long savedAt, boolean flagged, String confidence, long spentMillis) {
    static DraftJson of(Draft draft) {
        return new DraftJson(
                draft.text(),
                draft.revision(),
                draft.savedAt().toEpochMilli(),
                draft.flagged(),
                EnumNames.of(draft.confidence()),
                draft.spent().toMillis());
    }
}
