/**
 * Other people's formats, turned into packs.
 *
 * <p>What a person has (notes, cards, quizzes, pages, archives) is first brought to Markdown or to cards, then read. A Markdown document is cut into blocks once
 * ({@link rejoinder.intake.Blocks}); every {@link rejoinder.intake.Shape} says which blocks would be questions, and the shape that explains most of the file wins.
 * Blocks are found line by line and not by the pack's parser: where a question ends is a matter of lines, documents of this kind are often not valid Markdown, and
 * a line that was read can be shown with its number.
 *
 * <p>{@link rejoinder.intake.Intake} recognises a file by its content and picks the reader. A new format is a class here that turns the file into Markdown or into {@link
 * rejoinder.intake.Cards}, with a line in {@code Intake}.
 *
 * <p>Nothing is dropped silently. What does not reach a reference (navigation, addresses) stays in {@link rejoinder.pack.ImportedQuestion#original()}.
 */
@NullMarked
package rejoinder.intake;

import org.jspecify.annotations.NullMarked;
