package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.plan.ReviewLog;
import rejoinder.session.SessionStore;
import rejoinder.session.SessionStoreContract;

class SqliteSessionStoreTest extends SessionStoreContract {
    private final Path folder;
    private Database database;

    SqliteSessionStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected SessionStore store() {
        return database.sessions();
    }

    @Override
    protected ReviewLog reviews() {
        return database.reviews();
    }

    @Override
    protected SessionStore reopened() {
        database.close();
        database = Database.open(folder);
        return database.sessions();
    }
}
