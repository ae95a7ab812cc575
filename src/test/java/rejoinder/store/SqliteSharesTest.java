package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.classroom.SharesContract;

class SqliteSharesTest extends SharesContract {
    private final Database database;

    SqliteSharesTest(@TempDir Path folder) {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Database database() {
        return database;
    }
}
