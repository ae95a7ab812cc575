package rejoinder.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import rejoinder.session.StoreException;

/** Brings the tables of a database up to date. */
enum Migrations {
    SQLITE("sqlite", "another --data folder"),
    POSTGRESQL("postgresql", "another database");

    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    private final String folder;
    private final String other;

    /**
     * @param folder of the migrations; those of the same name do the same on every database
     * @param other what one may name in the place of a database that cannot be used
     */
    Migrations(String folder, String other) {
        this.folder = folder;
        this.other = other;
    }

    /**
     * @param before told the version before tables that hold something are changed
     * @throws StoreException if a newer version was here, or the tables are another program's
     */
    void run(DataSource source, String name, Consumer<String> before) {
        Flyway flyway = configuration(source).load();
        // Flyway alone would let a newer database pass
        Arrays.stream(flyway.info().all())
                .filter(Migrations::isNewer)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(version -> {
                    throw new StoreException(name + " was written by a newer Rejoinder (version " + version
                            + "); use that one, or " + other + ".");
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
                throw new StoreException(name + " holds the tables of another program; use " + other + ".", e);
            }
            throw e;
        }
    }

    /**
     * Makes the tables as an earlier version, or this one, has them.
     *
     * @param name of what asks for that version
     * @throws StoreException if the version is newer than this program
     */
    void at(DataSource source, String name, String version) {
        boolean known = VERSION.matcher(version).matches()
                && Arrays.stream(configuration(source).load().info().all())
                        .anyMatch(migration ->
                                MigrationVersion.fromVersion(version).equals(migration.getVersion()));
        if (!known) {
            throw new StoreException(name + " was written by a newer Rejoinder (version " + version
                    + "); use that one, or another file.");
        }
        configuration(source).target(version).load().migrate();
    }

    private FluentConfiguration configuration(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:rejoinder/store/" + folder)
                .failOnMissingLocations(true);
    }

    private static boolean isNewer(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }
}
