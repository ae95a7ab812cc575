package rejoinder.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import rejoinder.pack.FileChange;
import rejoinder.pack.SharedPacks;

/** The files of the own packs as rows of a PostgreSQL database. A file that is gone keeps its row, so that the number of the last change never goes back. */
final class SqlPacks implements SharedPacks {
    private final Sql sql;

    SqlPacks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long revision() {
        return sql.read(SqlPacks::revision);
    }

    private static long revision(Handle handle) {
        return Sql.rows(
                        handle,
                        "select coalesce(max(revision), 0) as n from pack_file",
                        Map.of(),
                        row -> row.number("n"))
                .get(0);
    }

    @Override
    public Kept all() {
        return sql.read(handle -> new Kept(revision(handle), files(handle)));
    }

    private static SortedMap<String, String> files(Handle handle) {
        SortedMap<String, String> files = new TreeMap<>();
        Sql.each(
                handle,
                "select name, content from pack_file where gone = 0",
                Map.of(),
                row -> files.put(row.text("name"), row.text("content")));
        return files;
    }

    @Override
    public long change(List<FileChange> changes) {
        return sql.writeFor("packs", handle -> {
            Map<String, String> now = files(handle);
            long number = revision(handle) + 1;
            for (FileChange change : changes) {
                if (!Optional.ofNullable(now.get(change.name())).equals(change.before())) {
                    throw new ChangedElsewhere();
                }
                handle.createUpdate(
                                "insert into pack_file (name, content, gone, revision) values (:name, :content, :gone, :revision)"
                                        + " on conflict (name) do update set content = excluded.content, gone = excluded.gone,"
                                        + " revision = excluded.revision")
                        .bind("name", change.name())
                        .bind("content", change.after().orElse(""))
                        .bind("gone", change.after().isPresent() ? 0 : 1)
                        .bind("revision", number)
                        .execute();
            }
            return number;
        });
    }
}
