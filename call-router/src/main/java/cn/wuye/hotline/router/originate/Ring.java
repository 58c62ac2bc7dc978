package cn.wuye.hotline.router.originate;

import java.util.concurrent.CompletableFuture;

/** A phone that is being rung. */
public interface Ring {

  /** The id ({@code Uniqueid}) of the rung channel, known before it exists. */
  String channelId();

  /** Completes within the request's time-out plus 2 s; never exceptionally. */
  CompletableFuture<RingOutcome> outcome();

  /** Stops ringing, or hangs up whoever answered. Returns at once; idempotent. */
  void cancel();
}
