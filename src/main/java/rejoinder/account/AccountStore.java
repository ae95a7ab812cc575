package rejoinder.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rejoinder.plan.CandidateId;

/** Where accounts are kept. Every method is one transaction. Names are told apart by {@link PersonName#key}. */
public interface AccountStore {
    /** The first accounts, by name; no more than so many. Their names have some words in them, which may be empty. */
    List<Account> accounts(String words, int most);

    /** All accounts, by name. */
    default List<Account> accounts() {
        return accounts("", Integer.MAX_VALUE);
    }

    /** How many accounts have names with some words in them, which may be empty. */
    int accountsWith(String words);

    /** The account with a name, and its stored password. */
    Optional<Known> named(String name);

    /** The account with an id, and its stored password. */
    Optional<Known> known(CandidateId id);

    /**
     * An account with its stored password.
     *
     * @param password as {@link Passwords#keep} has written it
     */
    record Known(Account account, String password) {}

    /** Keeps an invitation in place of an earlier one for the same name and class. */
    void invite(Invitation invitation);

    /**
     * Which invitations are wanted.
     *
     * @param classroom those that lead into this class; empty for those that lead into none
     * @param words that are in the name; may be empty
     * @param after when they expire at the earliest
     */
    record Wanted(String classroom, String words, Instant after) {}

    /** The newest open invitations that are wanted, the newest first; no more than so many. */
    List<Invitation> invitations(Wanted wanted, int most);

    /** How many open invitations are wanted. */
    int invitationsWith(Wanted wanted);

    /**
     * The open invitations, the newest first; also those that have expired.
     *
     * @param classroom those that lead into this class; empty for those that lead into none
     */
    default List<Invitation> invitations(String classroom) {
        return invitations(new Wanted(classroom, "", Instant.ofEpochMilli(Long.MIN_VALUE)), Integer.MAX_VALUE);
    }

    /** Those that lead into no class. */
    default List<Invitation> invitations() {
        return invitations("");
    }

    /** An open invitation, even if it has expired. */
    Optional<Invitation> invitation(String id);

    /** Takes an invitation back; returns whether there was one. */
    boolean withdraw(String id);

    /**
     * Uses up an invitation: makes the account, or gives the one of that name another password and ends its sign-ins. One that leads into a class makes the new
     * account its member, and is not used up by a name that has an account already.
     *
     * @param fresh id of a new account
     * @return empty if the invitation is used up or expired
     */
    Optional<Account> accept(String invitation, CandidateId fresh, String password, Instant now);

    /** Uses up an invitation into a class for an account of that name, which becomes a member; returns whether it could be used. */
    boolean join(String invitation, CandidateId account, Instant now);

    /**
     * Where wrong passwords are counted.
     *
     * @param what name or address
     * @param most how many there may be
     */
    record Counted(String what, int most) {}

    /**
     * Stores a try with a password, unless its name or its address has too many already.
     *
     * @param id of the try
     * @return empty if it is kept; else when the oldest was of those that are too many
     */
    Optional<Instant> tryPassword(String id, Counted name, Counted address, Instant now);

    /** Forgets a try, and all of its name. */
    void passwordWasRight(String id, String name);

    /** Forgets the tries until an instant, and those after another. */
    void forgetTries(Instant until, Instant after);

    /**
     * The account of somebody whom an identity provider vouches for: the one with this identity; else the one of that name, unless another identity of the same issuer
     * has it; else a new one, if the name is invited or there is a role for others. An invitation into no class is used up by it.
     *
     * @param fresh id of a new account
     * @param otherwise role of a new account whose name is not invited; empty if it may not come in
     */
    Admission admit(ProviderIdentity who, CandidateId fresh, Optional<Role> otherwise, Instant now);

    /** What came of a sign-in at a provider. */
    sealed interface Admission {
        /** This is their account. */
        record In(Account account) implements Admission {}

        /** Another identity of the same issuer has the account of that name. */
        record Taken() implements Admission {}

        /** Nobody has invited them. */
        record Unknown() implements Admission {}
    }

    /** Stores that somebody has gone to an identity provider. */
    void begin(String id, Instant now);

    /** Ends what {@link #begin} kept; returns whether it was there and began after an instant. */
    boolean end(String id, Instant since);

    /** Deletes sign-ins begun before an instant and never finished. */
    void giveUpBegunUntil(Instant instant);

    /**
     * Keeps a sign-in.
     *
     * @param id hash of its token
     */
    void signIn(String id, CandidateId account, Instant now);

    /** The account that a sign-in belongs to. */
    Optional<SignedIn> signedIn(String id);

    /**
     * A sign-in that was found.
     *
     * @param seenAt when it was last used, to the day
     */
    record SignedIn(Account account, Instant seenAt) {}

    /** Notes that a sign-in is used. */
    void seen(String id, Instant now);

    /** Ends a sign-in. */
    void signOut(String id);

    /** Ends all sign-ins of an account. */
    void signOutEverywhere(CandidateId account);

    /** Ends the sign-ins that were not used since an instant. */
    void signOutUnseenSince(Instant instant);

    /** Gives an account another password and ends its sign-ins. */
    void password(CandidateId account, String password);

    /**
     * Gives an account another role and ends its sign-ins; returns whether there is such an account.
     *
     * @throws AccountException.LastAdmin if no administrator would be left
     */
    boolean role(CandidateId account, Role role);

    /**
     * Removes an account, its sign-ins and invitations; its id is remembered until {@link #forget}. Returns whether there is such an account.
     *
     * @throws AccountException.LastAdmin if no administrator would be left
     */
    boolean remove(CandidateId account, Instant now);

    /** Accounts that were removed until an instant. */
    List<CandidateId> removed(Instant until);

    /** Forgets a removed account for good. */
    void forget(CandidateId account);
}
