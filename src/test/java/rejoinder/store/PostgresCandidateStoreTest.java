package rejoinder.store;

import org.junit.jupiter.api.AfterEach;
import rejoinder.session.CandidateStore;
import rejoinder.session.CandidateStoreContract;

class PostgresCandidateStoreTest extends CandidateStoreContract {
    private final Database database = Database.open(PostgresServer.get().emptied("candidates"));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected CandidateStore candidates() {
        return database.candidates();
    }
}
