package rejoinder.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import rejoinder.bank.KeyPoint;
import rejoinder.intake.Block.Kind;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedDocument.OtherReading;
import rejoinder.pack.ImportedQuestion;

/** Reads a Markdown document in every shape, and keeps the reading that explains most of it. */
final class DocumentReader {
    /** Most questions in one document. */
    static final int MOST_QUESTIONS = 50_000;

    /** Most characters that a question keeps of its answer. */
    static final int LONGEST_ANSWER = 90_000;

    private static final String NO_ANSWER = "This question has no answer; it is imported as self-graded.";
    static final String FORMULA =
            "A formula is shown as it is typed; say in words what it states, so that an answer can be marked.";
    private static final String CODE_BELOW =
            "The question speaks of code, and its answer begins with code; move the code up to the question if it belongs there.";
    private static final Pattern SPEAKS_OF_CODE = Pattern.compile(
            "(?i).*\\b(?:(?:following|this|that|these|given) (?:piece of |lines? of )?(?:code|program|snippet|function|query|script|lines)|(?:code|program|snippet) (?:below|above)|outputs? of the following)\\b.*");
    private static final double SURE = 0.8;
    /** What a reading counts in which nothing asks, is numbered or marked. */
    private static final double BARE_READING = 0.15;

    private static final int FEWEST_REPEATED = 4;
    private static final int FEWEST_LISTED = 2;
    private static final int LONGEST_FURNITURE = 120;

    private final Blocks blocks;
    private final List<Block> all;
    private final Shapes shapes;
    private final List<Start> marks;
    private final List<ImportWarning> warnings = new ArrayList<>();
    private final Map<Integer, Boolean> asking = new HashMap<>();

    DocumentReader(Blocks blocks) {
        this.blocks = blocks;
        this.all = blocks.all();
        this.shapes = new Shapes(blocks);
        this.marks = new Marks(blocks).find();
    }

    private record Scored(Shape shape, List<Start> starts, List<Regions.Region> regions, double score) {}

    /**
     * Reads the document.
     *
     * @param shape name of the reading to take, as {@link Shape#how()} says it; empty for the best
     */
    ImportedDocument read(String file, Optional<String> shape) {
        List<Scored> readings = new ArrayList<>();
        for (Shape candidate : shapes.candidates()) {
            if (!marks.isEmpty() && candidate.starts().stream().noneMatch(start -> start.sure() >= 0.5)) {
                continue;
            }
            readings.add(score(candidate));
        }
        if (!marks.isEmpty()) {
            readings.add(score(new Shape(Shape.Kind.MARKED, 0, List.of())));
        }
        readings.removeIf(reading -> reading.score() <= 0 || !isCredible(reading));
        readings.sort(Comparator.comparingDouble(Scored::score).reversed());
        askedByName(file, readings).ifPresent(reading -> readings.add(0, reading));
        if (readings.isEmpty()) {
            return nothing(file);
        }
        Scored best = shape.flatMap(name -> readings.stream()
                        .filter(reading -> reading.shape().how().equals(name))
                        .findFirst())
                .orElse(readings.get(0));
        List<OtherReading> others = readings.stream()
                .filter(reading -> !reading.equals(best))
                .map(reading ->
                        new OtherReading(reading.shape().how(), reading.starts().size()))
                .limit(3)
                .toList();
        List<ImportedQuestion> questions = questions(best);
        if (blocks.openFence() > 0) {
            warnings.add(new ImportWarning(
                    blocks.openFence(), "This code fence is never closed; it is closed at the end of the file."));
        }
        warnings.sort(Comparator.comparingInt(ImportWarning::line));
        DocumentShape kind = questions.isEmpty()
                ? DocumentShape.UNKNOWN
                : questions.stream().anyMatch(ImportedQuestion::hasAnswer)
                        ? DocumentShape.QUESTIONS_AND_ANSWERS
                        : DocumentShape.OUTLINE;
        return new ImportedDocument(
                file, kind, questions, warnings, Optional.empty(), best.shape().how(), others);
    }

