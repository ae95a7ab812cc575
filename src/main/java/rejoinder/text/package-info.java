/**
 * Language tools: spans, sentences, words, code, encodings.
 *
 * <p>What every room may know about a text: where a word or sentence lies in it ({@link rejoinder.text.Span}, {@link rejoinder.text.Sentences}), what a line of
 * code says ({@link rejoinder.text.SpelledOut}), how rare a word is ({@link rejoinder.text.InverseDocumentFrequency}), how a typo is corrected ({@link
 * rejoinder.text.Spelling}), and what a sentence model makes of it ({@link rejoinder.text.Embedder}, implemented in {@code embed}).
 */
@NullMarked
package rejoinder.text;

import org.jspecify.annotations.NullMarked;
