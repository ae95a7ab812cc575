package rejoinder.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One place of a session as a save finds it: all that decides over the save, however many questions the session has. */
public sealed interface DraftPlace {
    /** Saves a text, or says why it is not saved. What cannot be saved is kept as a version if it says something new. */
    Saving save(DraftSave save, Instant now);

    /**
     * What a save does.
     *
     * @param result what the window is told
     * @param kept texts to keep beside the draft
     */
    record Saving(SaveResult result, List<KeptVersion> kept) {
        /** Copies the list. */
        public Saving {
            kept = List.copyOf(kept);
        }
    }

    /**
     * A place of a session that takes answers.
     *
     * @param times of the session
     * @param writeLock token of the one window that may write
     * @param draft as it is kept
     * @param handedIn whether its answer is handed in already
     */
    record Open(SessionTimes times, String writeLock, Draft draft, boolean handedIn) implements DraftPlace {
        @Override
        public Saving save(DraftSave save, Instant now) {
            if (save.text().length() > DraftSave.LONGEST_ANSWER) {
                return new Saving(
                        new SaveResult.Refused(
                                new SessionException.AnswerTooLong(save.text().length(), DraftSave.LONGEST_ANSWER)),
                        List.of());
            }
            if (!writeLock.equals(save.writeLock())) {
                return refuse(save, now, new SessionException.WriteLockTaken());
            }
            if (handedIn) {
                return refuse(
                        save,
                        now,
                        new SessionException.WrongState(
                                "This answer is handed in already; your text was kept as a version."));
            }
            if (times.isOverdue(now)) {
                return refuse(
                        save,
                        now,
                        new SessionException.WrongState(
                                "The time was over when this text arrived; it was kept as a version."));
            }
            boolean sentAgain = draft.text().equals(save.text()) && save.basedOn() < draft.revision();
            if (save.basedOn() != draft.revision() && !sentAgain) {
                return refuse(save, now, new SessionException.StaleDraft(draft));
            }
            Draft next = new Draft(
                    save.text(),
                    sentAgain ? draft.revision() : draft.revision() + 1,
                    now,
                    save.flagged(),
                    save.confidence(),
                    save.spent().compareTo(draft.spent()) > 0 ? save.spent() : draft.spent(),
                    draft.hints(),
                    times.isLate(now) && !save.text().equals(draft.text())
                            ? draft.inTime().or(() -> Optional.of(draft.text()))
                            : draft.inTime());
            return new Saving(new SaveResult.Saved(save.place(), next, times), List.of());
        }

        private Saving refuse(DraftSave save, Instant now, SessionException reason) {
            return DraftPlace.refuse(save, now, reason, !save.text().equals(draft.text()));
        }
    }

    /**
     * A place of a session whose answers are fixed.
     *
     * @param handedIn what was handed in
     */
    record Closed(String handedIn) implements DraftPlace {
        @Override
        public Saving save(DraftSave save, Instant now) {
            boolean news = !save.text().isBlank() && !save.text().equals(handedIn);
            SessionException reason = new SessionException.WrongState(
                    news
                            ? "The interview is over; the text that arrived afterwards was kept as a version."
                            : "The interview is over; its answers stay as they were handed in.");
            return refuse(save, now, reason, news);
        }
    }

    private static Saving refuse(DraftSave save, Instant now, SessionException reason, boolean news) {
        List<KeptVersion> kept = save.text().isBlank() || !news
                ? List.of()
                : List.of(new KeptVersion(save.place(), save.text(), now, String.valueOf(reason.getMessage())));
        return new Saving(new SaveResult.Refused(reason), kept);
    }
}
