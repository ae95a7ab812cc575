package rejoinder.api;

import rejoinder.grade.GraderState;

/** Whether answers can be graded; the reason is empty unless they cannot. */
record ModelJson(String state, String reason) {
    static ModelJson of(GraderState state) {
        return state.broken()
                .map(reason -> new ModelJson("broken", reason))
                .orElseGet(() -> new ModelJson(state.ready().isPresent() ? "ready" : "loading", ""));
    }
}
