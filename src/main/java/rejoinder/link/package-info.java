/**
 * Joins the questions of an outline to the answers that really answer them.
 *
 * <p>A wrong link is worse than none: it grades a right answer against a text about something else. So the sentence model proposes and the words decide: two
 * questions that the model finds alike are still kept apart when one names something that the other does not ({@code __init__.py} and {@code __init__}, FastAPI
 * against Flask and Flask against Django), when one asks about a part of the other (lists and list comprehensions, reading and writing files and reading files), or
 * when two entries fit equally well and say different things.
 */
@NullMarked
package rejoinder.link;

import org.jspecify.annotations.NullMarked;
