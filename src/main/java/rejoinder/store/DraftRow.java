package rejoinder.store;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import rejoinder.plan.CandidateId;
import rejoinder.session.Draft;
import rejoinder.session.DraftPlace;
import rejoinder.session.SessionException;
import rejoinder.session.SessionId;
import rejoinder.session.SessionTimes;

/** One draft with what its session says about it; the other questions of the session are not read. */
record DraftRow(AskedRow.Spot spot, Draft draft, DraftPlace place) {
    static DraftRow read(Handle handle, CandidateId candidate, SessionId id, int place) {
        SessionRow session =
                SessionRow.find(handle, candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        AskedRow asked = Sql.rows(
                        handle,
                        "select * from asked where session = :session and place = :place",
                        Map.of("session", id.value(), "place", place),
                        AskedRow::read)
                .stream()
                .findFirst()
                .orElseThrow(() -> SessionException.NoSuchQuestion.at(
                        place, session.blueprint().questions()));
        return new DraftRow(asked.spot(), asked.draft(), place(session, asked));
    }

    private static DraftPlace place(SessionRow session, AskedRow asked) {
        return session.open()
                .<DraftPlace>map(open -> new DraftPlace.Open(
                        new SessionTimes(
                                session.startedAt(),
                                open.countdown(),
                                open.paused(),
                                session.blueprint().overtime()),
                        open.writeLock(),
                        asked.draft(),
                        asked.handedIn().isPresent()))
                .orElseGet(() -> new DraftPlace.Closed(
                        asked.handedIn().map(in -> in.attempt().text()).orElse("")));
    }

    /** Writes the draft as it is now, and how many questions of the session have text. */
    void update(Handle handle, Draft next) {
        Columns before = new Columns();
        AskedRow.setDraft(before, draft);
        Columns after = new Columns();
        AskedRow.setDraft(after, next);
        Columns changed = after.changedFrom(before);
        if (!changed.isEmpty()) {
            changed.update(handle, "asked", spot.key());
        }
        int more = (next.text().isBlank() ? 0 : 1) - (draft.text().isBlank() ? 0 : 1);
        if (more != 0) {
            handle.createUpdate("update session set answered = answered + :more where id = :id")
                    .bind("more", more)
                    .bind("id", spot.session())
                    .execute();
        }
    }
}
