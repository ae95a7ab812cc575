package rejoinder.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rejoinder.account.Account;
import rejoinder.account.AccountException;
import rejoinder.account.AccountStore;
import rejoinder.account.Invitation;
import rejoinder.account.PersonName;
import rejoinder.account.ProviderIdentity;
import rejoinder.account.Role;
import rejoinder.plan.CandidateId;

/** Accounts, invitations and sign-ins in SQL. */
public final class SqlAccountStore implements AccountStore {
    private static final String ACCOUNT =
            "select a.*, (select max(seen_at) from sign_in where account = a.id) as seen_at from account a"
                    + " where a.removed_at is null";

    private static final String INVITATION =
            "select i.*, (select count(*) from account where name_key = i.name_key) as renews from invitation i";

    /** What is done for tries waits for what is done for tries. */
    private static final String TRIES = "tries";

    private static final String PASSWORD_TRY = "password_try";

    private final Sql sql;

    SqlAccountStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Account> accounts(String words, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("most", most));
        String query = ACCOUNT + Sql.holdsWords("a.name_key", words, parameters) + " order by a.name_key limit :most";
        return sql.read(handle -> Sql.rows(handle, query, parameters, SqlAccountStore::account));
    }

    @Override
    public int accountsWith(String words) {
        Map<String, Object> parameters = new HashMap<>();
        String from = "account a where a.removed_at is null" + Sql.holdsWords("a.name_key", words, parameters);
        return sql.read(handle -> Sql.count(handle, from, parameters));
    }

    private static Account account(Row row) throws SQLException {
        return new Account(
                new CandidateId(row.text("id")),
                row.text("name"),
                row.word("role", Role.class),
                row.time("made_at"),
                row.has("seen_at") ? Optional.of(row.time("seen_at")) : Optional.empty());
    }

    @Override
    public Optional<Known> named(String name) {
        return sql.read(handle -> known(handle, "a.name_key", PersonName.key(name)));
    }

    @Override
    public Optional<Known> known(CandidateId id) {
        return sql.read(handle -> known(handle, "a.id", id.value()));
    }

    private static Optional<Known> known(Handle handle, String column, String value) {
        return Sql.rows(
                        handle,
                        ACCOUNT + " and " + column + " = :value",
                        Map.of("value", value),
                        row -> new Known(account(row), row.text("password")))
                .stream()
                .findFirst();
    }

    @Override
    public void invite(Invitation invitation) {
        String key = PersonName.key(invitation.name());
        sql.write(handle -> {
            new Columns()
                    .set("name_key", key)
                    .set("classroom", invitation.classroom())
                    .delete(handle, "invitation");
            return new Columns()
                    .set("classroom", invitation.classroom())
                    .set("id", invitation.id())
                    .set("name", invitation.name())
                    .set("name_key", key)
                    .set("role", invitation.role())
                    .set("made_at", invitation.madeAt())
                    .set("expires_at", invitation.expiresAt())
                    .insertIfNew(handle, "invitation");
        });
    }

    @Override
    public List<Invitation> invitations(Wanted wanted, int most) {
        Map<String, Object> parameters = new HashMap<>(Map.of("most", most));
        String query = INVITATION + where(wanted, parameters) + " order by i.made_at desc, i.name_key limit :most";
        return sql.read(handle -> Sql.rows(handle, query, parameters, SqlAccountStore::invitation));
    }

    @Override
    public int invitationsWith(Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>();
        String from = "invitation i" + where(wanted, parameters);
        return sql.read(handle -> Sql.count(handle, from, parameters));
    }

    private static String where(Wanted wanted, Map<String, Object> parameters) {
        parameters.put("classroom", wanted.classroom());
        parameters.put("after", wanted.after().toEpochMilli());
        return " where i.classroom = :classroom and i.expires_at > :after"
                + Sql.holdsWords("i.name_key", wanted.words(), parameters);
    }

    private static Invitation invitation(Row row) throws SQLException {
        return new Invitation(
                row.text("id"),
                row.text("name"),
                row.word("role", Role.class),
                row.time("made_at"),
                row.time("expires_at"),
                row.count("renews") > 0,
                row.text("classroom"));
    }

    @Override
    public Optional<Invitation> invitation(String id) {
        return sql.read(handle -> invitation(handle, id));
    }

    private static Optional<Invitation> invitation(Handle handle, String id) {
        return Sql.rows(handle, INVITATION + " where i.id = :id", Map.of("id", id), SqlAccountStore::invitation)
                .stream()
                .findFirst();
    }

    @Override
    public boolean withdraw(String id) {
        return sql.write(handle -> new Columns().set("id", id).delete(handle, "invitation"));
    }

    @Override
    public Optional<Account> accept(String id, CandidateId fresh, String password, Instant now) {
        return sql.write(handle -> {
            Optional<Invitation> found = invitation(handle, id)
                    .filter(open -> open.expiresAt().isAfter(now))
                    .filter(open -> !open.renews() || open.classroom().isEmpty());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Invitation invitation = found.get();
            new Columns().set("id", id).delete(handle, "invitation");
            String key = PersonName.key(invitation.name());
            Optional<Known> there = known(handle, "a.name_key", key);
            if (there.isPresent()) {
                password(handle, there.get().account().id(), password);
            } else {
                new Columns()
                        .set("id", fresh.value())
                        .set("name", invitation.name())
                        .set("name_key", key)
                        .set("role", invitation.role())
                        .set("password", password)
                        .set("made_at", now)
                        .insert(handle, "account");
                ClassRows.join(handle, invitation.classroom(), fresh, now);
            }
            return known(handle, "a.name_key", key).map(Known::account);
        });
    }

    @Override
    public boolean join(String id, CandidateId account, Instant now) {
        return sql.write(handle -> {
            Optional<Known> who = known(handle, "a.id", account.value());
            Optional<Invitation> found = invitation(handle, id)
                    .filter(open -> open.expiresAt().isAfter(now))
                    .filter(open -> !open.classroom().isEmpty())
                    .filter(open -> who.filter(known ->
                                    PersonName.key(known.account().name()).equals(PersonName.key(open.name())))
                            .isPresent());
            found.ifPresent(open -> {
                new Columns().set("id", id).delete(handle, "invitation");
                ClassRows.join(handle, open.classroom(), account, now);
            });
            return found.isPresent();
        });
    }

    @Override
    public Optional<Instant> tryPassword(String id, Counted name, Counted address, Instant now) {
        // one after the other, whoever tries: they are few
        return sql.writeFor(TRIES, handle -> {
            for (Counted counted : List.of(name, address)) {
                Optional<Instant> full = Sql.rows(
                                handle,
                                "select min(tried_at) as oldest from password_try where what = :what having count(*) >= :most",
                                Map.of("what", counted.what(), "most", counted.most()),
                                row -> row.time("oldest"))
                        .stream()
                        .findFirst();
                if (full.isPresent()) {
                    return full;
                }
            }
            for (Counted counted : List.of(name, address)) {
                new Columns()
                        .set("id", id)
                        .set("what", counted.what())
                        .set("tried_at", now)
                        .insert(handle, PASSWORD_TRY);
            }
            return Optional.empty();
        });
    }

    @Override
    public void passwordWasRight(String id, String name) {
        sql.writeFor(TRIES, handle -> {
            boolean there = new Columns().set("id", id).delete(handle, PASSWORD_TRY);
            return new Columns().set("what", name).delete(handle, PASSWORD_TRY) || there;
        });
    }

    @Override
    public void forgetTries(Instant until, Instant after) {
        sql.writeFor(
                TRIES,
                handle -> handle.createUpdate("delete from password_try where tried_at <= :until or tried_at > :after")
                        .bindMap(Map.of("until", until.toEpochMilli(), "after", after.toEpochMilli()))
                        .execute());
    }

    @Override
    public Admission admit(ProviderIdentity who, CandidateId fresh, Optional<Role> otherwise, Instant now) {
        return sql.write(handle -> {
            Optional<Account> before = identified(handle, who);
            if (before.isPresent()) {
                return new Admission.In(before.get());
            }
            Optional<Admission> there = take(handle, who);
            if (there.isPresent()) {
                return there.get();
            }
            String key = PersonName.key(who.email());
            List<Invitation> open = Sql.rows(
                    handle,
                    // the one into no class comes first
                    INVITATION + " where i.name_key = :key and i.expires_at > :now order by i.classroom",
                    Map.of("key", key, "now", now.toEpochMilli()),
                    SqlAccountStore::invitation);
            Optional<Role> role =
                    open.stream().findFirst().map(Invitation::role).or(() -> otherwise);
            if (role.isEmpty()) {
                return new Admission.Unknown();
            }
            new Columns()
                    .set("id", fresh.value())
                    .set("name", who.email())
                    .set("name_key", key)
                    .set("role", otherwise.filter(Role.ADMIN::equals).orElse(role.get()))
                    .set("password", "")
                    .set("made_at", now)
                    .set("issuer", who.issuer())
                    .set("subject", who.subject())
                    .insertIfNew(handle, "account");
            // one that leads into a class waits for their consent
            new Columns().set("name_key", key).set("classroom", "").delete(handle, "invitation");
            return identified(handle, who).<Admission>map(Admission.In::new).orElseGet(Admission.Taken::new);
        });
    }

    private static Optional<Account> identified(Handle handle, ProviderIdentity who) {
        return Sql.rows(
                        handle,
                        ACCOUNT + " and a.issuer = :issuer and a.subject = :subject",
                        Map.of("issuer", who.issuer(), "subject", who.subject()),
                        SqlAccountStore::account)
                .stream()
                .findFirst();
    }

    // the account of that name, if no other identity of the same issuer has it
    private static Optional<Admission> take(Handle handle, ProviderIdentity who) {
        Optional<Known> there = known(handle, "a.name_key", PersonName.key(who.email()));
        if (there.isEmpty()) {
            return Optional.empty();
        }
        CandidateId id = there.get().account().id();
        boolean taken = !Sql.rows(
                        handle,
                        "select id from account where id = :id and issuer = :issuer",
                        Map.of("id", id.value(), "issuer", who.issuer()),
                        row -> row.text("id"))
                .isEmpty();
        if (taken) {
            return Optional.of(new Admission.Taken());
        }
        new Columns()
                .set("issuer", who.issuer())
                .set("subject", who.subject())
                .update(handle, "account", new Columns().set("id", id.value()));
        new Columns()
                .set("name_key", PersonName.key(who.email()))
                .set("classroom", "")
                .delete(handle, "invitation");
        return Optional.of(new Admission.In(there.get().account()));
    }

    @Override
    public void begin(String id, Instant now) {
        sql.writeFor(
                "sign-in " + id,
                handle -> new Columns().set("id", id).set("made_at", now).insertIfNew(handle, "sign_in_begun"));
    }

    @Override
    public boolean end(String id, Instant since) {
        return sql.writeFor("sign-in " + id, handle -> {
            boolean open = !Sql.rows(
                            handle,
                            "select id from sign_in_begun where id = :id and made_at > :since",
                            Map.of("id", id, "since", since.toEpochMilli()),
                            row -> row.text("id"))
                    .isEmpty();
            // two at the same time: only one deletes the row
            return new Columns().set("id", id).delete(handle, "sign_in_begun") && open;
        });
    }

    @Override
    public void giveUpBegunUntil(Instant instant) {
        deleteUntil("from sign_in_begun where made_at <= :instant", instant);
    }

    @Override
    public void signIn(String id, CandidateId account, Instant now) {
        sql.writeFor(
                account,
                handle -> known(handle, "a.id", account.value()).isPresent()
                        && new Columns()
                                .set("id", id)
                                .set("account", account.value())
                                .set("made_at", now)
                                .set("seen_at", now)
                                .insertIfNew(handle, "sign_in"));
    }

    @Override
    public Optional<SignedIn> signedIn(String id) {
        return sql
                .read(handle -> Sql.rows(
                        handle,
                        "select a.*, s.seen_at from sign_in s join account a on a.id = s.account"
                                + " where s.id = :id and a.removed_at is null",
                        Map.of("id", id),
                        row -> new SignedIn(account(row), row.time("seen_at"))))
                .stream()
                .findFirst();
    }

    @Override
    public void seen(String id, Instant now) {
        sql.write(handle -> {
            new Columns().set("seen_at", now).update(handle, "sign_in", new Columns().set("id", id));
            return id;
        });
    }

    @Override
    public void signOut(String id) {
        sql.write(handle -> new Columns().set("id", id).delete(handle, "sign_in"));
    }

    @Override
    public void signOutEverywhere(CandidateId account) {
        sql.write(handle -> signOut(handle, account));
    }

    private static boolean signOut(Handle handle, CandidateId account) {
        return new Columns().set("account", account.value()).delete(handle, "sign_in");
    }

    @Override
    public void signOutUnseenSince(Instant instant) {
        deleteUntil("from sign_in where seen_at <= :instant", instant);
    }

    private void deleteUntil(String old, Instant instant) {
        Map<String, Long> until = Map.of("instant", instant.toEpochMilli());
        // looked at first: nearly always there is none, and whoever writes keeps others waiting
        boolean any = sql.read(handle -> !Sql.rows(handle, "select id " + old, until, row -> row.text("id"))
                .isEmpty());
        if (any) {
            sql.write(handle ->
                    handle.createUpdate("delete " + old).bindMap(until).execute());
        }
    }

    @Override
    public void password(CandidateId account, String password) {
        sql.write(handle -> password(handle, account, password));
    }

    private static boolean password(Handle handle, CandidateId account, String password) {
        new Columns().set("password", password).update(handle, "account", new Columns().set("id", account.value()));
        return signOut(handle, account);
    }

    @Override
    public boolean role(CandidateId id, Role role) {
        return sql.write(handle -> {
            Optional<Known> there = known(handle, "a.id", id.value());
            there.filter(known -> known.account().role() != role).ifPresent(known -> {
                if (role != Role.ADMIN) {
                    requireOther(handle, known.account());
                }
                new Columns().set("role", role).update(handle, "account", new Columns().set("id", id.value()));
                signOut(handle, id);
            });
            return there.isPresent();
        });
    }

    @Override
    public boolean remove(CandidateId id, Instant now) {
        return sql.write(handle -> {
            Optional<Known> there = known(handle, "a.id", id.value());
            there.ifPresent(known -> {
                requireOther(handle, known.account());
                new Columns()
                        .set("name_key", PersonName.key(known.account().name()))
                        .delete(handle, "invitation");
                new Columns()
                        .set("name", "")
                        .setNull("name_key")
                        .set("password", "")
                        .setNull("issuer", "subject")
                        .set("removed_at", now)
                        .update(handle, "account", new Columns().set("id", id.value()));
                signOut(handle, id);
            });
            return there.isPresent();
        });
    }

    private static void requireOther(Handle handle, Account account) {
        boolean others = Sql.rows(handle, ACCOUNT, Map.of(), SqlAccountStore::account).stream()
                .anyMatch(other -> other.role() == Role.ADMIN && !other.id().equals(account.id()));
        if (account.role() == Role.ADMIN && !others) {
            throw new AccountException.LastAdmin();
        }
    }

    @Override
    public List<CandidateId> removed(Instant until) {
        return sql.read(handle -> Sql.rows(
                handle,
                "select id from account where removed_at <= :until",
                Map.of("until", until.toEpochMilli()),
                row -> new CandidateId(row.text("id"))));
    }

    @Override
    public void forget(CandidateId account) {
        sql.write(handle -> new Columns().set("id", account.value()).delete(handle, "account"));
    }
}