    /** The document as the answer to the question that its name asks, where nothing in it asks. */
    private Optional<Scored> askedByName(String file, List<Scored> readings) {
        String name = file.replaceFirst("^.*[/\\\\!]", "").replaceFirst("\\.\\w{1,8}$", "");
        String unnumbered = name.replaceFirst("^\\d{1,4}\\s*[-_.)]?\\s*", "");
        String prompt = unnumbered.contains(" ")
                ? unnumbered.strip()
                : unnumbered.replaceAll("[-_]+", " ").strip();
        boolean asked =
                readings.stream().flatMap(reading -> reading.starts().stream()).anyMatch(start -> start.sure() >= 1);
        if (all.isEmpty() || asked || !marks.isEmpty() || !Wording.asks(prompt)) {
            return Optional.empty();
        }
        Start start = Start.open(
                0,
                blocks.lineOf(all.get(0)),
                prompt.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + prompt.substring(1),
                1);
        Regions.Region region = new Regions.Region(start, all.get(0).is(Kind.HEADING) ? 1 : 0, all.size(), List.of());
        return isAnswered(region)
                ? Optional.of(
                        new Scored(new Shape(Shape.Kind.FILE, 0, List.of(start)), List.of(start), List.of(region), 1))
                : Optional.empty();
    }

    private ImportedDocument nothing(String file) {
        boolean links = all.stream()
                        .filter(block -> block.is(Kind.ITEM) && Phrases.isLinksOnly(block.text()))
                        .count()
                > 2;
        String message = links
                ? "This is a list of links and holds no question; import the files that it leads to."
                : "No question was recognised; write questions as headings, list items or blocks that begin with 'Question:'.";
        return new ImportedDocument(
                file, DocumentShape.UNKNOWN, List.of(), List.of(new ImportWarning(1, message)), Optional.empty());
    }

    // ---- scores

    /** Without the entries of a table of contents: questions without an answer that are asked again further down, and answered there. */
    private List<Start> withoutContents(List<Start> starts, List<Regions.Region> regions) {
        Map<String, Integer> answered = new HashMap<>();
        for (int i = 0; i < regions.size(); i++) {
            if (isAnswered(regions.get(i))) {
                answered.put(Phrases.lower(regions.get(i).start().prompt()), i);
            }
        }
        List<Start> kept = new ArrayList<>();
        boolean listed = false;
        for (int i = 0; i < regions.size(); i++) {
            Start start = regions.get(i).start();
            // what follows the last entry is not an answer to it
            listed = (listed || !isAnswered(regions.get(i)))
                    && answered.getOrDefault(Phrases.lower(start.prompt()), -1) > i;
            if (!listed) {
                kept.add(start);
            }
        }
        return starts.size() - kept.size() >= FEWEST_LISTED ? kept : starts;
    }

