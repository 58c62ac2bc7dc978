package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiRequest;
import org.jspecify.annotations.Nullable;

/** Reads from an AGI request which call it is. */
final class CallRequest {
  private CallRequest() {}

  /**
   * @throws IllegalArgumentException when it names no call
   */
  static Call read(AgiRequest request, Instant answeredAt) {
    String id = request.getUniqueId();
    if (id == null) {
      throw new IllegalArgumentException("an AGI request without a call");
    }
    String[] arguments = request.getArguments();
    String sipCallId = arguments != null && arguments.length > 0 ? arguments[0] : null;
    return new Call(
        new CallId(id),
        number(request.getCallerIdNumber()),
        dialled(request),
        answeredAt,
        sipCallId == null ? "" : sipCallId);
  }

  private static Optional<PhoneNumber> number(@Nullable String caller) {
    String digits = caller == null ? "" : caller.replaceAll("[ ()-]", "");
    return digits.matches("\\+?[0-9]{2,20}")
        ? Optional.of(new PhoneNumber(digits))
        : Optional.empty();
  }

  private static String dialled(AgiRequest request) {
    String dialled = request.getDnid() == null ? request.getExtension() : request.getDnid();
    return dialled == null ? "" : dialled;
  }
}
