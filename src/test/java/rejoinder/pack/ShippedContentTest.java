package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.util.ast.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;

/** Holds the packs that ship with Rejoinder to the format and to a bar of quality, and runs their code. */
class ShippedContentTest {
    private static final Path CONTENT = Path.of("content/python");
    private static final String NOT_RUN = "# not run: ";

    /** A fenced python block, what the pack says that it prints, and whether it belongs to what is asked. */
    private record Block(String where, String code, Optional<String> output, boolean asked) {}

    @Test
    void everyPackIsReadWithoutAProblem() {
        LoadedPacks loaded = PackFolder.read(CONTENT);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.bank().topics()).isNotEmpty();
        assertThat(loaded.bank().topics())
                .allSatisfy(
                        topic -> assertThat(loaded.bank().questions(topic.id())).isNotEmpty());
    }

    @Test
    void everyQuestionHasWhatAGraderAndACandidateNeed() {
        List<String> missing = new ArrayList<>();
        for (Question question : PackFolder.read(CONTENT).bank().questions()) {
            List<ReferenceAnswer> references = question.referenceAnswers();
            check(missing, question, references.size() >= 3, "fewer than 3 reference answers");
            check(
                    missing,
                    question,
                    references.get(0).label().equals("full"),
                    "its first reference answer is not the full one");
            check(
                    missing,
                    question,
                    references.stream().anyMatch(r -> r.label().equals("terse")),
                    "no terse reference answer");
            int core = question.corePoints().size();
            int bonus = question.keyPoints().size() - core;
            check(missing, question, core >= 2 && core <= 8, core + " core points, not 2 to 8");
            check(missing, question, bonus <= 4, bonus + " bonus points, more than 4");
            for (KeyPoint point : question.keyPoints()) {
                check(
                        missing,
                        question,
                        point.exact() || point.acceptedWordings().size() >= 2,
                        point.id() + " has fewer than 2 wordings");
                check(missing, question, point.statement().endsWith("."), point.id() + " is no sentence");
            }
            check(missing, question, question.misconceptions().size() >= 2, "fewer than 2 misconceptions");
            check(
                    missing,
                    question,
                    question.misconceptions().stream()
                            .noneMatch(wrong -> wrong.why().isEmpty()),
                    "a misconception without its why");
            check(missing, question, !question.followUp().isEmpty(), "no follow-up");
            check(missing, question, !question.sources().isEmpty(), "no source");
            check(missing, question, !question.tags().isEmpty(), "no tags");
        }
        assertThat(missing).isEmpty();
    }

    private static void check(List<String> missing, Question question, boolean holds, String what) {
        if (!holds) {
            missing.add(question.id() + ": " + what);
        }
    }

    @Test
    void codeThatPrintsSaysWhatOrWhyItIsNotRun() {
        assertThat(blocks().stream()
                        .filter(block -> block.code.contains("print("))
                        // what the code of a question prints may be the very thing that is asked
                        .filter(block -> block.output.isEmpty() && !block.asked && !block.code.startsWith(NOT_RUN))
                        .map(Block::where))
                .isEmpty();
        assertThat(blocks().stream()
                        .filter(block -> block.output.isPresent() && block.code.startsWith(NOT_RUN))
                        .map(Block::where))
                .isEmpty();
    }

    @Test
    void pythonCompilesAllCodeAndPrintsWhatThePacksSay(@TempDir Path folder) throws Exception {
        Optional<String> python = python(folder);
        if (python.isEmpty()) {
            String reason =
                    "The code in the packs was not run: there is no python3 of version 3.11 or later on the path.";
            System.out.println(reason);
            assumeTrue(false, reason);
        }
        List<Block> blocks = blocks();
        assertThat(blocks).hasSizeGreaterThan(50);
        for (int i = 0; i < blocks.size(); i++) {
            Files.writeString(folder.resolve(i + ".py"), blocks.get(i).code);
            if (blocks.get(i).output.isPresent()) {
                Files.writeString(
                        folder.resolve(i + ".expected"), blocks.get(i).output.get());
            }
        }
        Path runner = Files.writeString(folder.resolve("run_blocks"), RUNNER);
        List<String> wrong = run(folder, python.orElseThrow(), runner.toString()).stream()
                .map(line -> blocks.get(Integer.parseInt(line.substring(0, line.indexOf(' ')))).where
                        + line.substring(line.indexOf(' ')))
                .toList();
        assertThat(wrong).isEmpty();
    }

    /**
     * Compiles every block in one process, but for those that need a newer Python, and runs those with an expected output. Each run is a fork of that process, so that blocks do not see each other and the
     * interpreter starts once; a block that deals with the interpreter itself (threads, processes, modules) gets a fresh one.
     */
    private static final String RUNNER = """
            import os, pathlib, re, signal, subprocess, sys, tempfile, types, warnings
            warnings.simplefilter("ignore")
            here = pathlib.Path(__file__).parent
            count = sum(1 for _ in here.glob("*.py"))
            NEEDS_AN_INTERPRETER = ("process", "Process", "thread", "Thread", "sys.", "__main__", "atexit", "gc.", "asyncio")
            def outcome(number, code, own):
                path = here / f"{number}.py"
                out = here / f"{number}.out"
                if own or not hasattr(os, "fork"):
                    with open(out, "w") as sink:
                        subprocess.run([sys.executable, "-W", "ignore", str(path)], stdout=sink, stderr=subprocess.STDOUT, timeout=60, cwd=tempfile.mkdtemp(dir=here))
                    return
                child = os.fork()
                if child == 0:
                    status = 1
                    try:
                        os.chdir(tempfile.mkdtemp(dir=here))
                        sink = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                        os.dup2(sink, 1)
                        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
                        module = types.ModuleType("__main__")
                        module.__file__ = str(path)
                        sys.modules["__main__"] = module
                        sys.argv = [str(path)]
                        sys.path[0] = os.getcwd()
                        signal.alarm(60)
                        exec(code, module.__dict__)
                        status = 0
                    except SystemExit:
                        status = 0
                    except BaseException as e:
                        os.write(1, f"{type(e).__name__}: {e}".encode())
                    sys.stdout.flush()
                    os._exit(status)
                os.waitpid(child, 0)
            for number in range(count):
                source = (here / f"{number}.py").read_text(encoding="utf-8")
                needs = re.match(r"# not run: needs Python 3\\.(\\d+)", source)
                if needs and sys.version_info < (3, int(needs[1])):
                    continue
                try:
                    code = compile(source, str(here / f"{number}.py"), "exec")
                except SyntaxError as e:
                    print(number, "does not compile:", str(e).replace("\\n", " "))
                    continue
                expected = here / f"{number}.expected"
                if not expected.exists():
                    continue
                own = any(word in source for word in NEEDS_AN_INTERPRETER)
                try:
                    outcome(number, code, own)
                except subprocess.TimeoutExpired:
                    print(number, "ran for over 60 s")
                    continue
                said = expected.read_text(encoding="utf-8").rstrip()
                got = (here / f"{number}.out").read_text(encoding="utf-8").rstrip()
                if said != got:
                    print(number, "prints", repr(got), "and not", repr(said))
            """;

    private static Optional<String> python(Path folder) throws InterruptedException {
        try {
            Path probe = Files.writeString(
                    folder.resolve("probe"), "import sys; print('yes' if sys.version_info >= (3, 11) else 'no')");
            return run(folder, "python3", probe.toString()).equals(List.of("yes"))
                    ? Optional.of("python3")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> run(Path folder, String... command) throws IOException, InterruptedException {
        Path out = folder.resolve("runner.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONUTF8", "1");
        Process process = builder.start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("python ran for over 10 minutes");
        }
        List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static List<Block> blocks() {
        try (Stream<Path> files = Files.list(CONTENT)) {
            List<Block> blocks = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                MarkdownText markdown = new MarkdownText(Files.readString(file), 1);
                boolean asked = false;
                for (Node node : markdown.blocks()) {
                    asked = node instanceof Heading heading ? heading.getLevel() == 2 : asked;
                    for (FencedCodeBlock fence : MarkdownText.fences(node)) {
                        if (fence.getInfo().toString().strip().equals("python")) {
                            blocks.add(block(file + ":" + markdown.line(fence), fence, asked));
                        }
                    }
                }
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block block(String where, FencedCodeBlock fence, boolean asked) {
        Optional<String> output = fence.getNext() instanceof FencedCodeBlock next
                        && next.getInfo().toString().strip().equals("output")
                ? Optional.of(code(next))
                : Optional.empty();
        return new Block(where, code(fence), output, asked);
    }

    private static String code(FencedCodeBlock fence) {
        StringBuilder code = new StringBuilder();
        fence.getContentLines().forEach(code::append);
        return code.toString();
    }
}
