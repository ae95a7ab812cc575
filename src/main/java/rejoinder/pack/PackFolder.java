package rejoinder.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * A folder of packs, each with the statements that are next to it: every {@code .md} file in it and in its folders, but {@code README.md}, sorted by path. Links are not followed, and folders whose name
 * begins with a dot are not entered.
 */
public final class PackFolder {
    private static final int DEEPEST = 8;
    private static final String SHIPPED = "rejoinder/content/python";

    /** What a parsed pack depends on: the packs, and the rooms that parse them and hold what they say. */
    private static final List<String> PARSED = List.of(SHIPPED + "/", "rejoinder/pack/", "rejoinder/bank/");

    private PackFolder() {}

    /**
     * Reads a folder. Anything wrong with it is a problem in the result, never an exception.
     *
     * @param folder of any file system, also one inside a jar
     */
    public static LoadedPacks read(Path folder) {
        List<PackProblem> problems = new ArrayList<>();
        // files are parsed side by side and collected in their order
        List<ParsedPack> packs =
                files(folder, problems).parallelStream().map(PackFolder::parse).toList();
        packs.forEach(pack -> problems.addAll(pack.problems()));
        return merge(packs, problems);
    }

    /**
     * Reads the bank that ships with Rejoinder, from the class path.
     *
     * @throws IllegalStateException if the program was built without it
     */
    public static LoadedPacks shipped() {
        return shipped(Optional.empty());
    }

    /**
     * The same, kept in a file as it was parsed once, which saves most of the time of the next reading.
     *
     * @param file where it is kept, if its folder is there; a program that is not in a jar keeps nothing
     */
    public static LoadedPacks shipped(Path file) {
        return shipped(Optional.of(file));
    }

    private static LoadedPacks shipped(Optional<Path> kept) {
        URL url = PackFolder.class.getClassLoader().getResource(SHIPPED);
        if (url == null) {
            throw new IllegalStateException("The program holds no " + SHIPPED + "; build it again with mvn package.");
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return read(Path.of(uri));
            }
            // a file system of our own: the shared one of a jar may be open already and must not be closed under its
            // user
            String address = uri.toString();
            Path jar = Path.of(URI.create(address.substring("jar:".length(), address.indexOf("!/"))));
            return kept.isEmpty() ? readJar(jar) : KeptPacks.of(kept.get(), key(jar), () -> readJar(jar));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The packs in " + url + " cannot be read; build the program again.", e);
        }
    }

    private static LoadedPacks readJar(Path jar) {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return read(files.getPath(SHIPPED));
        } catch (IOException e) {
            throw new IllegalStateException("The packs in " + jar + " cannot be read; build the program again.", e);
        }
    }

    // the jar's table holds a checksum of each pack, and of each class that has to do with parsing it
    private static String key(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            StringBuilder table = new StringBuilder();
            zip.stream()
                    .filter(entry -> PARSED.stream().anyMatch(entry.getName()::startsWith))
                    .forEach(entry -> table.append(entry.getName())
                            .append(' ')
                            .append(entry.getSize())
                            .append(' ')
                            .append(entry.getCrc())
                            .append('\n'));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(table.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static ParsedPack parse(Path path) {
        SourceText source = SourceText.read(path);
        if (source.problem().isPresent()) {
            PackProblem problem = source.problem().get();
            return new ParsedPack(path.toString(), Optional.empty(), List.of(), List.of(), List.of(), List.of(problem));
        }
        ParsedPack pack = PackParser.parse(source.text(), path.toString());
        StatementFile beside = StatementFile.beside(path, pack.questions());
        return new ParsedPack(
                pack.file(),
                pack.topic(),
                beside.joined(pack.questions()),
                pack.lines(),
                beside.rows(),
                Stream.concat(pack.problems().stream(), beside.problems().stream())
                        .toList());
    }

    private static List<Path> files(Path folder, List<PackProblem> problems) {
        String name = folder.toString();
        if (!Files.exists(folder)) {
            problems.add(new PackProblem(name, 1, "There is no such folder; check the path."));
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            problems.add(new PackProblem(name, 1, "This is a file; give the folder that it is in."));
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(folder, DEEPEST)) {
            List<Path> packs = entries.filter(path -> fileName(path).endsWith(".md"))
                    .filter(path -> !fileName(path).equals("README.md"))
                    .filter(path -> !hidden(folder.relativize(path)))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (packs.isEmpty()) {
                problems.add(
                        new PackProblem(name, 1, "There is no pack (*.md) in this folder; give a folder with packs."));
            }
            return packs;
        } catch (IOException | UncheckedIOException e) {
            problems.add(new PackProblem(
                    name, 1, "This folder cannot be read (" + e.getMessage() + "); change its permissions."));
            return List.of();
        }
    }

    private static boolean hidden(Path inside) {
        for (Path part : inside) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static LoadedPacks merge(List<ParsedPack> packs, List<PackProblem> problems) {
        Map<String, String> fileOfTopic = new HashMap<>();
        List<Topic> topics = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Map<QuestionId, LoadedPacks.Place> places = new HashMap<>();
        List<StatementRow> statements = new ArrayList<>();
        for (ParsedPack pack : packs) {
            if (pack.topic().isEmpty()) {
                continue;
            }
            Topic topic = pack.topic().get();
            String first = fileOfTopic.putIfAbsent(topic.id(), pack.file());
            if (first != null) {
                problems.add(
                        new PackProblem(
                                pack.file(),
                                2,
                                "The topic '" + topic.id() + "' is already that of " + first
                                        + ", so nothing of this file is loaded; join the two files or give this one another topic."));
                continue;
            }
            topics.add(topic);
            statements.addAll(pack.statements());
            for (int i = 0; i < pack.questions().size(); i++) {
                Question question = pack.questions().get(i);
                questions.add(question);
                places.put(
                        question.id(),
                        new LoadedPacks.Place(pack.file(), pack.lines().get(i)));
            }
        }
        return new LoadedPacks(new ItemBank(topics, questions), places, statements, problems);
    }
}
