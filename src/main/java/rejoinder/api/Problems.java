package rejoinder.api;

import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.account.AccountException;
import rejoinder.classroom.ClassroomException;
import rejoinder.export.DraftJson;
import rejoinder.intake.ImportRefused;
import rejoinder.session.SessionException;
import rejoinder.session.StoreException;

/** Maps exceptions to problems, in one place. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /**
     * The problem for an exception. An unexpected failure is logged in full under an id, and the response only names the id.
     *
     * @param thrown what was thrown
     * @param id names the failure in the log if it is one
     */
    static Problem of(Throwable thrown, String id) {
        if (thrown instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (thrown instanceof SessionException refused) {
            return of(refused);
        }
        if (thrown instanceof ImportRefused refused) {
            return of(refused);
        }
        if (thrown instanceof AccountException refused) {
            return of(refused);
        }
        if (thrown instanceof ClassroomException refused) {
            return of(refused);
        }
        if (thrown instanceof MethodNotAllowedResponse) {
            return Problem.METHOD_NOT_ALLOWED.saying("This address does not take this method; see /api/openapi.json.");
        }
        if (thrown instanceof NotFoundResponse) {
            return Problem.NOT_FOUND.saying("There is nothing at this address; /api/openapi.json lists what there is.");
        }
        if (thrown instanceof HttpResponseException refused && refused.getStatus() < 500) {
            return Problem.MALFORMED.saying("The request cannot be read; see /api/openapi.json.");
        }
        LOG.error("Failure {}", id, thrown);
        if (thrown instanceof StoreException broken) {
            return Problem.INTERNAL.saying(String.valueOf(broken.getMessage())).with("id", id);
        }
        return Problem.INTERNAL
                .saying("Something went wrong on the server; what was saved before is safe. Try again; the log"
                        + " has the details under " + id + ".")
                .with("id", id);
    }

    private static Problem of(ImportRefused refused) {
        Problem kind = switch (refused.reason()) {
            case GONE -> Problem.NO_SUCH_IMPORT;
            case TOO_LARGE -> Problem.BODY_TOO_LARGE;
            case NOT_NOW -> Problem.IMPORT_NOT_NOW;
            case UNREADABLE -> Problem.CANNOT_BE_KEPT;
        };
        return kind.saying(String.valueOf(refused.getMessage()));
    }

    private static Problem of(ClassroomException refused) {
        String detail = String.valueOf(refused.getMessage());
        if (refused instanceof ClassroomException.NoSuchLink) {
            return Problem.NO_SUCH_LINK.saying(detail);
        }
        if (refused instanceof ClassroomException.NoSuchClass) {
            return Problem.NO_SUCH_CLASS.saying(detail);
        }
        if (refused instanceof ClassroomException.NotShown) {
            return Problem.NOT_SHOWN.saying(detail);
        }
        if (refused instanceof ClassroomException.NotTaken wrong) {
            return Problem.MALFORMED.saying(detail).with("field", wrong.field());
        }
        return (refused instanceof ClassroomException.NotNow ? Problem.NOT_NOW : Problem.NO_SUCH_ASSIGNMENT)
                .saying(detail);
    }

    private static Problem of(AccountException refused) {
        String detail = String.valueOf(refused.getMessage());
        if (refused instanceof AccountException.WrongPassword) {
            return Problem.WRONG_PASSWORD.saying(detail);
        }
        if (refused instanceof AccountException.TooManyTries tries) {
            return Problem.TOO_MANY_TRIES.saying(detail).with(Problem.RETRY_AFTER, tries.seconds());
        }
        if (refused instanceof AccountException.NoSuchInvitation) {
            return Problem.NO_SUCH_INVITATION.saying(detail);
        }
        if (refused instanceof AccountException.NotTaken wrong) {
            return Problem.MALFORMED.saying(detail).with("field", wrong.field());
        }
        if (refused instanceof AccountException.SignInFirst) {
            return Problem.SIGN_IN_FIRST.saying(detail);
        }
        if (refused instanceof AccountException.NotLetIn) {
            return Problem.NOT_LET_IN.saying(detail);
        }
        if (refused instanceof AccountException.ProviderAway) {
            return Problem.PROVIDER_AWAY.saying(detail);
        }
        if (refused instanceof AccountException.LastAdmin) {
            return Problem.LAST_ADMIN.saying(detail);
        }
        return Problem.NO_SUCH_PERSON.saying(detail);
    }

    private static Problem of(SessionException refused) {
        String detail = String.valueOf(refused.getMessage());
        if (refused instanceof SessionException.NoSuchSession) {
            return Problem.NO_SUCH_SESSION.saying(detail);
        }
        if (refused instanceof SessionException.NoSuchQuestion) {
            return Problem.NO_SUCH_QUESTION.saying(detail);
        }
        if (refused instanceof SessionException.StaleDraft stale) {
            return Problem.STALE_DRAFT.saying(detail).with("current", DraftJson.of(stale.current()));
        }
        if (refused instanceof SessionException.WriteLockTaken) {
            return Problem.WRITE_LOCK_TAKEN.saying(detail);
        }
        if (refused instanceof SessionException.AnswerTooLong) {
            return Problem.ANSWER_TOO_LONG.saying(detail);
        }
        if (refused instanceof SessionException.TooFewQuestions few) {
            return Problem.TOO_FEW_QUESTIONS.saying(detail).with("available", few.available());
        }
        return Problem.WRONG_STATE.saying(detail);
    }
}
