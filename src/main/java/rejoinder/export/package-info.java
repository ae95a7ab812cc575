/**
 * Documents and archives out of sessions and packs.
 *
 * <p>What is exported is built here as Markdown, or as plain records; whoever asked for it writes the records as JSON, so that this room needs no JSON library and the
 * pages, the command line and a downloaded file show the same. Figures come from {@link rejoinder.grade.Marking}: nothing is rounded or added up here.
 */
@NullMarked
package rejoinder.export;

import org.jspecify.annotations.NullMarked;
