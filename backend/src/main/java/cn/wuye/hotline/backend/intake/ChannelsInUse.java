package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;

/** What Asterisk says of its channels. */
@FunctionalInterface
interface ChannelsInUse {
  /** Whether the call's channel still exists; empty when Asterisk cannot be asked now. */
  Optional<Boolean> exists(CallId call);
}
