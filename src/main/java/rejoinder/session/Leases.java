package rejoinder.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Which of several servers on one database does a piece of work. Who takes a piece has it alone until it is given back, or until it was not renewed for
 * {@link #TIME}: what a dead server held is done by another. Work that is held twice all the same, because a server slept that long, must do no harm.
 */
public interface Leases {
    /** How long a piece is held that nobody renews. */
    Duration TIME = Duration.ofSeconds(20);

    /** Kinds of work. */
    enum Work {
        CLOSING,
        GRADING,
        FITTING
    }

    /**
     * Takes the first of several pieces that nobody holds.
     *
     * @param pieces their names, which have no spaces in them
     * @return empty if all are held
     * @throws StoreException if that cannot be written now
     */
    Optional<Lease> first(Work work, List<String> pieces);

    /** Does those of several pieces that nobody else does, one after the other, and holds each meanwhile; until it is told {@code false}. */
    default void each(Work work, Collection<String> pieces, Predicate<Lease> doing) {
        List<String> left = new ArrayList<>(pieces);
        boolean goOn = true;
        while (goOn && !left.isEmpty()) {
            Optional<Lease> next = first(work, left);
            if (next.isEmpty()) {
                return;
            }
            try (Lease lease = next.get()) {
                left.remove(lease.piece());
                goOn = doing.test(lease);
            }
        }
    }

    /**
     * A piece of work that is held.
     *
     * @param piece its name
     * @param holding holds it on
     * @param giving gives it back, if it is still held
     */
    record Lease(String piece, BooleanSupplier holding, Runnable giving) implements AutoCloseable {
        /** Holds it for {@link #TIME} from now; false if it had run out and another has it. */
        public boolean renew() {
            return holding.getAsBoolean();
        }

        /** Gives it back, if it is still held. */
        @Override
        public void close() {
            giving.run();
        }
    }
}
