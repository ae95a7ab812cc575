package rejoinder.cli;

import rejoinder.api.Server;
import rejoinder.plan.CandidateId;
import rejoinder.store.DataFolder;
import rejoinder.store.Database;

/**
 * A started server with what it stands on.
 *
 * @param server answers requests
 * @param background grades, closes and fits meanwhile
 * @param database keeps it all
 * @param folder kept for this server alone
 */
record Running(Server server, Background background, Database database, DataFolder folder) implements AutoCloseable {
    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** Whether nobody was asked anything here yet. */
    boolean firstRun() {
        return database.sessions().lastAsked(CandidateId.LOCAL).isEmpty();
    }

    /** Stops: no more requests, then the work under way, then the data. */
    @Override
    public void close() {
        server.stop();
        background.close();
        database.close();
        folder.close();
    }
}
