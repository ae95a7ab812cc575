package rejoinder.api;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import rejoinder.account.Accounts;
import rejoinder.account.Passwords;
import rejoinder.account.Role;
import rejoinder.session.TestClock;
import rejoinder.store.Database;

/** A real server with accounts on a real database; nobody has one at first. */
final class SharedServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final TestClock clock = new TestClock();
    final Database database;
    final Accounts accounts;
    final RunningServer server;
    private final AtomicInteger tokens = new AtomicInteger();

    SharedServer(Path folder) {
        this(folder, Set.of());
    }

    SharedServer(Path folder, Set<String> trustedProxies) {
        database = Database.open(folder);
        accounts = new Accounts(
                database.accounts(),
                new Passwords(() -> "sixteen bytes...".getBytes(StandardCharsets.UTF_8)),
                clock,
                () -> "account-token-" + tokens.incrementAndGet(),
                database::forget);
        server = new RunningServer(
                new WebRoot.OnClassPath(),
                RunningServer.Stores.of(database, accounts),
                Set.of(),
                trustedProxies,
                clock);
    }

    /** Invites somebody, who accepts. */
    SignedIn join(String name, Role role) {
        return SignedIn.of(server, accept(accounts.invite(name, role).secret(), PASSWORD));
    }

    RunningServer.Answer accept(String secret, String password) {
        return server.post(
                "/api/invitation/accept", "{\"invitation\":\"" + secret + "\",\"password\":\"" + password + "\"}");
    }

    RunningServer.Answer signIn(String name, String password, String... headers) {
        return server.post("/api/sign-in", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}", headers);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
