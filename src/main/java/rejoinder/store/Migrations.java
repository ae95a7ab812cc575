package rejoinder.store;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.session.StoreException;

/** Brings the tables of a database up to date. */
enum Migrations {
    SQLITE("sqlite", "another --data folder"),
    POSTGRESQL("postgresql", "another database");

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String SQL = ".sql";
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

    private final String folder;
    private final String other;

    /**
     * @param folder of the migrations; those of the same name do the same on every database
     * @param other what one may name in place of a database that cannot be used
     */
    Migrations(String folder, String other) {
        this.folder = folder;
        this.other = other;
    }

    /**
     * @param before told the version before tables that hold something are changed
     * @return the version that the tables have now
     * @throws StoreException if a newer version was here, or the tables are another program's
     */
    String run(DataSource source, String name, Consumer<String> before) {
        if (isDone(source)) {
            return latest();
        }
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
        return latest();
    }

    private String latest() {
        try {
            return files().stream()
                    .max(Comparator.naturalOrder())
                    .map(file -> file.substring(1, file.indexOf("__")))
                    .orElseThrow();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The program's own files cannot be read.", e);
        }
    }

    // Flyway takes a while to look for migrations, and nearly every start has none to do
    private boolean isDone(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(
                        "select script, success from flyway_schema_history where version is not null")) {
            Set<String> done = new HashSet<>();
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    return false;
                }
                done.add(rows.getString("script"));
            }
            return done.equals(files());
        } catch (SQLException | IOException | URISyntaxException e) {
            LOG.debug("Migrations are left to Flyway.", e);
            return false;
        }
    }

    private Set<String> files() throws IOException, URISyntaxException {
        URL place = Objects.requireNonNull(Migrations.class.getResource(folder));
        if (place.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            String inside = connection.getEntryName();
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream()
                        .map(JarEntry::getName)
                        .filter(name -> name.startsWith(inside) && name.endsWith(SQL))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1))
                        .collect(Collectors.toSet());
            }
        }
        try (Stream<Path> files = Files.list(Path.of(place.toURI()))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SQL))
                    .collect(Collectors.toSet());
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
