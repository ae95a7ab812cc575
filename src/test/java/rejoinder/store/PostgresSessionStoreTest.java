package rejoinder.store;

import org.junit.jupiter.api.AfterEach;
import rejoinder.plan.ReviewLog;
import rejoinder.session.SessionStore;
import rejoinder.session.SessionStoreContract;

class PostgresSessionStoreTest extends SessionStoreContract {
    private final String url = PostgresServer.get().emptied("sessions");
    private Database database = Database.open(url);

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
        database = Database.open(url);
        return database.sessions();
    }
}
