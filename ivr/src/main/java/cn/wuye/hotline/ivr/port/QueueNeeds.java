package cn.wuye.hotline.ivr.port;

/**
 * What is known of a caller who wants a person, for the choice of the queue.
 *
 * @param estateId empty when unknown
 * @param dialect BCP 47-like code; empty when unknown
 * @param category code of what it is about; empty when unknown
 * @param older whether she is one of the old residents whom her estate wants to reach a person
 */
public record QueueNeeds(
    String estateId, String dialect, String category, boolean emergency, boolean older) {}