    private Scored score(Shape shape) {
        List<Start> found = withMarks(shape);
        List<Regions.Region> whole = new Regions(blocks, shape, found).all();
        List<Start> starts = withoutContents(found, whole);
        List<Regions.Region> regions = starts.size() == found.size() ? whole : new Regions(blocks, shape, starts).all();
        long asking = starts.stream().filter(start -> start.sure() >= 1).count();
        boolean level = asking * 10 >= starts.size() * 3L;
        boolean[] covered = new boolean[all.size()];
        double gain = 0;
        for (Regions.Region region : regions) {
            covered[region.start().block()] = true;
            for (int i = region.from(); i < region.to(); i++) {
                covered[i] = true;
            }
            double sure = level && region.start().sure() < SURE
                    ? SURE
                    : region.start().sure();
            gain += sure * (isAnswered(region) ? 1 : 0.5);
        }
        double lost = 0;
        int said = 0;
        int explained = 0;
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            boolean heading =
                    block.is(Kind.HEADING, Kind.ITEM_HEADING) && (shape.level() == 0 || block.level() <= shape.level());
            if (!covered[i] && (heading || block.is(Kind.SUMMARY)) && asking(i) && !isHeadOfFile(i)) {
                lost += 0.25;
            }
            if (block.says() && !block.is(Kind.HEADING) && !Phrases.isLinksOnly(block.firstLine())) {
                said++;
                explained += covered[i] ? 1 : 0;
            }
        }
        return new Scored(
                shape,
                starts,
                regions,
                (gain - lost)
                        * (starts.stream().anyMatch(start -> start.sure() >= 0.7) ? 1 : BARE_READING)
                        * (0.7 + 0.3 * (said == 0 ? 1 : (double) explained / said)));
    }

    /** Whether a heading, or what is seen of a folded part, asks; found once for all readings. */
    private boolean asking(int block) {
        return asking.computeIfAbsent(block, i -> {
            Block one = all.get(i);
            return one.is(Kind.SUMMARY)
                    ? !shapes.isAnswer(one) && Wording.asks(one.text())
                    : Shapes.canAsk(one.text()) && Wording.asks(Shapes.prompt(one.text()));
        });
    }

    private boolean isHeadOfFile(int i) {
        return i == 0 && all.get(i).level() == 1;
    }

    /** The questions of a shape and those that are marked; a table in the answer to a question is part of the answer. */
    private List<Start> withMarks(Shape shape) {
        if (shape.starts().isEmpty()) {
            return marks;
        }
        List<Start> kept = new ArrayList<>();
        for (Start mark : marks) {
            if (!all.get(mark.block()).is(Kind.TABLE)
                    || shape.starts().stream()
                            .noneMatch(start -> start.block() < mark.block() && start.sure() >= SURE)) {
                kept.add(mark);
            }
        }
        if (shape.kind() == Shape.Kind.HEADINGS) {
            kept.addAll(shapes.standingAlone(shape.starts()));
        }
        return Shapes.merged(shape.starts(), kept);
    }

    private boolean isAnswered(Regions.Region region) {
        if (region.start().rest().codePoints().anyMatch(Character::isLetterOrDigit)) {
            return true;
        }
        for (int i = region.from(); i < region.to(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.FENCE, Kind.PARAGRAPH, Kind.ITEM, Kind.TABLE, Kind.QUOTE)
                    && !Phrases.isLinksOnly(block.firstLine())
                    && !Phrases.leadsAway(block.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean isCredible(Scored reading) {
        if (reading.starts().stream().anyMatch(start -> start.sure() >= 0.7)) {
            return true;
        }
        long answered = reading.regions().stream().filter(this::isAnswered).count();
        long about = all.stream()
                .filter(block -> block.is(Kind.HEADING)
                        && Wording.isAboutTheDocument(block.text())
                        && !Phrases.namesSources(block.text()))
                .count();
        return reading.shape().kind() != Shape.Kind.ITEMS
                && reading.starts().size() >= 2
                && answered * 10 >= reading.starts().size() * 8L
                && about * 3 < reading.starts().size()
                && reading.shape().level() != 1;
    }

    // ---- questions

    private List<ImportedQuestion> questions(Scored reading) {
        List<Body> bodies = new ArrayList<>();
        List<Regions.Region> regions = new ArrayList<>();
        boolean outline = reading.shape().kind() == Shape.Kind.ITEMS
                && reading.regions().stream().filter(this::answersInProse).count() * 4
                        < reading.regions().size();
        boolean coded = outline
                && reading.regions().stream().filter(this::holdsCode).count() * 2
                        <= reading.regions().size();
        boolean folded = reading.regions().stream().filter(this::isFolded).count() * 2
                > reading.regions().size();
        for (Regions.Region region : reading.regions()) {
            Body body = new Body(blocks, shapes, region);
            body.read(outline, folded);
            if (!body.prompt().isBlank()) {
                bodies.add(body);
                regions.add(region);
            }
        }
        boolean marked = bodies.stream().filter(Body::marked).count() * 10 >= bodies.size() * 9L && bodies.size() > 1;
        boolean titled = isTitled(reading, bodies);
        Set<String> furniture = furniture(bodies);
        boolean headed = Sections.haveOneTitle(regions);
        List<ImportedQuestion> questions = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        int bare = 0;
        for (int i = 0; i < bodies.size(); i++) {
            if (questions.size() == MOST_QUESTIONS) {
                warn(
                        regions.get(i).start().line(),
                        "The questions from here on are left out: a document holds at most 50,000. Split it.");
                break;
            }
            questions.add(question(
                    bodies.get(i),
                    regions.get(i),
                    reading,
                    marked && !bodies.get(i).marked(),
                    titled,
                    coded,
                    furniture,
                    headed,
                    seen));
            bare += regions.get(i).start().sure() < SURE ? 1 : 0;
        }
        boolean outlined = questions.stream().noneMatch(ImportedQuestion::hasAnswer);
        for (ImportedQuestion question : questions) {
            question.warnings().stream()
                    .filter(warning -> !outlined || !warning.message().equals(NO_ANSWER))
                    .forEach(warnings::add);
        }
        if (bare > 0 && bare == questions.size()) {
            warn(
                    regions.get(0).start().line(),
                    "No heading here reads like a question; each was taken for one because text follows it.");
        }
        return questions;
    }

    private boolean isFolded(Regions.Region region) {
        for (int i = region.from(); i < region.to(); i++) {
            if (all.get(i).is(Kind.SUMMARY) && shapes.isAnswer(all.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsCode(Regions.Region region) {
        for (int i = region.from(); i < region.to(); i++) {
            if (all.get(i).is(Kind.FENCE)) {
                return true;
            }
        }
        return false;
    }

    private boolean answersInProse(Regions.Region region) {
        for (int i = region.from(); i < region.to(); i++) {
            Block block = all.get(i);
            if (block.is(Kind.PARAGRAPH, Kind.TABLE) || (block.is(Kind.ITEM) && !Wording.asks(block.text()))) {
                return true;
            }
        }
        return !region.start().rest().isBlank();
    }

    /** Whether headings are only names, and the paragraph below each is what is asked. */
    private boolean isTitled(Scored reading, List<Body> bodies) {
        if (reading.shape().kind() != Shape.Kind.HEADINGS
                || reading.starts().stream().filter(start -> start.sure() >= 1).count() * 4
                        > reading.starts().size()) {
            return false;
        }
        int asking = 0;
        for (Body body : bodies) {
            if (body.marked()) {
                return false;
            }
            asking += Wording.requests(body.answer()) ? 1 : 0;
        }
        return bodies.size() > 1 && asking * 10 >= bodies.size() * 6;
    }

    /** Short lines that close or open most answers. */
    private static Set<String> furniture(List<Body> bodies) {
        Map<String, Integer> counts = new HashMap<>();
        int answers = 0;
        for (Body body : bodies) {
            Set<String> edges = edges(body.answer());
            answers += edges.isEmpty() ? 0 : 1;
            edges.forEach(line -> counts.merge(line, 1, Integer::sum));
        }
        Set<String> furniture = new HashSet<>();
        int enough = Math.max(FEWEST_REPEATED, answers / 2);
        counts.forEach((line, count) -> {
            if (count >= enough) {
                furniture.add(line);
            }
        });
        return furniture;
    }

    private static Set<String> edges(String answer) {
        List<String> lines = answer.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Set<String> edges = new LinkedHashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean edge = i == 0 || i >= lines.size() - 3;
            if (edge
                    && line.length() <= LONGEST_FURNITURE
                    && line.codePoints().anyMatch(Character::isLetter)
                    && !line.startsWith("```")
                    && Phrases.afterAnswerWord(line).isEmpty()
                    && lines.size() > 1) {
                edges.add(line);
            }
        }
        return edges;
    }

    private ImportedQuestion question(
            Body body,
            Regions.Region region,
            Scored reading,
            boolean unmarked,
            boolean titled,
            boolean coded,
            Set<String> furniture,
            boolean headed,
            Map<String, Integer> seen) {
        int line = region.start().line();
        List<ImportWarning> own = new ArrayList<>();
        String raw = body.answer();
        String context = body.context();
        if (titled || (unmarked && !raw.isEmpty())) {
            context = context.isEmpty() ? raw : context + "\n\n" + raw;
            raw = "";
        } else if (context.isEmpty()
                && !body.marked()
                && (onlyOptions(raw)
                        || ((coded || body.prompt().endsWith(":"))
                                && reading.shape().kind() == Shape.Kind.ITEMS
                                && isCodeOrOptions(raw)))) {
            context = raw;
            raw = "";
        }
        Cleaner.Clean answer = Cleaner.clean(without(raw, furniture));
        String text = answer.text();
        if (text.matches("[-*+] [^\\n]*")) {
            text = text.substring(2).strip();
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit) && !text.contains("```")) {
            text = "";
        }
        if (Phrases.isPlaceholder(text)) {
            own.add(new ImportWarning(
                    line,
                    "The answer is a placeholder (\"" + Phrases.plain(text)
                            + "\"); the question is imported without an answer."));
            text = "";
        }
        if (text.length() > LONGEST_ANSWER) {
            own.add(new ImportWarning(
                    line + 1, "The answer is longer than 90,000 characters and is left out; split the question."));
            text = "";
        }
        for (int note : body.notes()) {
            own.add(new ImportWarning(
                    note, "This note is below a question without an answer; it is shown with the question."));
        }
        boolean silent = own.size() == body.notes().size();
        Included.files(raw + "\n" + context).forEach(file -> own.add(new ImportWarning(line, Included.sentence(file))));
        if (text.isEmpty() && silent) {
            text = Cleaner.leads(raw.isBlank() ? body.leading() : raw);
        }
        String shown = Cleaner.clean(context).text();
        if (Phrases.holdsFormula(text) || Phrases.holdsFormula(shown)) {
            own.add(new ImportWarning(line, FORMULA));
        }
        if (text.isEmpty() && silent) {
            own.add(new ImportWarning(line, NO_ANSWER));
        }
        String prompt = body.prompt();
        if (shown.isEmpty()
                && text.startsWith("```")
                && SPEAKS_OF_CODE.matcher(prompt).matches()) {
            own.add(new ImportWarning(line, CODE_BELOW));
        }
        Integer before = seen.putIfAbsent(Phrases.lower(prompt) + "\n" + shown, line);
        if (before != null) {
            own.add(new ImportWarning(line, "The same question is on line " + before + "; both are kept."));
        }
        if (region.start().sure() < 1 && reading.starts().stream().anyMatch(start -> start.sure() >= 1)) {
            own.add(new ImportWarning(
                    line, "This does not read like a question; it was taken for one because its neighbours are."));
        }
        List<rejoinder.bank.Source> sources = new ArrayList<>(body.sources());
        answer.sources().stream()
                .filter(source ->
                        sources.stream().noneMatch(known -> known.url().equals(source.url())))
                .forEach(sources::add);
        String original = body.original().strip();
        List<KeyPoint> points = points(body.points());
        return new ImportedQuestion(
                Sections.title(region.section(), headed),
                prompt,
                shown,
                text,
                line,
                body.followUps(),
                points,
                sources,
                body.tags(),
                original.equals(text) ? "" : original,
                own);
    }

    private static List<KeyPoint> points(List<String> statements) {
        List<KeyPoint> points = new ArrayList<>();
        Slugs slugs = new Slugs();
        for (String statement : statements) {
            String clean = Cleaner.clean(statement).text();
            if (!clean.isBlank() && !clean.endsWith("?")) {
                points.add(new KeyPoint(slugs.of(clean, ""), 1, true, clean, List.of(), "", "", List.of()));
            }
        }
        return points;
    }

    private static String without(String text, Set<String> furniture) {
        if (furniture.isEmpty()) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.lines()
                .filter(line -> !furniture.contains(line.strip()))
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString().stripTrailing();
    }

    private static boolean onlyOptions(String text) {
        List<Block> blocks = Blocks.of(text, 1).all();
        long options = blocks.stream()
                .filter(block -> block.is(Kind.ITEM) && Phrases.isOption(block.text()))
                .count();
        return options >= 2
                && blocks.stream()
                        .allMatch(block -> block.is(Kind.FENCE, Kind.RULE, Kind.TAGS)
                                || (block.is(Kind.ITEM) && Phrases.isOption(block.text())));
    }

    private static boolean isCodeOrOptions(String text) {
        List<Block> blocks = Blocks.of(text, 1).all();
        return blocks.stream().allMatch(block -> block.is(Kind.FENCE, Kind.RULE, Kind.TAGS, Kind.ITEM));
    }

    private void warn(int line, String message) {
        warnings.add(new ImportWarning(line, message));
    }
}
