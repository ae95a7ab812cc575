package rejoinder.api;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import rejoinder.account.Accounts;
import rejoinder.account.ProviderSignIn;
import rejoinder.account.QuickPasswords;
import rejoinder.account.Role;
import rejoinder.openid.OpenIdProvider;
import rejoinder.openid.TestProvider;
import rejoinder.session.TestClock;
import rejoinder.store.Database;

/** A real server with accounts on a real database; nobody has one at first. */
final class SharedServer implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";

    final TestClock clock = new TestClock();
    final Database database;
    final Accounts accounts;
    final RunningServer server;
    /** What each sign-in goes through, right or wrong. */
    volatile Runnable beforeToken = () -> {};

    private final AtomicInteger tokens = new AtomicInteger();
    private Optional<TestProvider> provider = Optional.empty();
    private Optional<ProviderSignIn.Admitted> admitted = Optional.empty();

    SharedServer(Path folder) {
        this(folder, Set.of());
    }

    SharedServer(Path folder, Set<String> trustedProxies) {
        database = Database.open(folder);
        accounts = accounts();
        server = server(RunningServer.Stores.of(database, accounts), trustedProxies);
    }

    /**
     * One on which a provider vouches for people, behind a proxy on this machine.
     *
     * @param vouching makes the provider
     */
    SharedServer(Path folder, Function<TestClock, TestProvider> vouching, ProviderSignIn.Admitted admitted) {
        database = Database.open(folder);
        accounts = accounts();
        provider = Optional.of(vouching.apply(clock));
        this.admitted = Optional.of(admitted);
        server = anotherNode();
    }

    private Accounts accounts() {
        return new Accounts(
                database.accounts(),
                QuickPasswords.create(),
                clock,
                () -> {
                    beforeToken.run();
                    return "account-token-" + tokens.incrementAndGet();
                },
                database::forget);
    }

    private RunningServer server(RunningServer.Stores stores, Set<String> trustedProxies) {
        return new RunningServer(new WebRoot.OnClassPath(), stores, Set.of(), trustedProxies, clock);
    }

    /** A server on the same data that shares no memory with others. */
    RunningServer anotherNode() {
        ProviderSignIn signIn = new ProviderSignIn(
                accounts,
                database.accounts(),
                new OpenIdProvider(provider().client(), clock),
                admitted.orElseThrow(),
                clock,
                () -> "way-" + tokens.incrementAndGet());
        return server(RunningServer.Stores.of(database, accounts).with(signIn), Set.of("127.0.0.1"));
    }

    /** Who vouches for people. */
    TestProvider provider() {
        return provider.orElseThrow();
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
