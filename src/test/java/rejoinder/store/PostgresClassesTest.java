package rejoinder.store;

import org.junit.jupiter.api.AfterEach;
import rejoinder.classroom.ClassesContract;

class PostgresClassesTest extends ClassesContract {
    private final Database database = Database.open(PostgresServer.get().emptied("classes"));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Database database() {
        return database;
    }
}
