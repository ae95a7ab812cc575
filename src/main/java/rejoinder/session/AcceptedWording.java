package rejoinder.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;

/**
 * Words that the candidate wants to count from now on. What is asked from then on is asked with them, so that a grade can be worked out again from the question
 * that is kept with it; what was graded before stays as it was.
 *
 * @param question which question they answer
 * @param point the key point that they say; {@link Correction#WHOLE_ANSWER} for another reference answer
 * @param text the words, never blank
 * @param at when they were accepted
 */
public record AcceptedWording(QuestionId question, String point, String text, Instant at) {
    /** Characters of the longest: a whole answer. */
    public static final int LONGEST = DraftSave.LONGEST_ANSWER;

    /** Refuses a blank or overlong wording. */
    public AcceptedWording {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A wording has 1 to " + LONGEST + " characters.");
        }
    }

    /** Name within a candidate's wordings: the same words for the same point have the same. */
    public String id() {
        try {
            byte[] content = (question + "\n" + point + "\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether a question has the point that the words are for. */
    public boolean fits(Question asked) {
        return point.equals(Correction.WHOLE_ANSWER)
                ? !asked.selfGraded()
                : asked.keyPoints().stream().anyMatch(key -> key.id().equals(point));
    }

    /** A question with those of some wordings that are about it, in their order; one that has no such point any more is passed over. */
    public static Question addedTo(Question question, List<AcceptedWording> wordings) {
        List<AcceptedWording> own = wordings.stream()
                .filter(wording -> wording.question().equals(question.id()) && wording.fits(question))
                .toList();
        if (own.isEmpty()) {
            return question;
        }
        List<ReferenceAnswer> references = new ArrayList<>(question.referenceAnswers());
        own.stream()
                .filter(wording -> wording.point().equals(Correction.WHOLE_ANSWER))
                .filter(wording -> references.stream()
                        .noneMatch(reference -> reference.text().equals(wording.text())))
                .forEach(wording -> references.add(new ReferenceAnswer(ReferenceAnswer.YOURS, wording.text())));
        return question.with(
                references,
                question.keyPoints().stream().map(point -> addedTo(point, own)).toList());
    }

    private static KeyPoint addedTo(KeyPoint point, List<AcceptedWording> own) {
        List<String> wordings = new ArrayList<>(point.acceptedWordings());
        own.stream()
                .filter(wording -> wording.point().equals(point.id()) && !wordings.contains(wording.text()))
                .forEach(wording -> wordings.add(wording.text()));
        return point.withWordings(wordings);
    }
}
