import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Leaves out of the libraries what only debuggers, compilers and other platforms read, and keeps models as {@code rejoinder.embed.BytePlanes} reads them:
 * {@code java -cp asm.jar Slim.java FOLDER} rewrites each jar in the folder. Names of parameters stay, for they can be asked for at run time; so do licences
 * and notices.
 */
final class Slim {
    /** Not read on a class path of Java 17, or not by this program. */
    private static final Pattern UNREAD = Pattern.compile(String.join(
            "|",
            "META-INF/maven/.*/pom\\.xml",
            "META-INF/native-image/.*",
            "META-INF/proguard/.*",
            "META-INF/com\\.android\\.tools/.*",
            "META-INF/versions/(1[89]|[2-9]\\d)/.*",
            "(META-INF/versions/\\d+/)?module-info\\.class",
            // for kotlin-reflect
            ".*\\.kotlin_(module|builtins|metadata)",
            // Sobol's sequence
            "assets/org/hipparchus/random/.*",
            // the C library of Alpine, which the runtime here does not run on either
            "org/sqlite/native/Linux-Musl/.*",
            // of the packages of the front end: types, what debuggers and Node.js read, and what pages do not ask for
            "META-INF/\\.more\\.tgz",
            "META-INF/resources/.*\\.(map|d\\.ts)",
            "META-INF/resources/_static/[^/]+/[^/]+/(development|node)/.*",
            "META-INF/resources/webjars/highlightjs/[^/]+/((languages|styles|es)/.*|highlight\\.js)"));

    private static final int PLANES = 4;

    private Slim() {}

    public static void main(String[] args) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                slim(jar);
            }
        }
    }

    private static void slim(Path jar) throws IOException {
        Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(slim);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (UNREAD.matcher(name).matches()) {
                    continue;
                }
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                FileTime time = FileTime.fromMillis(entry.getTime());
                if (name.endsWith(".onnx")) {
                    for (int plane = 0; plane < PLANES; plane++) {
                        write(out, name + "." + plane, time, plane(bytes, plane));
                    }
                } else {
                    write(out, name, time, name.endsWith(".class") ? withoutDebugging(bytes) : bytes);
                }
            }
        }
        Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(ZipOutputStream out, String name, FileTime time, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(time);
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] plane(byte[] bytes, int first) {
        byte[] plane = new byte[(bytes.length - first + PLANES - 1) / PLANES];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = bytes[first + i * PLANES];
        }
        return plane;
    }

    private static byte[] withoutDebugging(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(bytes).accept(new Kept(writer), 0);
        return writer.toByteArray();
    }

    private static final class Kept extends ClassVisitor {
        Kept(ClassVisitor out) {
            super(Opcodes.ASM9, out);
        }

        @Override
        public void visitSource(String source, String debug) {}

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            // for kotlin-reflect, which is not here
            return descriptor.equals("Lkotlin/Metadata;") ? null : super.visitAnnotation(descriptor, visible);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                @Override
                public void visitLineNumber(int line, Label start) {}

                @Override
                public void visitLocalVariable(
                        String variable, String type, String generic, Label start, Label end, int index) {}
            };
        }
    }
}
