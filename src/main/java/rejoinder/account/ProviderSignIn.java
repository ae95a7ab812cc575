package rejoinder.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import rejoinder.plan.CandidateId;

/** The use cases of signing in at an identity provider: going there, and coming back. A sign-in under way is stored in the database, so that the browser may come back to another server. */
public final class ProviderSignIn {
    private final Accounts accounts;
    private final AccountStore store;
    private final IdentityProvider provider;
    private final Admitted admitted;
    private final SignInThrottle throttle;
    private final InstantSource clock;
    private final Supplier<String> tokens;

    /**
     * Who may sign in without an invitation.
     *
     * @param domains whose e-mail addresses lie in one of these
     * @param admin the address of whoever becomes the first administrator; "" for nobody
     */
    public record Admitted(Set<String> domains, String admin) {
        private boolean isAdmin(String email) {
            return !admin.isEmpty() && PersonName.key(admin).equals(PersonName.key(email));
        }

        private Optional<Role> role(String email) {
            if (isAdmin(email)) {
                return Optional.of(Role.ADMIN);
            }
            String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
            return domains.contains(domain) ? Optional.of(Role.CANDIDATE) : Optional.empty();
        }
    }

    /**
     * @param accounts signs in who has come back
     * @param store where accounts are kept
     * @param provider who vouches for people
     * @param admitted who may come in without an invitation
     * @param clock the time
     * @param tokens unguessable names
     */
    public ProviderSignIn(
            Accounts accounts,
            AccountStore store,
            IdentityProvider provider,
            Admitted admitted,
            InstantSource clock,
            Supplier<String> tokens) {
        this.accounts = accounts;
        this.store = store;
        this.throttle = new SignInThrottle(store);
        this.provider = provider;
        this.admitted = admitted;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Why nobody can sign in at the moment, if that is known. */
    public Optional<IdentityProvider.Trouble> trouble() {
        return provider.trouble();
    }

    /** Asks the provider again if nobody could be signed in a minute ago. */
    public void look() {
        provider.look();
    }

    /** What people call the provider. */
    public String provider() {
        return provider.name();
    }

    /**
     * A sign-in under way.
     *
     * @param secret what the browser keeps meanwhile, out of reach of scripts
     * @param address where it goes
     */
    public record Begun(String secret, String address) {}

    /**
     * Sends a browser to the provider.
     *
     * @param callback the page of this server that it comes back to
     * @param reauthenticate whether the person has to show again who they are: whoever signed out here last may still be signed in there
     * @param address where the request comes from
     * @throws AccountException.ProviderAway if the provider does not answer
     * @throws AccountException.TooManyTries if too many were begun from there recently and not finished
     */
    public Begun begin(String callback, boolean reauthenticate, String address) {
        Instant now = clock.instant();
        String secret = tokens.get();
        throttle.beginFrom(Secrets.id(secret), address, now);
        String there = provider.address(AuthorizationRequest.of(secret, callback, reauthenticate));
        store.begin(Secrets.id(secret), now);
        return new Begun(secret, there);
    }

    /**
     * What a browser comes back with.
     *
     * @param secret what it has kept; "" if it has nothing
     * @param state that the provider handed on
     * @param code for which the provider says who it is
     */
    public record Back(String secret, String state, String code) {}

    /**
     * Signs in the person who has come back.
     *
     * @param callback the page that they came back to
     * @throws AccountException.ProviderAway if the provider does not answer, or answers what it should not
     * @throws AccountException.NotLetIn if the provider does not vouch for them, its word is not to be trusted, or they are not invited
     */
    public Accounts.Opened finish(Back back, String callback) {
        Instant now = clock.instant();
        AuthorizationRequest request =
                AuthorizationRequest.of(back.secret.isEmpty() ? tokens.get() : back.secret, callback, false);
        if (!Secrets.same(request.state(), back.state)) {
            throw new AccountException.NotLetIn(
                    "This sign-in was not started in this browser, or a newer one has replaced it; sign in from here.");
        }
        if (!store.end(Secrets.id(back.secret), now.minus(Accounts.AT_PROVIDER))) {
            throw new AccountException.NotLetIn("This sign-in has already finished or took longer than "
                    + Accounts.AT_PROVIDER.toMinutes() + " minutes; sign in again.");
        }
        Account account = admit(provider.ask(back.code, request), now);
        throttle.succeeded(Secrets.id(back.secret));
        return accounts.open(account);
    }

    private Account admit(ProviderIdentity who, Instant now) {
        if (who.email().isEmpty() || !who.verified()) {
            throw new AccountException.NotLetIn(provider.name() + " does not vouch for "
                    + (who.email().isEmpty() ? "an e-mail address of yours" : "the e-mail address " + who.email())
                    + "; confirm it there, then sign in again.");
        }
        String name = name(who.email());
        AccountStore.Admission admission = store.admit(
                new ProviderIdentity(who.issuer(), who.subject(), name, true),
                new CandidateId(tokens.get()),
                admitted.role(name),
                now);
        if (admission instanceof AccountStore.Admission.Taken) {
            throw new AccountException.NotLetIn(name
                    + " belongs to another person at " + provider.name()
                    + " than the one who used it here before; ask an administrator to remove the old account.");
        }
        if (!(admission instanceof AccountStore.Admission.In in)) {
            throw new AccountException.NotLetIn(
                    name + " is not invited to this server; ask whoever runs it for an invitation.");
        }
        return admitted.isAdmin(name) ? firstAdmin(in.account()) : in.account();
    }

    private static String name(String email) {
        try {
            return PersonName.of(email);
        } catch (AccountException.NotTaken e) {
            throw new AccountException.NotLetIn("Your e-mail address cannot be a name here: " + e.getMessage());
        }
    }

    // one who was here as a candidate before the server was told of them
    private Account firstAdmin(Account account) {
        boolean lacking = store.accounts().stream().noneMatch(one -> one.role() == Role.ADMIN);
        if (lacking) {
            store.role(account.id(), Role.ADMIN);
        }
        return lacking
                ? store.known(account.id()).map(AccountStore.Known::account).orElse(account)
                : account;
    }
}
