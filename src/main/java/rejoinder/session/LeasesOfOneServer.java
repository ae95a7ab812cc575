package rejoinder.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** For a server that has its data to itself: leases are kept in memory, so they end with the server. */
public final class LeasesOfOneServer implements Leases {
    private final Set<Held> held = new HashSet<>();

    @Override
    public synchronized Optional<Lease> first(Work work, List<String> pieces) {
        return pieces.stream()
                .map(piece -> new Held(work, piece))
                .filter(held::add)
                .findFirst()
                .map(piece -> new Lease(piece.name, () -> holds(piece), () -> release(piece)));
    }

    private synchronized boolean holds(Held piece) {
        return held.contains(piece);
    }

    private synchronized void release(Held piece) {
        held.remove(piece);
    }

    private record Held(Work work, String name) {}
}
