package cn.wuye.hotline.router.live;

import java.time.Instant;

/**
 * A caller in a queue.
 *
 * @param call the channel's id; for whom another node has sent here the id of her channel there
 * @param since when she joined this time; her waiting may have begun in an earlier slice
 */
public record WaitingCaller(String call, Instant since) {}
