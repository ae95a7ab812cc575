package rejoinder;

import rejoinder.bank.ItemBank;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackFolder;

/** The packs that come along, read once for all tests of a run. */
public final class SharedBank {
    private SharedBank() {}

    private static final class Holder {
        static final LoadedPacks PACKS = PackFolder.shipped();
    }

    /** The packs with file and line. */
    public static LoadedPacks packs() {
        return Holder.PACKS;
    }

    /** Their questions. */
    public static ItemBank bank() {
        return Holder.PACKS.bank();
    }
}
