package rejoinder.text;

import java.util.List;

/**
 * What the answers to a question are compared with, encoded.
 *
 * @param context the question
 * @param compared texts whose words are compared with those of the answer; {@link Encoding#comparedOnly()}
 * @param claims statements that the reader of claims reads the answer against; {@link Encoding#claimsOnly()}
 */
public record EncodedTexts(Encoding context, List<Encoding> compared, List<Encoding> claims) {
    /** Copies the lists. */
    public EncodedTexts {
        compared = List.copyOf(compared);
        claims = List.copyOf(claims);
    }
}
