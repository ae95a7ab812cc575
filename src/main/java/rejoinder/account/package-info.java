/**
 * Who may come in.
 *
 * <p>A server that is shared has accounts. {@link rejoinder.account.Accounts} runs their use cases over {@link rejoinder.account.AccountStore}: somebody is invited, the
 * invitation is accepted with a password, a person signs in and out. An account is a candidate: everything else in the house knows the person by the {@code
 * CandidateId} alone, and every stored row belongs to one.
 *
 * <p>Whoever reads the database can sign in as nobody: passwords are kept as argon2id, and of the tokens that cookies and invitations carry only the SHA-256 is kept.
 * Tokens are unguessable, so a plain hash is enough for them. The token of a form is derived from the token of the sign-in, so it is kept nowhere.
 */
@NullMarked
package rejoinder.account;

import org.jspecify.annotations.NullMarked;
