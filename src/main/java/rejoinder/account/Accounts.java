package rejoinder.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import rejoinder.plan.CandidateId;

/** The use cases of accounts: inviting, accepting, signing in and out, and removing a person with everything they have. */
public final class Accounts {
    /** How long an invitation can be accepted. */
    public static final Duration INVITATION = Duration.ofDays(7);

    /** How long a sign-in lasts that is not used. */
    public static final Duration SIGN_IN = Duration.ofDays(30);

    /** How long somebody may take at an identity provider. */
    public static final Duration AT_PROVIDER = Duration.ofMinutes(10);

    private static final Duration DAY = Duration.ofDays(1);

    /** How long a removed person's data is cleaned up: by then every request that was under way at the removal has ended. */
    private static final Duration LAST_REQUESTS = Duration.ofMinutes(10);

    private final AccountStore store;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final InstantSource clock;
    private final Supplier<String> tokens;
    private final Consumer<CandidateId> clearing;
    private final String nobodys;

    /**
     * @param store where accounts are kept
     * @param passwords how passwords are kept
     * @param clock the time
     * @param tokens unguessable names
     * @param clearing deletes everything else that a candidate has
     */
    public Accounts(
            AccountStore store,
            Passwords passwords,
            InstantSource clock,
            Supplier<String> tokens,
            Consumer<CandidateId> clearing) {
        this.store = store;
        this.throttle = new SignInThrottle(store);
        this.passwords = passwords;
        this.clock = clock;
        this.tokens = tokens;
        this.clearing = clearing;
        this.nobodys = passwords.keep(tokens.get());
    }

    /**
     * An invitation just made.
     *
     * @param secret what its link carries; shown this once
     */
    public record Invited(Invitation invitation, String secret) {}

    /**
     * Invites somebody. One who has an account keeps its role, and chooses another password with the invitation.
     *
     * @throws AccountException.NotTaken if the name is not valid
     */
    public Invited invite(String written, Role role) {
        return invite(written, role, "");
    }

    /**
     * Invites a candidate into a class. One who has an account signs in and joins with it.
     *
     * @param classroom id of the class
     * @throws AccountException.NotTaken if the name is not valid
     */
    public Invited inviteInto(String classroom, String written) {
        return invite(written, Role.CANDIDATE, classroom);
    }

    private Invited invite(String written, Role role, String classroom) {
        String name = PersonName.of(written);
        Instant now = clock.instant();
        String secret = tokens.get();
        Optional<Account> there = store.named(name).map(AccountStore.Known::account);
        Invitation invitation = new Invitation(
                Secrets.id(secret),
                there.map(Account::name).orElse(name),
                there.map(Account::role).orElse(role),
                now,
                now.plus(INVITATION),
                there.isPresent(),
                classroom);
        store.invite(invitation);
        return new Invited(invitation, secret);
    }

    /**
     * The invitation of a link.
     *
     * @throws AccountException.NoSuchInvitation if it cannot be used any more
     */
    public Invitation invitation(String secret) {
        return store.invitation(Secrets.id(secret))
                .filter(invitation -> invitation.expiresAt().isAfter(clock.instant()))
                .orElseThrow(AccountException.NoSuchInvitation::new);
    }

    /**
     * Somebody who has just signed in.
     *
     * @param token what the cookie carries
     * @param formToken what each change carries
     */
    public record Opened(Account account, String token, String formToken) {}

    /**
     * Accepts an invitation with a password, and signs in.
     *
     * @throws AccountException.NoSuchInvitation if it cannot be used any more
     * @throws AccountException.NotTaken if the password is not accepted; the invitation can still be used
     * @throws AccountException.SignInFirst if it leads into a class and is for somebody who has an account
     */
    public Opened accept(String secret, String password) {
        Invitation invitation = invitation(secret);
        if (invitation.renews() && !invitation.classroom().isEmpty()) {
            throw new AccountException.SignInFirst(invitation.name());
        }
        Passwords.check(password, invitation.name());
        Account account = store.accept(
                        invitation.id(), new CandidateId(tokens.get()), passwords.keep(password), clock.instant())
                .orElseThrow(AccountException.NoSuchInvitation::new);
        return open(account);
    }

    /**
     * Joins the class that an invitation leads into.
     *
     * @throws AccountException.NoSuchInvitation if it cannot be used any more, leads into no class, or is for somebody else
     */
    public void join(String secret, CandidateId account) {
        if (!store.join(Secrets.id(secret), account, clock.instant())) {
            throw new AccountException.NoSuchInvitation();
        }
    }

    /** Whether somebody has an account and signs in at a provider. */
    public boolean hasNoPassword(String name) {
        return store.named(name).filter(known -> known.password().isEmpty()).isPresent();
    }

    /** Somebody's name; empty if that person has been removed. */
    public Optional<String> name(CandidateId account) {
        return store.known(account).map(known -> known.account().name());
    }

    /**
     * Signs somebody in.
     *
     * @param address where the request comes from
     * @throws AccountException.WrongPassword if the name or the password is wrong
     * @throws AccountException.TooManyTries if too many were wrong recently
     */
    public Opened signIn(String name, String password, String address) {
        Instant now = clock.instant();
        String key = PersonName.key(name);
        String attempt = tokens.get();
        throttle.begin(attempt, key, address, now);
        Optional<AccountStore.Known> known = store.named(name);
        // for a name that nobody has, or that has no password, it takes as long
        boolean right = matches(
                password,
                known.map(AccountStore.Known::password)
                        .filter(kept -> !kept.isEmpty())
                        .orElse(nobodys));
        if (!right || known.isEmpty()) {
            throw new AccountException.WrongPassword("The name or the password is wrong; try again.");
        }
        throttle.succeeded(attempt, key);
        return open(known.get().account());
    }

