package rejoinder.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.session.Notebook;
import rejoinder.session.NotebookContract;

class SqliteNotebookTest extends NotebookContract {
    private final Database database;

    SqliteNotebookTest(@TempDir Path folder) {
        database = Database.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected Notebook notebook() {
        return database.notebook();
    }
}
