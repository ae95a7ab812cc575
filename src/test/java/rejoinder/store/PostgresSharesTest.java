package rejoinder.store;

import org.junit.jupiter.api.AfterEach;
import rejoinder.classroom.SharesContract;

class PostgresSharesTest extends SharesContract {
    private final Database database = Database.open(PostgresServer.get().emptied("shares"));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Database database() {
        return database;
    }
}
