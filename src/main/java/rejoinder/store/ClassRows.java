package rejoinder.store;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import rejoinder.plan.CandidateId;

/** Members of classes as rows, which accounts and classes both write. */
final class ClassRows {
    private ClassRows() {}

    /** Makes somebody a member of a class, if there is such a class and they are none yet. */
    static void join(Handle handle, String classroom, CandidateId candidate, Instant now) {
        boolean there = !Sql.rows(
                        handle,
                        "select id from classroom where id = :id",
                        Map.of("id", classroom),
                        row -> row.text("id"))
                .isEmpty();
        if (there) {
            new Columns()
                    .set("classroom", classroom)
                    .set("candidate", candidate.value())
                    .set("joined_at", now)
                    .insertIfNew(handle, "class_member");
        }
    }
}
