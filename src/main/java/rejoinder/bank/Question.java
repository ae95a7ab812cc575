package rejoinder.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that can be asked, with what a good answer says.
 *
 * @param id stable name
 * @param prompt what is asked, inline Markdown
 * @param context shown with the prompt (code, a situation), Markdown, empty if there is none
 * @param difficulty experience expected
 * @param suggestedTime time for one answer
 * @param tags short words
 * @param referenceAnswers model answers, each in its own wording; empty only if {@code selfGraded}
 * @param keyPoints what a good answer states; empty if none were written
 * @param misconceptions wrong statements, each against one key point
 * @param followUp what an interviewer asks next
 * @param sources where the references can be checked
 * @param statements true and false ways to speak of the key points, empty if none were written
 * @param selfGraded true if there is nothing to grade against, so that the candidate judges the answer
 * @param proposed key points that a program proposes; answers are not held to them until a person accepts them
 */
public record Question(
        QuestionId id,
        String prompt,
        String context,
        Difficulty difficulty,
        Duration suggestedTime,
        List<String> tags,
        List<ReferenceAnswer> referenceAnswers,
        List<KeyPoint> keyPoints,
        List<Misconception> misconceptions,
        FollowUp followUp,
        List<Source> sources,
        List<Statement> statements,
        boolean selfGraded,
        List<KeyPoint> proposed) {

    /** Copies the lists and refuses a question that nobody could grade. */
    public Question {
        tags = List.copyOf(tags);
        referenceAnswers = List.copyOf(referenceAnswers);
        keyPoints = List.copyOf(keyPoints);
        misconceptions = List.copyOf(misconceptions);
        sources = List.copyOf(sources);
        statements = List.copyOf(statements);
        proposed = List.copyOf(proposed);
        if (referenceAnswers.isEmpty() && !selfGraded) {
            throw new IllegalArgumentException(
                    "Question " + id + " has no reference answer; write one or mark it self-graded.");
        }
    }

    /** A question without proposed points. */
    public Question(
            QuestionId id,
            String prompt,
            String context,
            Difficulty difficulty,
            Duration suggestedTime,
            List<String> tags,
            List<ReferenceAnswer> referenceAnswers,
            List<KeyPoint> keyPoints,
            List<Misconception> misconceptions,
            FollowUp followUp,
            List<Source> sources,
            List<Statement> statements,
            boolean selfGraded) {
        this(
                id,
                prompt,
                context,
                difficulty,
                suggestedTime,
                tags,
                referenceAnswers,
                keyPoints,
                misconceptions,
                followUp,
                sources,
                statements,
                selfGraded,
                List.of());
    }

    /** A question without statements and with a follow-up that cannot be marked. */
    public Question(
            QuestionId id,
            String prompt,
            String context,
            Difficulty difficulty,
            Duration suggestedTime,
            List<String> tags,
            List<ReferenceAnswer> referenceAnswers,
            List<KeyPoint> keyPoints,
            List<Misconception> misconceptions,
            String followUp,
            List<Source> sources,
            boolean selfGraded) {
        this(
                id,
                prompt,
                context,
                difficulty,
                suggestedTime,
                tags,
                referenceAnswers,
                keyPoints,
                misconceptions,
                new FollowUp(followUp),
                sources,
                List.of(),
                selfGraded);
    }

    /** Whether somebody wrote down what is false of a point: a false statement or a misconception. */
    public boolean saysWhatIsFalseOf(KeyPoint point) {
        return Stream.concat(
                        statements.stream()
                                .filter(statement -> !statement.isTrue())
                                .map(Statement::keyPointId),
                        misconceptions.stream().map(Misconception::keyPointId))
                .anyMatch(point.id()::equals);
    }

    /** The points that full marks need. */
    public List<KeyPoint> corePoints() {
        return keyPoints.stream().filter(point -> !point.bonus()).toList();
    }

    /** The same question with other reference answers and key points. */
    public Question with(List<ReferenceAnswer> references, List<KeyPoint> points) {
        return copy(id, references, points, misconceptions, statements, proposed);
    }

    /** The same question with other misconceptions. */
    public Question withMisconceptions(List<Misconception> others) {
        return copy(id, referenceAnswers, keyPoints, others, statements, proposed);
    }

    /** The same question with other statements. */
    public Question withStatements(List<Statement> others) {
        return copy(id, referenceAnswers, keyPoints, misconceptions, others, proposed);
    }

    /** The same question with other proposed points. */
    public Question withProposed(List<KeyPoint> others) {
        return copy(id, referenceAnswers, keyPoints, misconceptions, statements, others);
    }

    /** The same question under another id. */
    public Question named(QuestionId other) {
        return copy(other, referenceAnswers, keyPoints, misconceptions, statements, proposed);
    }

    private Question copy(
            QuestionId name,
            List<ReferenceAnswer> references,
            List<KeyPoint> points,
            List<Misconception> wrong,
            List<Statement> said,
            List<KeyPoint> offered) {
        return new Question(
                name,
                prompt,
                context,
                difficulty,
                suggestedTime,
                tags,
                references,
                points,
                wrong,
                followUp,
                sources,
                said,
                selfGraded,
                offered);
    }

    /**
     * Hash of everything that a grade can depend on: the first 16 hexadecimal digits of the SHA-256 of prompt, context, reference answers, key points,
     * misconceptions and statements. An attempt keeps it, so that an edited question does not rewrite history.
     */
    public String revision() {
        StringBuilder content = new StringBuilder();
        append(content, prompt);
        append(content, context);
        referenceAnswers.forEach(reference -> append(content, "r", reference.text()));
        keyPoints.forEach(point -> {
            append(content, "k", point.id(), Integer.toString(point.weight()), point.statement());
            point.acceptedWordings().forEach(wording -> append(content, "w", wording));
            point.outputs().forEach(output -> append(content, "o", output));
            if (point.bonus()) {
                append(content, "b");
            }
        });
        misconceptions.forEach(wrong -> append(content, "m", wrong.keyPointId(), wrong.statement()));
        statements.forEach(statement ->
                append(content, "s", statement.keyPointId(), Boolean.toString(statement.isTrue()), statement.text()));
        append(content, Boolean.toString(selfGraded));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    // lengths in front keep two different questions from having the same content text
    private static void append(StringBuilder content, String... parts) {
        for (String part : parts) {
            content.append(part.length()).append(':').append(part);
        }
    }
}
