package rejoinder.pack;

import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRendererFactory;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The only way from Markdown to HTML. What comes out holds nothing but the elements and attributes listed here, whatever the Markdown held: no script, no
 * style, no event handler, no image, no form. Images become their text, so that a page never calls out.
 */
public final class Markup {
    private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9+#.-]{1,40}");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|mailto:)\\S+");
    private static final Pattern ALIGNMENT = Pattern.compile("left|center|right");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private static final PolicyFactory INLINE = new HtmlPolicyBuilder()
            .allowElements("br", "em", "strong", "del", "code", "kbd", "sub", "sup")
            .allowElements(
                    (element, attributes) -> {
                        // an anchor without an address that is allowed is only its text
                        if (!attributes.contains("href")) {
                            return null;
                        }
                        attributes.add("target");
                        attributes.add("_blank");
                        return element;
                    },
                    "a")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("title")
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private static final PolicyFactory BLOCKS = INLINE.and(new HtmlPolicyBuilder()
            .allowElements("p", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "li")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "code")
            .allowAttributes("class")
            .matching(LANGUAGE)
            .onElements("code")
            .allowAttributes("align")
            .matching(ALIGNMENT)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .toFactory());

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(MarkdownText.DIALECT)
            .nodeRendererFactory(new ImagesAsText())
            .build();

    private Markup() {}

    /** Blocks of Markdown (an answer, a question's context) as safe HTML. A text beyond {@link MarkdownLimits} is shown as it was typed. */
    public static String html(String markdown) {
        Optional<Node> tree = new MarkdownText(markdown, 1).root();
        return tree.isPresent()
                ? BLOCKS.sanitize(RENDERER.render(tree.get()))
                : "<pre>" + Escaping.escapeHtml(markdown, false) + "</pre>\n";
    }

    /** One line of Markdown (a prompt, a key point) as safe HTML without any block around it. */
    public static String inline(String markdown) {
        String line = MarkdownText.oneLine(markdown);
        if (line.isEmpty()) {
            return "";
        }
        // the text of a heading is read as inline Markdown and nothing else: `1. x` makes no list there
        String heading = "# " + line.replaceFirst("(?<=\\s)(#+)$", "\\\\$1");
        Optional<Node> tree = new MarkdownText(heading, 1).root();
        return tree.isPresent()
                ? INLINE.sanitize(RENDERER.render(tree.get())).strip()
                : Escaping.escapeHtml(line, false);
    }

    /** Why a text is not read as Markdown, with the line; empty if it can be. The time that it takes to read it would grow with the square of its marks. */
    public static Optional<ImportWarning> refusal(String text) {
        return MarkdownLimits.beforeParsing(text)
                .map(refusal -> new ImportWarning(SourceText.lineOf(text, refusal.offset()), refusal.message()));
    }

    /** Several lines of a paragraph as one. */
    public static String oneLine(CharSequence text) {
        return MarkdownText.oneLine(text);
    }

    /** Markdown as plain text, without its marks; code is kept as it is written. */
    public static String text(String markdown) {
        Optional<Node> tree = new MarkdownText(markdown, 1).root();
        return tree.isPresent()
                ? new TextCollectingVisitor().collectAndGetText(tree.get()).strip()
                : markdown;
    }

    /** Like {@link #text(String)}, without blocks of code. */
    public static String prose(String markdown) {
        Optional<Node> tree = new MarkdownText(markdown, 1).root();
        if (tree.isEmpty()) {
            return markdown;
        }
        MarkdownText.fences(tree.get()).forEach(Node::unlink);
        return new TextCollectingVisitor().collectAndGetText(tree.get()).strip();
    }

    private static final class ImagesAsText implements NodeRendererFactory, NodeRenderer {
        @Override
        public NodeRenderer apply(DataHolder options) {
            return this;
        }

        @Override
        public @Nullable Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
            return Set.of(
                    new NodeRenderingHandler<>(Image.class, ImagesAsText::image),
                    new NodeRenderingHandler<>(ImageRef.class, ImagesAsText::imageRef));
        }

        private static void image(Image image, NodeRendererContext context, HtmlWriter html) {
            html.text("[image: " + image.getText().unescape() + "] ("
                    + image.getUrl().unescape() + ")");
        }

        private static void imageRef(ImageRef image, NodeRendererContext context, HtmlWriter html) {
            html.text(image.getChars().toString());
        }
    }
}
