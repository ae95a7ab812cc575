package rejoinder.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.plan.CandidateId;
import rejoinder.session.TestClock;

/** What accounts keep to, wherever they are kept. */
public abstract class AccountsContract {
    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.1";

    private final TestClock clock = new TestClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private final List<CandidateId> cleared = new ArrayList<>();
    private Passwords passwords = QuickPasswords.create();
    private Optional<Accounts> accounts = Optional.empty();

    /** A store with nobody in it. */
    protected abstract AccountStore store();

    private Accounts accounts() {
        if (accounts.isEmpty()) {
            accounts = Optional.of(
                    new Accounts(store(), passwords, clock, () -> "token-" + tokens.incrementAndGet(), cleared::add));
        }
        return accounts.orElseThrow();
    }

    private Accounts.Opened join(String name, Role role) {
        return accounts().accept(accounts().invite(name, role).secret(), PASSWORD);
    }

    @Test
    void somebodyWhoIsInvitedChoosesAPasswordAndSignsInWithIt() {
        Accounts.Invited invited = accounts().invite("Ada", Role.REVIEWER);
        assertThat(accounts().invitations()).containsExactly(invited.invitation());
        Account ada = accounts().accept(invited.secret(), PASSWORD).account();
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.role()).isEqualTo(Role.REVIEWER);
        assertThat(accounts().invitations()).isEmpty();
        Accounts.Opened opened = accounts().signIn(" ADA ", PASSWORD, HERE);
        assertThat(opened.account().id()).isEqualTo(ada.id());
        assertThat(accounts().window(opened.token()).orElseThrow().account().name())
                .isEqualTo("Ada");
        assertThat(accounts().people()).extracting(Account::id).containsExactly(ada.id());
    }

    @Test
    void aPartOfThePeopleAreTheFirstWithTheWordsInTheirNamesAndTheRestIsCounted() {
        join("Zoe 100", Role.CANDIDATE);
        join("Ada_Lane", Role.CANDIDATE);
        join("ÄNNE Lane", Role.CANDIDATE);
        accounts().invite("Lane One", Role.CANDIDATE);
        clock.forward(Duration.ofSeconds(1));
        accounts().invite("Lane Two", Role.CANDIDATE);
        assertThat(accounts().people("", 2)).hasSize(2);
        assertThat(accounts().peopleWith("")).isEqualTo(3);
        assertThat(accounts().people("änne LANE", 9)).extracting(Account::name).containsExactly("ÄNNE Lane");
        assertThat(accounts().people(" lane ", 1)).extracting(Account::name).containsExactly("Ada_Lane");
        assertThat(accounts().peopleWith("lane")).isEqualTo(2);
        assertThat(accounts().people("_", 9)).extracting(Account::name).containsExactly("Ada_Lane");
        assertThat(accounts().peopleWith("%")).isZero();
        assertThat(accounts().invitations("", "lane", 1))
                .extracting(Invitation::name)
                .containsExactly("Lane Two");
        assertThat(accounts().invitationsWith("", "LANE")).isEqualTo(2);
        assertThat(accounts().invitationsWith("a-class", "")).isZero();
        clock.forward(Accounts.INVITATION.minusMillis(1000));
        assertThat(accounts().invitationsWith("", "")).as("one has expired").isEqualTo(1);
    }

    @Test
    void anInvitationIsUsedOnceEvenByTwoAtTheSameTime() throws Exception {
        String secret = accounts().invite("Ada", Role.CANDIDATE).secret();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Boolean> accept = () -> {
            try {
                accounts().accept(secret, PASSWORD);
                return true;
            } catch (AccountException.NoSuchInvitation e) {
                return false;
            }
        };
        List<Future<Boolean>> both = pool.invokeAll(List.of(accept, accept));
        pool.shutdown();
        assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(accounts().people()).hasSize(1);
        assertThatThrownBy(() -> accounts().invitation(secret)).isInstanceOf(AccountException.NoSuchInvitation.class);
    }

    @Test
    void anInvitationEndsAfterAWeekOrWhenItIsTakenBackOrReplaced() {
        String expired = accounts().invite("Ada", Role.CANDIDATE).secret();
        clock.forward(Accounts.INVITATION.minusMillis(1));
        assertThat(accounts().invitation(expired).name()).isEqualTo("Ada");
        clock.forward(Duration.ofMillis(1));
        Accounts.Invited back = accounts().invite("Ben", Role.CANDIDATE);
        accounts().withdraw(back.invitation().id());
        String replaced = accounts().invite("Cleo", Role.CANDIDATE).secret();
        accounts().invite("cleo", Role.CANDIDATE);
        for (String secret : List.of(expired, back.secret(), replaced, "made-up")) {
            assertThatThrownBy(() -> accounts().accept(secret, PASSWORD))
                    .isInstanceOf(AccountException.NoSuchInvitation.class);
        }
        assertThat(accounts().people()).isEmpty();
        assertThat(accounts().invitations()).extracting(Invitation::name).containsExactly("cleo");
    }

    @Test
    void aSecondInvitationGivesAnotherPasswordAndEndsWhatWasSignedIn() {
        Accounts.Opened before = join("Ada", Role.ADMIN);
        Accounts.Invited again = accounts().invite("ada", Role.CANDIDATE);
        assertThat(again.invitation().renews()).isTrue();
        assertThat(again.invitation().name()).isEqualTo("Ada");
        assertThat(accounts().window(before.token())).isPresent();
        Account after =
                accounts().accept(again.secret(), "another long password").account();
        assertThat(after.id()).isEqualTo(before.account().id());
        assertThat(after.role()).isEqualTo(Role.ADMIN);
        assertThat(accounts().window(before.token())).isEmpty();
        assertThatThrownBy(() -> accounts().signIn("Ada", PASSWORD, HERE))
                .isInstanceOf(AccountException.WrongPassword.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "ada", "adaadaadaada", "ada12341234", "aaaaaaaaaaaa", "123412341234", ""})
    void aPasswordThatIsEasyToGuessIsNotTakenAndTheInvitationStaysGood(String password) {
        String secret = accounts().invite("Ada", Role.CANDIDATE).secret();
        assertThatThrownBy(() -> accounts().accept(secret, password)).isInstanceOf(AccountException.NotTaken.class);
        assertThat(accounts().accept(secret, PASSWORD).account().name()).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "a/b", "a\nb", "<b>", "\u202Eada", "ada."})
    void aNameThatWouldNotBeTypedAgainIsNotTaken(String name) {
        assertThatThrownBy(() -> accounts().invite(name, Role.CANDIDATE)).isInstanceOf(AccountException.NotTaken.class);
    }

    @Test
    void namesAndPasswordsMayBeInAnyScript() {
        String secret = accounts().invite("Zoë Łukasiewicz", Role.CANDIDATE).secret();
        accounts().accept(secret, "корова на льду");
        // the same letters, taken apart
        assertThat(accounts()
                        .signIn("zoe\u0308 łukasiewicz", "корова на льду", HERE)
                        .account()
                        .name())
                .isEqualTo("Zoë Łukasiewicz");
    }

    @Test
    void aFloodOfWrongPasswordsStopsAtTheNameAndEndsByItself() {
        join("Ada", Role.CANDIDATE);
        for (int i = 0; i < SignInThrottle.MOST_OF_NAME; i++) {
            String address = "192.0.2." + i;
            assertThatThrownBy(() -> accounts().signIn("Ada", "wrong password", address))
                    .isInstanceOf(AccountException.WrongPassword.class);
        }
        assertThatThrownBy(() -> accounts().signIn("ADA", PASSWORD, "192.0.2.99"))
                .isInstanceOfSatisfying(
                        AccountException.TooManyTries.class,
                        refused -> assertThat(refused.seconds()).isBetween(1L, SignInThrottle.WINDOW.toSeconds() + 1));
        clock.forward(SignInThrottle.WINDOW);
        assertThat(accounts().signIn("Ada", PASSWORD, HERE).account().name()).isEqualTo("Ada");
    }

    @Test
    void aFloodOverManyNamesStopsAtTheAddressAndNobodyElseWaits() {
        join("Ada", Role.CANDIDATE);
        for (int i = 0; i < SignInThrottle.MOST_OF_ADDRESS; i++) {
            String name = "guess" + i;
            assertThatThrownBy(() -> accounts().signIn(name, "wrong password", HERE))
                    .isInstanceOf(AccountException.WrongPassword.class);
        }
        assertThatThrownBy(() -> accounts().signIn("Ada", PASSWORD, HERE))
                .isInstanceOf(AccountException.TooManyTries.class);
        assertThat(accounts().signIn("Ada", PASSWORD, "192.0.2.2").account().name())
                .isEqualTo("Ada");
    }

    @Test
    void aClassBehindOneAddressSignsInWithoutWaiting() {
        join("Ada", Role.CANDIDATE);
        for (int i = 0; i < 2 * SignInThrottle.MOST_OF_ADDRESS; i++) {
            accounts().signIn("Ada", PASSWORD, HERE);
        }
    }

    @Test
    void aClockThatIsPutADayOnOrBackSignsNobodyOutAndLocksNobodyOutForADay() {
        Accounts.Opened ada = join("Ada", Role.CANDIDATE);
        String invited = accounts().invite("Ben", Role.CANDIDATE).secret();
        clock.backward(Duration.ofDays(1));
        assertThat(accounts().window(ada.token())).isPresent();
        assertThat(accounts().invitation(invited).name()).isEqualTo("Ben");
        clock.forward(Duration.ofDays(2));
        assertThat(accounts().window(ada.token())).isPresent();
        assertThat(accounts().invitation(invited).name()).isEqualTo("Ben");
        for (int i = 0; i < SignInThrottle.MOST_OF_NAME; i++) {
            assertThatThrownBy(() -> accounts().signIn("Ada", "wrong password", HERE))
                    .isInstanceOf(AccountException.WrongPassword.class);
        }
        clock.backward(Duration.ofDays(1));
        assertThat(accounts().signIn("Ada", PASSWORD, HERE).account().name()).isEqualTo("Ada");
    }

    @Test
    void aSignInThatIsUsedGoesOnAndOneThatIsNotEndsAfterAMonth() {
        Accounts.Opened used = join("Ada", Role.CANDIDATE);
        Accounts.Opened unused = accounts().signIn("Ada", PASSWORD, HERE);
        clock.forward(Accounts.SIGN_IN.minusHours(1));
        assertThat(accounts().window(used.token()).orElseThrow().renew()).isTrue();
        assertThat(accounts().window(used.token()).orElseThrow().renew()).isFalse();
        clock.forward(Duration.ofHours(1));
        assertThat(accounts().window(used.token())).isPresent();
        assertThat(accounts().window(unused.token())).isEmpty();
        accounts().tidy();
        clock.backward(Duration.ofDays(2));
        assertThat(accounts().window(unused.token()))
                .as("it does not come back with the clock")
                .isEmpty();
    }

    @Test
    void signingOutEndsOneWindowOrAll() {
        Accounts.Opened one = join("Ada", Role.CANDIDATE);
        Accounts.Opened two = accounts().signIn("Ada", PASSWORD, HERE);
        Accounts.Opened bens = join("Ben", Role.CANDIDATE);
        accounts().signOut(one.token());
        assertThat(accounts().window(one.token())).isEmpty();
        assertThat(accounts().window(two.token())).isPresent();
        accounts().signOutEverywhere(two.account().id());
        assertThat(accounts().window(two.token())).isEmpty();
        assertThat(accounts().window(bens.token())).isPresent();
    }

    @Test
    void anotherPasswordNeedsTheOldOneAndEndsTheOtherWindows() {
        Accounts.Opened one = join("Ada", Role.CANDIDATE);
        CandidateId ada = one.account().id();
        assertThatThrownBy(() -> accounts().changePassword(ada, "wrong password", "the next long one", HERE))
                .isInstanceOf(AccountException.WrongPassword.class);
        Accounts.Opened next = accounts().changePassword(ada, PASSWORD, "the next long one", HERE);
        assertThat(accounts().window(one.token())).isEmpty();
        assertThat(accounts().window(next.token())).isPresent();
        accounts().signIn("Ada", "the next long one", HERE);
    }

    @Test
    void nothingThatIsStoredLetsAnybodyIn() {
        passwords = new Passwords(() -> "sixteen bytes...".getBytes(StandardCharsets.UTF_8));
        Accounts.Invited invited = accounts().invite("Ben", Role.CANDIDATE);
        Accounts.Opened opened = join("Ada", Role.CANDIDATE);
        String kept = store().named("Ada").orElseThrow().password();
        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
        String id = store().invitations().get(0).id();
        assertThat(id).isNotEqualTo(invited.secret());
        assertThat(store().signedIn(opened.token())).isEmpty();
        assertThat(store().signedIn(Secrets.id(opened.token()))).isPresent();
        assertThat(accounts().window(Secrets.id(opened.token()))).isEmpty();
        assertThatThrownBy(() -> accounts().invitation(id)).isInstanceOf(AccountException.NoSuchInvitation.class);
        assertThatThrownBy(() -> accounts().signIn("Ada", kept, HERE))
                .isInstanceOf(AccountException.WrongPassword.class);
    }

    @Test
    void theTokenOfAFormIsOfOneSignInAlone() {
        Accounts.Opened one = join("Ada", Role.CANDIDATE);
        Accounts.Opened two = accounts().signIn("Ada", PASSWORD, HERE);
        assertThat(Accounts.isFormToken(one.formToken(), one.token())).isTrue();
        assertThat(Accounts.isFormToken(one.formToken(), two.token())).isFalse();
        assertThat(one.formToken()).isNotEqualTo(one.token());
    }

    @Test
    void theLastAdministratorStays() {
        Account ada = join("Ada", Role.ADMIN).account();
        join("Ben", Role.REVIEWER);
        assertThatThrownBy(() -> accounts().remove(ada.id())).isInstanceOf(AccountException.LastAdmin.class);
        assertThatThrownBy(() -> accounts().role(ada.id(), Role.REVIEWER))
                .isInstanceOf(AccountException.LastAdmin.class);
        Account cleo = join("Cleo", Role.ADMIN).account();
        accounts().role(ada.id(), Role.CANDIDATE);
        assertThatThrownBy(() -> accounts().remove(cleo.id())).isInstanceOf(AccountException.LastAdmin.class);
    }

    @Test
    void anotherRoleEndsWhatWasSignedIn() {
        join("Ada", Role.ADMIN);
        Accounts.Opened ben = join("Ben", Role.ADMIN);
        accounts().role(ben.account().id(), Role.CANDIDATE);
        assertThat(accounts().window(ben.token())).isEmpty();
        assertThat(accounts().signIn("Ben", PASSWORD, HERE).account().role()).isEqualTo(Role.CANDIDATE);
    }

    @Test
    void whoeverIsRemovedIsGoneAtOnceAndTheirNameIsFreeForAnother() {
        join("Ada", Role.ADMIN);
        Accounts.Opened ben = join("Ben", Role.CANDIDATE);
        String again = accounts().invite("Ben", Role.CANDIDATE).secret();
        CandidateId gone = ben.account().id();
        accounts().remove(gone);
        assertThat(cleared).containsExactly(gone);
        assertThat(accounts().window(ben.token())).isEmpty();
        assertThatThrownBy(() -> accounts().signIn("Ben", PASSWORD, HERE))
                .isInstanceOf(AccountException.WrongPassword.class);
        assertThatThrownBy(() -> accounts().accept(again, PASSWORD))
                .isInstanceOf(AccountException.NoSuchInvitation.class);
        assertThatThrownBy(() -> accounts().remove(gone)).isInstanceOf(AccountException.NoSuchPerson.class);
        assertThat(join("Ben", Role.CANDIDATE).account().id()).isNotEqualTo(gone);
        // what a request under way has written meanwhile goes too
        accounts().tidy();
        assertThat(cleared).containsExactly(gone, gone);
        clock.forward(Duration.ofMinutes(11));
        accounts().tidy();
        int swept = cleared.size();
        accounts().tidy();
        assertThat(cleared).hasSize(swept);
        assertThat(store().removed(clock.instant())).isEmpty();
    }

    private AccountStore.Admission admit(String subject, String email, Optional<Role> otherwise) {
        return store().admit(
                        new ProviderIdentity("https://accounts.example", subject, email, true),
                        new CandidateId("id-" + tokens.incrementAndGet()),
                        otherwise,
                        clock.instant());
    }

    private static Account in(AccountStore.Admission admission) {
        assertThat(admission).isInstanceOf(AccountStore.Admission.In.class);
        return ((AccountStore.Admission.In) admission).account();
    }

    @Test
    void whoeverAProviderVouchesForIsTheSamePersonEachTimeWhateverTheirAddressIs() {
        assertThat(admit("1", "ada@school.example", Optional.empty()))
                .isInstanceOf(AccountStore.Admission.Unknown.class);
        Account ada = in(admit("1", "ada@school.example", Optional.of(Role.CANDIDATE)));
        assertThat(in(admit("1", "ada.king@school.example", Optional.empty()))).isEqualTo(ada);
        assertThat(admit("2", "Ada@School.example", Optional.of(Role.CANDIDATE)))
                .isInstanceOf(AccountStore.Admission.Taken.class);
        assertThat(accounts().people()).containsExactly(ada);
    }

    @Test
    void anAccountWithAPasswordBecomesThatOfWhomTheProviderVouchesFor() {
        Account ada = join("ada@school.example", Role.REVIEWER).account();
        assertThat(in(admit("1", "ADA@school.example", Optional.empty())).id()).isEqualTo(ada.id());
        // another provider is another word for the same address
        ProviderIdentity elsewhere = new ProviderIdentity("https://other.example", "7", "ada@school.example", true);
        assertThat(in(store().admit(elsewhere, new CandidateId("x"), Optional.empty(), clock.instant()))
                        .id())
                .isEqualTo(ada.id());
        assertThat(accounts()
                        .signIn("ada@school.example", PASSWORD, HERE)
                        .account()
                        .id())
                .isEqualTo(ada.id());
    }

    @Test
    void anInvitationLetsInOnceInItsRoleAndNotAfterAWeek() {
        accounts().invite("ada@school.example", Role.REVIEWER);
        Account ada = in(admit("1", "ada@school.example", Optional.of(Role.CANDIDATE)));
        assertThat(ada.role()).isEqualTo(Role.REVIEWER);
        assertThat(accounts().invitations()).isEmpty();
        accounts().invite("ben@school.example", Role.CANDIDATE);
        clock.forward(Accounts.INVITATION);
        assertThat(admit("2", "ben@school.example", Optional.empty()))
                .isInstanceOf(AccountStore.Admission.Unknown.class);
    }

    @Test
    void whoeverIsRemovedAndLetInAgainIsSomebodyNew() {
        join("Zoe", Role.ADMIN);
        Account ada = in(admit("1", "ada@school.example", Optional.of(Role.CANDIDATE)));
        accounts().remove(ada.id());
        Account again = in(admit("1", "ada@school.example", Optional.of(Role.CANDIDATE)));
        assertThat(again.id()).isNotEqualTo(ada.id());
        clock.forward(Duration.ofMinutes(11));
        accounts().tidy();
        assertThat(in(admit("1", "ada@school.example", Optional.empty())).id()).isEqualTo(again.id());
    }

    @Test
    void whoeverComesInTwiceAtTheSameTimeIsOnePersonAndAWayToAProviderEndsOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<CandidateId> come = () -> in(admit("1", "ada@school.example", Optional.of(Role.CANDIDATE)))
                .id();
        List<Future<CandidateId>> both = pool.invokeAll(List.of(come, come));
        assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        store().begin("way", clock.instant());
        Callable<Boolean> end = () -> store().end("way", clock.instant().minusSeconds(1));
        List<Future<Boolean>> ends = pool.invokeAll(List.of(end, end));
        pool.shutdown();
        assertThat(List.of(ends.get(0).get(), ends.get(1).get())).containsExactlyInAnyOrder(true, false);
        store().begin("late", clock.instant());
        assertThat(store().end("late", clock.instant())).isFalse();
        store().begin("never ended", clock.instant());
        clock.forward(Accounts.AT_PROVIDER);
        accounts().tidy();
        assertThat(store().end("never ended", clock.instant().minus(Duration.ofDays(1))))
                .isFalse();
    }
}
