package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.AccountStore;
import rejoinder.account.AccountsContract;

class SqliteAccountStoreTest extends AccountsContract {
    private final Database database;

    SqliteAccountStoreTest(@TempDir Path folder) {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AccountStore store() {
        return database.accounts();
    }
}
