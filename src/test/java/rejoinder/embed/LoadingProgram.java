package rejoinder.embed;

import java.nio.file.Path;

/** A program of its own whose second thread loads the sentence model, while the first ends the program in the middle of that. */
final class LoadingProgram {
    private LoadingProgram() {}

    /** Ends as soon as ONNX Runtime reads the graph; the argument is the model's folder. */
    public static void main(String[] args) {
        Thread reader = new Thread(() -> MiniLmEmbedder.open(Path.of(args[0])));
        reader.setDaemon(true);
        reader.start();
        while (!isInGraph(reader)) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private static boolean isInGraph(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        return frames.length > 0
                && frames[0].isNativeMethod()
                && frames[0].getMethodName().equals("createSession");
    }
}
