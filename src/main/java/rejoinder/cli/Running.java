package rejoinder.cli;

import rejoinder.api.Server;
import rejoinder.intake.Importing;
import rejoinder.plan.CandidateId;
import rejoinder.store.DataFolder;
import rejoinder.store.Database;

/**
 * A started server with what it stands on.
 *
 * @param server answers requests
 * @param importing reads a person's files
 * @param background grades, closes and fits meanwhile
 * @param database keeps it all
 * @param folder kept for this server alone
 */
record Running(Server server, Importing importing, Background background, Database database, DataFolder folder)
        implements AutoCloseable {
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
        importing.close();
        background.close();
        database.close();
        folder.close();
    }
}
