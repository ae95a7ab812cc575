package rejoinder.embed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file kept in four, {@code NAME.0} to {@code NAME.3}: the first of each four bytes, the second ones, and so on. The signs and exponents of a model's weights
 * lie together then, and the file takes a tenth less in a jar. The app image keeps the sentence model so.
 */
final class BytePlanes extends InputStream {
    private static final int PLANES = 4;

    private final List<InputStream> planes;
    private long at;

    BytePlanes(List<InputStream> planes) {
        this.planes = planes;
    }

    /**
     * Opens a resource that is kept whole or in planes.
     *
     * @return null if it is kept neither way
     */
    static @Nullable InputStream open(String resource) throws IOException {
        InputStream whole = BytePlanes.class.getResourceAsStream(resource);
        if (whole != null) {
            return whole;
        }
        BytePlanes joined = new BytePlanes(new ArrayList<>());
        for (int plane = 0; plane < PLANES; plane++) {
            InputStream in = BytePlanes.class.getResourceAsStream(resource + "." + plane);
            if (in == null) {
                joined.close();
                return null;
            }
            joined.planes.add(in);
        }
        return joined;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int found = 0;
        for (int i = 0; i < Math.min(PLANES, length); i++) {
            int wanted = (length - i + PLANES - 1) / PLANES;
            byte[] bytes = planes.get((int) ((at + i) % PLANES)).readNBytes(wanted);
            for (int j = 0; j < bytes.length; j++) {
                into[from + i + j * PLANES] = bytes[j];
            }
            found += bytes.length;
        }
        at += found;
        return found == 0 ? -1 : found;
    }

    @Override
    public void close() throws IOException {
        for (InputStream plane : planes) {
            plane.close();
        }
    }
}
