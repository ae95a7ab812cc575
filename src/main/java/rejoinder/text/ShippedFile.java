package rejoinder.text;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A text file that is packed with the program, in UTF-8. */
public final class ShippedFile {
    private ShippedFile() {}

    /**
     * Opens a file.
     *
     * @param beside a class of the package that holds it
     * @throws IllegalStateException if the program was built without it
     */
    public static BufferedReader open(Class<?> beside, String name) {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The program is incomplete: " + name + " is missing; build it again.");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