    private static boolean matches(String password, String kept) {
        return password.length() <= Passwords.MOST && Passwords.matches(password, kept);
    }

    /** Signs in somebody who has been authenticated. */
    Opened open(Account account) {
        String token = tokens.get();
        store.signIn(Secrets.id(token), account.id(), clock.instant());
        return new Opened(account, token, Secrets.formToken(token));
    }

    /**
     * A window that is signed in.
     *
     * @param renew whether its cookie should be given again, so that it lasts
     */
    public record Window(Account account, boolean renew) {}

    /** The window with a token; empty if it is signed out. */
    public Optional<Window> window(String token) {
        Instant now = clock.instant();
        String id = Secrets.id(token);
        return store.signedIn(id)
                .filter(found -> found.seenAt().plus(SIGN_IN).isAfter(now))
                .map(found -> {
                    boolean renew = !found.seenAt().plus(DAY).isAfter(now);
                    if (renew) {
                        store.seen(id, now);
                    }
                    return new Window(found.account(), renew);
                });
    }

    /** The token that each change from a window carries. */
    public static String formToken(String token) {
        return Secrets.formToken(token);
    }

    /** Whether a change carries its window's token. */
    public static boolean isFormToken(String carried, String token) {
        return Secrets.same(carried, Secrets.formToken(token));
    }

    /** Signs one window out. */
    public void signOut(String token) {
        store.signOut(Secrets.id(token));
    }

    /** Signs all windows of somebody out. */
    public void signOutEverywhere(CandidateId account) {
        store.signOutEverywhere(account);
    }

    /**
     * Changes a password; all windows but the one that gets the new token are signed out.
     *
     * @throws AccountException.WrongPassword if the old one is wrong
     * @throws AccountException.TooManyTries if too many were wrong recently
     * @throws AccountException.NotTaken if the new one is not accepted
     */
    public Opened changePassword(CandidateId account, String old, String next, String address) {
        AccountStore.Known known = store.known(account).orElseThrow(AccountException.NoSuchPerson::new);
        String key = PersonName.key(known.account().name());
        String attempt = tokens.get();
        throttle.begin(attempt, key, address, clock.instant());
        if (!matches(old, known.password().isEmpty() ? nobodys : known.password())) {
            throw new AccountException.WrongPassword("That is not your current password; try again.");
        }
        throttle.succeeded(attempt, key);
        Passwords.check(next, known.account().name());
        store.password(account, passwords.keep(next));
        return open(known.account());
    }

    /** All accounts, by name. */
    public List<Account> people() {
        return store.accounts();
    }

    /** The first accounts with some words in their names, by name; no more than so many. */
    public List<Account> people(String words, int most) {
        return store.accounts(words, most);
    }

    /** How many accounts have some words in their names. */
    public int peopleWith(String words) {
        return store.accountsWith(words);
    }

    /** The invitations into no class that can still be accepted, the newest first. */
    public List<Invitation> invitations() {
        return invitations("");
    }

    /** The invitations into a class that can still be accepted, the newest first. */
    public List<Invitation> invitations(String classroom) {
        return invitations(classroom, "", Integer.MAX_VALUE);
    }

    /** Likewise, the newest with some words in their names; no more than so many. */
    public List<Invitation> invitations(String classroom, String words, int most) {
        return store.invitations(new AccountStore.Wanted(classroom, words, clock.instant()), most);
    }

    /** How many invitations into a class, or into none, have some words in their names and can still be accepted. */
    public int invitationsWith(String classroom, String words) {
        return store.invitationsWith(new AccountStore.Wanted(classroom, words, clock.instant()));
    }

    /**
     * Takes an invitation back.
     *
     * @throws AccountException.NoSuchInvitation if it is used up already
     */
    public void withdraw(String invitation) {
        if (!store.withdraw(invitation)) {
            throw new AccountException.NoSuchInvitation();
        }
    }

    /**
     * Gives somebody another role; their windows are signed out.
     *
     * @throws AccountException.NoSuchPerson if there is no such person
     * @throws AccountException.LastAdmin if no administrator would be left
     */
    public void role(CandidateId person, Role role) {
        if (!store.role(person, role)) {
            throw new AccountException.NoSuchPerson();
        }
    }

    /**
     * Removes somebody with everything they have.
     *
     * @throws AccountException.NoSuchPerson if there is no such person
     * @throws AccountException.LastAdmin if no administrator would be left
     */
    public void remove(CandidateId person) {
        if (!store.remove(person, clock.instant())) {
            throw new AccountException.NoSuchPerson();
        }
        clearing.accept(person);
    }

    /** Cleans up what requests wrote after their person was removed, and sign-ins that are no longer used. */
    public void tidy() {
        Instant now = clock.instant();
        for (CandidateId person : store.removed(now)) {
            clearing.accept(person);
        }
        store.removed(now.minus(LAST_REQUESTS)).forEach(store::forget);
        store.signOutUnseenSince(now.minus(SIGN_IN));
        store.giveUpBegunUntil(now.minus(AT_PROVIDER));
    }
}
