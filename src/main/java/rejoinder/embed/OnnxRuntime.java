package rejoinder.embed;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's environment, kept until the process has ended, and the loading of models, which the end of the process waits for. Its Java classes free it in a shutdown hook of their own, and hooks run in no order: a model
 * that another thread is loading or running at that moment would read freed memory and take the process down with a segmentation fault. The native side counts
 * who holds it, and frees it with the last one; so one more holder that never lets go is enough. There is no public call for that.
 * Loading a model also reads tables that the C library takes down as the process exits, after all hooks; so a hook waits until a load that has begun is over.
 */
final class OnnxRuntime {
    private static final int WARNINGS = 2;

    private static boolean ending;

    private OnnxRuntime() {}

    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = held();
    }

    /**
     * The one environment of this process.
     *
     * @throws ModelException if this version of ONNX Runtime cannot be held, in place of a process that may crash as it ends
     */
    static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    /**
     * Loads a model.
     *
     * @param model its file
     * @throws ModelException if the process is ending
     */
    static OrtSession load(String model, OrtSession.SessionOptions options) throws OrtException {
        return load(() -> environment().createSession(model, options));
    }

    /**
     * Loads a small model from memory.
     *
     * @throws ModelException if the process is ending
     */
    static OrtSession load(byte[] model, OrtSession.SessionOptions options) throws OrtException {
        return load(() -> environment().createSession(model, options));
    }

    /** Loads a model in some way, which is called while the end of the process waits. */
    interface Loading<M> {
        M load() throws OrtException;
    }

    /**
     * Loads a model that another library makes a session of.
     *
     * @throws ModelException if the process is ending
     */
    static synchronized <M> M load(Loading<M> loading) throws OrtException {
        if (ending) {
            throw ModelException.atTheEnd();
        }
        environment();
        return loading.load();
    }

    private static synchronized void end() {
        ending = true;
    }

    private static OrtEnvironment held() {
        Runtime.getRuntime().addShutdownHook(new Thread(OnnxRuntime::end, "sentence-model-end"));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method hold = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            hold.setAccessible(true);
            hold.invoke(null, api.getLong(null), WARNINGS, OrtEnvironment.DEFAULT_NAME);
        } catch (ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException invoked ? invoked.getTargetException() : e;
            throw new ModelException(
                    "This version of ONNX Runtime cannot be held until the program ends (" + cause
                            + "); use the version that Rejoinder is built with.",
                    e);
        }
        return environment;
    }
}
