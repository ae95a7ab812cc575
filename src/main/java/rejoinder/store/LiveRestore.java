package rejoinder.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;
import rejoinder.plan.CandidateId;
import rejoinder.session.StoreException;

/** Puts what an exported archive holds in place of a candidate's data and packs while the server runs; what was there is kept in the folder of backups. */
public final class LiveRestore {
    /** Whose rows go with a candidate's; all others go with these. */
    private static final List<String> OWN = List.of("session", "drill", "note", "accepted_wording", "setting");

    private LiveRestore() {}

    /**
     * What an archive holds, and what is there now.
     *
     * @param version of its tables
     * @param packs how many packs it holds; empty if it says nothing about packs
     */
    public record Look(
            String version, Backups.Contents archived, Optional<Integer> packs, Backups.Contents here, int packsHere) {}

    /**
     * Checks an archive and writes nothing.
     *
     * @throws StoreException if it is not whole, or written by a newer version
     */
    public static Look look(Path archive, Database live, Path folder, CandidateId candidate) {
        if (!CandidateRows.isZip(archive)) {
            throw new StoreException(
                    "This is not an archive; choose the ZIP that 'Save everything as one file' wrote.");
        }
        Backups.Comparison found = Backups.compare(archive, folder);
        return new Look(
                found.version(),
                found.contents(),
                ArchivedPacks.of(archive).map(packs -> ArchivedPacks.count(packs.keySet().stream())),
                live.sql().read(handle -> contents(handle, candidate)),
                ArchivedPacks.count(folder));
    }

    private static Backups.Contents contents(Handle handle, CandidateId candidate) {
        Map<String, String> whose = Map.of("candidate", candidate.value());
        long sessions = count(handle, "select count(*) as n from session where candidate = :candidate", whose);
        long answers = count(
                handle,
                "select count(*) as n from asked where draft_text <> '' and session in (select id from session where candidate = :candidate)",
                whose);
        return new Backups.Contents((int) sessions, (int) answers);
    }

    private static long count(Handle handle, String query, Map<String, String> parameters) {
        return Sql.rows(handle, query, parameters, row -> row.number("n")).get(0);
    }

    /**
     * Restores an archive.
     *
     * @param folder the data folder of the running server, with its database in it
     * @throws StoreException as {@link #look} does, or if the data is kept elsewhere; nothing is changed then
     */
    public static void restore(Path archive, Database live, Path folder, CandidateId candidate, Instant now) {
        look(archive, live, folder, candidate);
        Path database = folder.resolve(DataFile.NAME);
        if (!Files.isRegularFile(database)) {
            throw new StoreException(
                    "The data is kept in PostgreSQL; restore the archive into a folder with 'restore', and copy it over with 'move'.");
        }
        Optional<SortedMap<String, byte[]>> packs = ArchivedPacks.of(archive);
        Optional<Path> fresh = packs.map(files -> ArchivedPacks.prepare(folder, files));
        Backups.keepReplaced(folder, now);
        Backups.withDatabase(archive, made -> {
            try (Database source = Database.open(SqliteEngine.PREFIX + made)) {
                source.sql().read(from -> live.sql().write(to -> copy(from, to, candidate)));
            }
            return made;
        });
        fresh.ifPresent(files -> ArchivedPacks.swap(files, folder, Backups.keptPacks(folder, now)));
    }

    private static boolean copy(Handle source, Handle target, CandidateId candidate) {
        for (String table : OWN) {
            new Columns().set("candidate", candidate.value()).delete(target, table);
        }
        Set<String> known = new HashSet<>(
                Sql.rows(target, "select snapshot from question_revision", Map.of(), row -> row.text("snapshot")));
        try {
            Connection from = source.getConnection();
            Connection to = target.getConnection();
            for (Tables.Table table : Tables.ALL) {
                try (Tables.Writer writer = new Tables.Writer(to, table)) {
                    Tables.read(from, table, SqliteEngine.REVIEW_NUMBER, Optional.empty(), row -> {
                        row.computeIfPresent("candidate", (column, whose) -> candidate.value());
                        if (!table.name().equals("question_revision")
                                || !known.contains(String.valueOf(row.get("snapshot")))) {
                            writer.visit(row);
                        }
                    });
                    writer.flush();
                }
            }
            return true;
        } catch (SQLException e) {
            throw SqlFailure.explain(SqlFailure.IN_USE, e);
        }
    }
}
