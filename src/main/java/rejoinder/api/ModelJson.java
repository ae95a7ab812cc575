package rejoinder.api;

import rejoinder.grade.GraderState;

/** Whether answers can be graded; the reason is empty unless they cannot. */
record ModelJson(String state, String reason) {
    static ModelJson of(GraderState state) {
        if (state instanceof GraderState.Broken broken) {
            return new ModelJson("broken", broken.reason());
        }
        return new ModelJson(state instanceof GraderState.Ready ? "ready" : "loading", "");
    }
}
