package rejoinder.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the {@link Stage} of their thread, because a Playwright belongs to one thread, and clears it after each, with a picture if it failed. Where there is no Chromium they are skipped, and that is said. */
final class OnStage implements ParameterResolver, ExecutionCondition, AfterTestExecutionCallback {
    /** Where the pictures of failed tests go. */
    private static final Path PICTURES = Path.of("target", "browser-failures");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Stage.CHROMIUM)) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String reason = "there is no " + Stage.CHROMIUM + "; install Debian's package chromium-headless-shell";
        System.err.println("Skipped " + context.getDisplayName() + ": " + reason + ".");
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // the store closes it after the last test
        return store(context).computeIfAbsent(key(), key -> Stage.open(), Stage.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Stage stage = store(context).get(key(), Stage.class);
        if (stage == null) {
            return; // nothing was opened
        }
        if (context.getExecutionException().isPresent()) {
            stage.photograph(
                    PICTURES,
                    context.getRequiredTestClass().getSimpleName() + "."
                            + context.getRequiredTestMethod().getName());
        }
        stage.clear();
    }

    private static String key() {
        return Thread.currentThread().getName();
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(Stage.class));
    }
}
