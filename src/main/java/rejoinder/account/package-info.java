/**
 * Who may sign in.
 *
 * <p>A server that is shared has accounts. {@link rejoinder.account.Accounts} runs their use cases over {@link rejoinder.account.AccountStore}: somebody is invited, the
 * invitation is accepted with a password, a person signs in and out. An account is a candidate: everything else in the house knows the person by the {@code
 * CandidateId} alone, and every stored row belongs to one.
 *
 * <p>Instead of a password an {@link rejoinder.account.IdentityProvider} may say who somebody is: {@link rejoinder.account.ProviderSignIn} sends the browser there and receives it on its return. The name
 * of such a person is the e-mail address that the provider has checked; what the provider calls them for good is kept beside it, so an address that is later given to somebody else
 * opens nothing. During the sign-in the browser keeps one secret; state, nonce and verifier are derived from it, and the database keeps only its hash, which works once.
 *
 * <p>Reading the database is not enough to sign in: passwords are kept as argon2id, and tokens of cookies and invitations only as SHA-256.
 * Tokens are unguessable, so a plain hash is enough for them. The token of a form is derived from the token of the sign-in, so it is kept nowhere.
 */
@NullMarked
package rejoinder.account;

import org.jspecify.annotations.NullMarked;
