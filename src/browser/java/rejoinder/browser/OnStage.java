package rejoinder.browser;

import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the {@link Stage} of the run. Where there is no Chromium they are skipped, and that is said. */
final class OnStage implements ParameterResolver, ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Files.isExecutable(Stage.CHROMIUM)) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        String reason = "there is no " + Stage.CHROMIUM + "; install Debian's package chromium";
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
        return context.getRoot()
                .getStore(Namespace.create(Stage.class))
                .computeIfAbsent(Stage.class, key -> Stage.open(), Stage.class);
    }
}
