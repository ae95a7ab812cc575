package rejoinder.store;

import org.junit.jupiter.api.AfterEach;
import rejoinder.account.AccountStore;
import rejoinder.account.AccountsContract;

class PostgresAccountStoreTest extends AccountsContract {
    private final Database database = Database.open(PostgresServer.get().emptied("accounts"));

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AccountStore store() {
        return database.accounts();
    }
}
