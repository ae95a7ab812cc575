package rejoinder.api;

import java.util.function.UnaryOperator;

/**
 * Turns Markdown into HTML or plain text; both kinds of HTML must be safe to put into a page.
 *
 * @param html blocks of Markdown to HTML
 * @param inline one line of Markdown to HTML without a block around it
 * @param text Markdown to plain text
 */
public record Rendering(UnaryOperator<String> html, UnaryOperator<String> inline, UnaryOperator<String> text) {}
