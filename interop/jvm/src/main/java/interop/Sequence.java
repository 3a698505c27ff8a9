package interop;

import java.util.concurrent.atomic.AtomicLong;

/** Names of files in the order in which messages came, also behind a restart. */
public final class Sequence {
    private final AtomicLong last = new AtomicLong(System.currentTimeMillis() * 1_000);

    public String next() {
        return String.format("%019d.hl7", last.incrementAndGet());
    }
}
