/**
 * The sentence model.
 *
 * <p>{@link rejoinder.embed.MiniLmEmbedder} runs all-MiniLM-L6-v2 on the CPU: text to one unit vector per word piece and their pooled mean.
 * For grading a piece's vector comes from two layers, which {@code GraphPart} makes outputs as it cuts the model's graph in two: texts that are only read for what they claim need the lower half alone.
 * {@link rejoinder.embed.CachingEmbedder} remembers what was encoded; {@code EncodingFolder} keeps what answers are compared with from one start to the next.
 * {@link rejoinder.embed.MeaningStore} compares whole texts through langchain4j's embedding model and store, by this model or by {@link rejoinder.embed.OtherModel}. Nothing is ever cut: long texts are read in overlapping windows of 254 pieces. Nothing
 * outside the machine is asked: the tokenizer library's calls are switched off before its classes load.
 */
@NullMarked
package rejoinder.embed;

import org.jspecify.annotations.NullMarked;
