package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.session.Leases;
import rejoinder.session.LeasesContract;

class SqliteLeasesTest extends LeasesContract {
    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Leases leases() {
        return database.leases();
    }

    @Override
    protected Leases others() {
        return database.leases();
    }
}
