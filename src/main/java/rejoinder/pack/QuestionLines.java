package rejoinder.pack;

import java.util.List;

/**
 * Where a question is in its pack; 1 is the first line of the file.
 *
 * @param heading line of the question
 * @param references line of each reference answer's heading
 * @param keyPoints line of each key point
 * @param misconceptions line of each misconception
 * @param allowed what the section {@code Allowed shortfalls} holds
 */
public record QuestionLines(
        int heading,
        List<Integer> references,
        List<Integer> keyPoints,
        List<Integer> misconceptions,
        List<AllowedShortfall> allowed) {
    /** Copies the lists. */
    public QuestionLines {
        references = List.copyOf(references);
        keyPoints = List.copyOf(keyPoints);
        misconceptions = List.copyOf(misconceptions);
        allowed = List.copyOf(allowed);
    }
}
