package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.session.CandidateStore;
import rejoinder.session.CandidateStoreContract;

class SqliteCandidateStoreTest extends CandidateStoreContract {
    private final Database database;

    SqliteCandidateStoreTest(@TempDir Path folder) {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected CandidateStore candidates() {
        return database.candidates();
    }
}
