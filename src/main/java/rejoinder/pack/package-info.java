/**
 * Markdown in, questions out.
 *
 * <p>{@link rejoinder.pack.PackFolder} reads a folder of packs and {@link rejoinder.pack.PackParser} one of them; what is wrong with the text becomes a {@link
 * rejoinder.pack.PackProblem} with its line and is never thrown. A question with a problem is left out as a whole: half a question would be asked and graded as
 * if it were complete. {@link rejoinder.pack.ImportedDocument} is what another room found in a document that is not a pack, and {@link rejoinder.pack.Markup} is the
 * only way from Markdown to HTML.
 */
@NullMarked
package rejoinder.pack;

import org.jspecify.annotations.NullMarked;
