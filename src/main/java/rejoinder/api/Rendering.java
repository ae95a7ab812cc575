package rejoinder.api;

import java.util.function.UnaryOperator;

/**
 * How Markdown is shown; the HTML of both kinds must be safe to put into a page as it is.
 *
 * @param html blocks of Markdown to HTML
 * @param inline one line of Markdown to HTML without a block around it
 * @param text Markdown to its words alone
 */
public record Rendering(UnaryOperator<String> html, UnaryOperator<String> inline, UnaryOperator<String> text) {}
