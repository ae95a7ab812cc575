package rejoinder.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import rejoinder.session.StoreException;

/** Brings the tables of a database up to date. */
final class Migrations {
    private Migrations() {}

    /**
     * @param before told the version before tables that hold something are changed
     * @throws StoreException if a newer version was here, or the tables are another program's
     */
    static void run(DataSource source, String name, Consumer<String> before) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:rejoinder/store/sqlite")
                .failOnMissingLocations(true)
                .load();
        // Flyway alone would let a newer database pass
        Arrays.stream(flyway.info().all())
                .filter(Migrations::isNewer)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw new StoreException(name + " was written by a newer Rejoinder (version " + version
                            + "); use that one, or another --data folder.");
                });
        MigrationInfo current = flyway.info().current();
        MigrationInfo[] pending = flyway.info().pending();
        if (current != null && pending.length > 0) {
            before.accept(String.valueOf(pending[pending.length - 1].getVersion()));
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                throw new StoreException(name + " holds the tables of another program; use another --data folder.", e);
            }
            throw e;
        }
    }

    private static boolean isNewer(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
