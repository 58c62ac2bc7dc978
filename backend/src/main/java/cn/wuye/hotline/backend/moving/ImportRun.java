package cn.wuye.hotline.backend.moving;

import java.time.Instant;

/**
 * An import: one file, from its arrival to its last row.
 *
 * @param source the older system's name, for tickets whose rows name none
 * @param allOrNothing true: nothing is entered while any row is faulty
 * @param failure empty string; else a code and perhaps a figure, {@code too-large 50}
 * @param rowsRead how many rows the file has
 * @param rowsDone of them, in the present stage
 */
public record ImportRun(
    long id,
    String fileName,
    String source,
    RunState state,
    boolean allOrNothing,
    String node,
    String startedBy,
    Instant createdAt,
    Instant changedAt,
    String failure,
    int rowsRead,
    int rowsDone,
    Sums before,
    Sums after) {}
