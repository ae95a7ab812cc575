package rejoinder.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.account.Account;
import rejoinder.account.Accounts;
import rejoinder.account.Invitation;
import rejoinder.account.ProviderSignIn;
import rejoinder.account.Role;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.plan.CandidateId;

/** Signing in and out, and the people of a server. */
final class AccountHandlers {
    private static final int LONGEST = 1000;
    private static final int LONGEST_CODE = 4000;

    private final Optional<Accounts> accounts;
    private final Optional<ClassroomUseCases> classroomUseCases;
    private final Optional<ProviderSignIn> provider;
    private final Authentication authentication;

    AccountHandlers(ServerSettings settings, Authentication authentication) {
        this.accounts = settings.accounts();
        this.provider = settings.provider();
        this.classroomUseCases = settings.classroomUseCases();
        this.authentication = authentication;
    }

    private Accounts accounts() {
        return accounts.orElseThrow(() -> new Refusal(Problem.NOT_FOUND.saying(
                "This server has no accounts; start it with --users local or --users oidc for them.")));
    }

    private Accounts passwords() {
        Accounts all = accounts();
        provider.ifPresent(it -> {
            throw new Refusal(Problem.NOT_FOUND.saying(
                    "There are no passwords on this server; sign in with " + it.provider() + "."));
        });
        return all;
    }

    private ProviderSignIn provider() {
        return provider.orElseThrow(() -> new Refusal(
                Problem.NOT_FOUND.saying("People have passwords on this server; sign in with name and password.")));
    }

    /**
     * Who is signed in; nobody where there are no accounts.
     *
     * @param provider who vouches for people; null if they have passwords here
     */
    record AccountJson(
            boolean accounts,
            @Nullable String name,
            @Nullable String role,
            @Nullable String provider) {}

    private AccountJson json(Optional<Account> account) {
        return new AccountJson(
                account.isPresent(),
                account.map(Account::name).orElse(null),
                account.map(it -> it.role().word()).orElse(null),
                provider.map(ProviderSignIn::provider).orElse(null));
    }

    void show(Context ctx) {
        Reply.json(ctx, json(Authentication.account(ctx)));
    }

    /**
     * How people sign in.
     *
     * @param provider who vouches for them; null if they have passwords here
     */
    record WaysJson(@Nullable String provider) {}

    void ways(Context ctx) {
        accounts();
        Reply.json(ctx, new WaysJson(provider.map(ProviderSignIn::provider).orElse(null)));
    }

    /** Where the browser goes to sign in. */
    record ThereJson(String address) {}

    void goToProvider(Context ctx) {
        accounts();
        ProviderSignIn.Begun begun = provider()
                .begin(authentication.callback(ctx), Authentication.wasLeft(ctx), authentication.address(ctx));
        authentication.keepGoing(ctx, begun.secret());
        Reply.json(ctx, new ThereJson(begun.address()));
    }

    void comeBack(Context ctx) {
        accounts();
        Fields fields = Incoming.fields(ctx, "state", "code");
        ProviderSignIn.Back back = new ProviderSignIn.Back(
                authentication.takeGoing(ctx), fields.text("state", LONGEST), fields.text("code", LONGEST_CODE));
        opened(ctx, provider().finish(back, authentication.callback(ctx)));
    }

    void signIn(Context ctx) {
        Accounts all = passwords();
        Fields fields = Incoming.fields(ctx, "name", "password");
        opened(
                ctx,
                all.signIn(
                        fields.text("name", LONGEST), fields.text("password", LONGEST), authentication.address(ctx)));
    }

    private void opened(Context ctx, Accounts.Opened opened) {
        authentication.give(ctx, opened);
        Reply.json(ctx, json(Optional.of(opened.account())));
    }

    void signOut(Context ctx) {
        Accounts all = accounts();
        if (Incoming.fields(ctx, "everywhere").flag("everywhere")) {
            all.signOutEverywhere(Incoming.candidate(ctx));
        } else {
            all.signOut(Authentication.token(ctx));
        }
        authentication.clear(ctx, provider.isPresent());
        Reply.json(ctx, json(Optional.empty()));
    }

