package rejoinder.cli;

import java.util.Optional;
import rejoinder.account.Accounts;
import rejoinder.api.Server;
import rejoinder.intake.Importing;
import rejoinder.plan.CandidateId;
import rejoinder.store.DataFolder;
import rejoinder.store.Database;

/**
 * A started server and everything that has to be stopped with it.
 *
 * @param server answers requests
 * @param accounts who may sign in; empty if nobody needs to
 * @param importing reads a person's files
 * @param background grades, closes and fits meanwhile
 * @param database keeps it all
 * @param folder kept for this server alone
 */
record StartedServer(
        Server server,
        Optional<Accounts> accounts,
        Importing importing,
        Background background,
        Database database,
        DataFolder folder)
        implements AutoCloseable {
    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** Whether the candidate has not been asked anything yet. */
    boolean firstRun() {
        return accounts.isEmpty()
                && database.sessions().lastAsked(CandidateId.LOCAL).isEmpty();
    }

    /** Whether people sign in, and there is nobody yet who could. */
    boolean lacksPeople() {
        return accounts.isPresent()
                && accounts.get().peopleWith("") == 0
                && accounts.get().invitations().isEmpty();
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