    void changePassword(Context ctx) {
        Accounts all = passwords();
        Fields fields = Incoming.fields(ctx, "old", "password");
        opened(
                ctx,
                all.changePassword(
                        Incoming.candidate(ctx),
                        fields.text("old", LONGEST),
                        fields.text("password", LONGEST),
                        authentication.address(ctx)));
    }

    /**
     * An invitation, to whoever has its link.
     *
     * @param classroom name of the class that it leads into; empty if there is none
     */
    record OpenInvitationJson(String name, String role, long expiresAt, boolean renews, String classroom) {}

    void invitation(Context ctx) {
        Accounts all = accounts();
        Invitation invitation =
                all.invitation(Incoming.fields(ctx, "invitation").text("invitation", LONGEST));
        Reply.json(
                ctx,
                new OpenInvitationJson(
                        invitation.name(),
                        invitation.role().word(),
                        invitation.expiresAt().toEpochMilli(),
                        invitation.renews(),
                        classroomUseCases
                                .map(it -> it.classes().called(invitation))
                                .orElse("")));
    }

    void accept(Context ctx) {
        Accounts all = passwords();
        Fields fields = Incoming.fields(ctx, "invitation", "password");
        opened(ctx, all.accept(fields.text("invitation", LONGEST), fields.text("password", LONGEST)));
    }

    /** Everybody, and who is invited. */
    record PeopleJson(int found, List<PersonJson> people, int invited, List<InvitationJson> invitations) {}

    /**
     * A person.
     *
     * @param seenAt null if no window is signed in
     * @param you whether it is who asks
     */
    record PersonJson(
            String id,
            String name,
            String role,
            long madeAt,
            @Nullable Long seenAt,
            boolean you) {}

    /** An open invitation. */
    record InvitationJson(String id, String name, String role, long expiresAt, boolean renews) {}

    void people(Context ctx) {
        Reply.json(ctx, people(accounts(), ctx));
    }

    private static PeopleJson people(Accounts all, Context ctx) {
        CandidateId asking = Incoming.candidate(ctx);
        String words = Incoming.words(ctx);
        int count = Incoming.count(ctx);
        return new PeopleJson(
                all.peopleWith(words),
                all.people(words, count).stream()
                        .map(person -> new PersonJson(
                                person.id().value(),
                                person.name(),
                                person.role().word(),
                                person.madeAt().toEpochMilli(),
                                person.seenAt().map(at -> at.toEpochMilli()).orElse(null),
                                person.id().equals(asking)))
                        .toList(),
                all.invitationsWith("", words),
                all.invitations("", words, count).stream()
                        .map(invited -> new InvitationJson(
                                invited.id(),
                                invited.name(),
                                invited.role().word(),
                                invited.expiresAt().toEpochMilli(),
                                invited.renews()))
                        .toList());
    }

    /** An invitation just made, with what its link carries. */
    record InvitedJson(String name, String role, long expiresAt, boolean renews, String invitation) {}

    void invite(Context ctx) {
        Accounts all = accounts();
        Fields fields = Incoming.fields(ctx, "name", "role");
        Accounts.Invited invited = all.invite(fields.text("name", LONGEST), role(fields));
        Invitation made = invited.invitation();
        Reply.json(
                ctx,
                201,
                new InvitedJson(
                        made.name(),
                        made.role().word(),
                        made.expiresAt().toEpochMilli(),
                        made.renews(),
                        invited.secret()));
    }

    private static Role role(Fields fields) {
        return fields.word("role", Role.WORDS);
    }

    void withdraw(Context ctx) {
        Accounts all = accounts();
        all.withdraw(ctx.pathParam("invitation"));
        Reply.json(ctx, people(all, ctx));
    }

    private static CandidateId person(Context ctx) {
        String id = ctx.pathParam("person");
        if (id.length() > 64) {
            throw new Refusal(Problem.NO_SUCH_PERSON.saying("There is no such person here; load the list again."));
        }
        return new CandidateId(id);
    }

    void changeRole(Context ctx) {
        Accounts all = accounts();
        all.role(person(ctx), role(Incoming.fields(ctx, "role")));
        Reply.json(ctx, people(all, ctx));
    }

    void remove(Context ctx) {
        Accounts all = accounts();
        all.remove(person(ctx));
        Reply.json(ctx, people(all, ctx));
    }
}
